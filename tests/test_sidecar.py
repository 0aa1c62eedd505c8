"""Sidecars: keys, values, faults with their lines."""

import pytest

from onrecord.intake.sidecar import KEYS, parse

PATH = "sources/case.yml"


def faults(text: str) -> list[str]:
    return [str(problem) for problem in parse(text.encode(), PATH).problems]


def test_values_stay_as_written() -> None:
    text = (
        "title: 1984\noutlet: no\nbyline: Ada Quist\npublished: 2022-04-26\nupdated: '2022-04-27 10:00'\n"
        "credits: [Photo, AP]\nurl: https://example.org/a?b=c\nrights:\nkind: ~\n"
    )
    checked = parse(text.encode(), PATH)
    assert checked.problems == ()
    sidecar = checked.sidecar
    assert (sidecar.title, sidecar.outlet, sidecar.byline) == ("1984", "no", ["Ada Quist"])
    assert (sidecar.published, sidecar.updated) == ("2022-04-26", "2022-04-27")
    assert (sidecar.credits, sidecar.rights, sidecar.kind) == (["Photo", "AP"], None, None)
    assert checked.line_of("url") == 7


@pytest.mark.parametrize("text", ["", "\n# nothing yet\n", "\ufefftitle: A\n"])
def test_empty_is_fine(text: str) -> None:
    assert faults(text) == []


def test_unknown_key_names_the_nearest_and_all() -> None:
    assert faults("title: A\npublisched: 2022-04-26\n") == [
        f"{PATH}:2: Unknown key `publisched` in the sidecar. Did you mean `published`? "
        f"The keys are {', '.join(KEYS)}."
    ]


@pytest.mark.parametrize(
    "day", ["26 April 2022", "2022-04", "2022-02-30", "20220426", "2022-04-26x", "yesterday"]
)
def test_bad_date(day: str) -> None:
    assert faults(f"title: A\npublished: {day}\n") == [
        f"{PATH}:2: `published` is no date: “{day}”. "
        "Write year, month and day, like 2022-04-26; leave it out if nobody says it."
    ]


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "data:text/html,x", "//example.org", "ftp://example.org/x", "https://", "https://a b.org",
     'https://example.org/"onx', "JavaScript://example.org/%0aalert(1)", "https://[", "www.example.org"],
)  # fmt: skip
def test_only_web_addresses(url: str) -> None:
    assert faults(f"url: '{url}'\n") == [
        f"{PATH}:1: `url` is no web address: “{url}”. Give the full address, starting with https:// or http://."
    ]


def test_wrong_types() -> None:
    assert faults("title: [a, b]\nbyline: {a: b}\noutlet: The Mail\nkeep: [[x]]\n") == [
        f"{PATH}:1: `title` must be a text. Write it as `title: …`.",
        f"{PATH}:2: `byline` must be a text or a list of texts. Write it as `byline: …` or `byline: [… , …]`.",
        f"{PATH}:4: `keep` must be a text or a list of texts. Write it as `keep: …` or `keep: [… , …]`.",
    ]
    assert parse(b"title: [a]\noutlet: The Mail\n", PATH).sidecar.outlet == "The Mail"


def test_broken_yaml_has_its_line() -> None:
    (problem,) = parse(b"title: A\nrights: 'open\n", PATH).problems
    assert problem.line == 3
    assert problem.message.startswith("The sidecar is not valid YAML: ")
    (problem,) = parse(b"title: A\noutlet: B: C\n", PATH).problems
    assert problem.line == 2


@pytest.mark.parametrize("text", ["- a\n- b\n", "just words\n"])
def test_not_a_mapping(text: str) -> None:
    assert faults(text) == [
        f"{PATH}:1: The sidecar is not a mapping. Write one `key: value` a line, like `published: 2022-04-26`."
    ]


def test_twice_the_same_key() -> None:
    assert faults("title: A\ntitle: B\n") == [
        f"{PATH}:2: The key `title` stands twice in the sidecar. Keep one of them; the first is on line 1."
    ]


def test_confirm_names_facts() -> None:
    checked = parse(b"confirm: [title, keep, publishd]\n", PATH)
    assert checked.sidecar.confirm == ["title"]
    assert [problem.message for problem in checked.problems] == [
        "Unknown key `keep` in the sidecar.",
        "Unknown key `publishd` in the sidecar.",
    ]


def test_not_utf8_and_too_long() -> None:
    (problem,) = parse(b"title: A\nrights: \xa9\n", PATH).problems
    assert (problem.line, problem.message) == (2, "The sidecar is not UTF-8 text.")
    assert "longer than" in parse(b"#" * 300_000, PATH).problems[0].message


HOSTILE = ["[" * 5000, "a: &a [*a]\n", "? [a]\n: b\n", "{{a: b}: c}", "--- a\n--- b\n", "\x00"]
HOSTILE += ["title: !!python/object:os.x {}"]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_yaml_is_a_problem(text: str) -> None:
    assert faults(text)
