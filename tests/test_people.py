"""Who is one person across the sources, why, and what sources/briefing.yml can say against it.

Each case gives sources with their speakers (`source: name, role | name « more of its text »`) and expects people
with the sources of their statements and their other names with the reasons.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from markdown_it.utils import read_fixture_file

from growth import LINEAR, Work, exponent
from onrecord import pipeline
from onrecord.across.people import people
from onrecord.across.timeline import timeline
from onrecord.briefing import Entry, Person
from onrecord.model import (
    Annotations,
    Event,
    KnownPerson,
    KnownRole,
    Paragraph,
    Settings,
    Source,
    Speaker,
    Statement,
)
from onrecord.project import Project
from shared_data import SEEDS, needs

HERE = Path(__file__).parent
FIXTURES = HERE / "fixtures" / "people"
FLOORS: dict[str, float] = json.loads((HERE / "scores.json").read_text("utf-8"))["people"]
FAMILY_ENDINGS = (
    "ster mond berg gat lund tis vane pell rick sop dall fen horst kip lomb nett quin rath stam trop".split()
)
SPEAKER = re.compile(r"([^,«|]+?(?:,? [JS]r\.)?)(?:, ([^«|]*?))?\s*(?:«(.*?)»)?\s*$")


def entry(
    name: str,
    speakers: Sequence[tuple[str, str | None]],
    text: str = "",
    words: str = "we go on",
    day: str = "2022-04-26",
) -> Entry:
    """A source in which each of the speakers says `words`, which are those of an event, too."""
    said = tuple(
        Statement(f"s{n}", "direct", (), Speaker(None, who, role), words, 1, line=n)
        for n, (who, role) in enumerate(speakers)
    )
    told = (Event("e", day, words, None, "happened", 1),)
    source = Source(name, f"sources/{name}.txt", text, (Paragraph(1, (0, len(text))),), published=day)
    return Entry(source, Annotations(said, events=told))


def entries_of(lines: str) -> list[Entry]:
    entries = []
    for line in lines.splitlines():
        name, _, rest = line.partition(": ")
        found = [SPEAKER.match(part.strip()) for part in rest.split(" | ")]
        parts = [match.groups() for match in found if match]
        text = " ".join(part[2] or "" for part in parts)
        entries.append(entry(name, [(part[0], part[1]) for part in parts], text))
    return entries


def shown(person: Person) -> str:
    aliases = "; ".join(f"{alias.name}: {alias.because}" for alias in person.aliases)
    sources = ", ".join(said.entry.source.name for said in person.said)
    return f"{person.name} ({sources})" + (f" = {aliases}" if aliases else "")


@pytest.mark.parametrize(
    ("title", "given", "expected"),
    [(title, given, expected) for _, title, given, expected in read_fixture_file(FIXTURES / "cases.md")],
    ids=[title for _, title, *_ in read_fixture_file(FIXTURES / "cases.md")],
)
def test_cases(title: str, given: str, expected: str) -> None:
    def sort(lines: Sequence[str]) -> list[tuple[str, list[str]]]:
        """The order of the sources of one day is that of their names; the cases give it as it reads best."""
        return sorted(
            (re.sub(r"\(.*?\)", "", line), sorted(re.findall(r"\w+", line.partition(" = ")[0])))
            for line in lines
        )

    found = [shown(person) for person in people(entries_of(given)) if person.said]
    assert sort(found) == sort(expected.splitlines()), "\n".join(found)


PAIRS = [
    [part.strip() for part in line.split(" | ")]
    for line in (FIXTURES / "pairs.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


def test_labelled_pairs() -> None:
    """Names of news texts, labelled by hand; all in one briefing, so that rivals come into play."""
    entries = []
    for n, (_, *names) in enumerate(PAIRS):
        for side, name in enumerate(names):
            match = re.match(r"(.*?)(?:, (.*))?$", name)
            assert match
            entries.append(entry(f"{n}-{side}", [(match[1], match[2])]))
    home = {said.entry.source.name: person.slug for person in people(entries) for said in person.said}
    judged = [(label == "same", home[f"{n}-0"] == home[f"{n}-1"]) for n, (label, *_) in enumerate(PAIRS)]
    right, joined = judged.count((True, True)), sum(found for _, found in judged)
    wrong = [pair for pair, (same, found) in zip(PAIRS, judged, strict=True) if same != found]
    assert len(PAIRS) >= 150
    assert right / joined >= FLOORS["precision"], wrong
    assert right / sum(same for same, _ in judged) >= FLOORS["recall"], wrong


BELL = KnownPerson(
    "Ann Bell", ("Her Honour", "R. Marsh"), (KnownRole("mayor", "2020-01-01"),), apart=("Ann C. Bell", "Bell")
)


def test_briefing_yml_joins_and_keeps_apart() -> None:
    entries = entries_of(
        "one: Ann Bell, judge\ntwo: Her Honour\nthree: Ann C. Bell\nfour: Bell\nfive: r. marsh"
    )
    without = {person.name for person in people(entries)}
    assert without == {"Ann C. Bell", "Her Honour", "r. marsh"}
    found = {person.name: person for person in people(entries, Settings(people=(BELL,)))}
    assert set(found) == {"Ann Bell", "Ann C. Bell", "Bell"}
    assert {said.entry.source.name for said in found["Ann Bell"].said} == {"one", "two", "five"}
    assert {alias.because for alias in found["Ann Bell"].aliases} == {"sources/briefing.yml says so"}


def test_titles_and_family_names_reach_a_known_person_who_speaks_nowhere_in_full() -> None:
    known = Settings(people=(KnownPerson("Ann Bell"),))
    (person,) = people(entries_of("one: Ms. Bell\ntwo: Mayor Ann Bell"), known)
    assert person.name == "Ann Bell"


def test_no_page_has_a_name_that_windows_keeps_for_devices() -> None:
    names = ["Con", "Aux", "nul", "COM1", "Lpt9", "index", "Connie Prn", "com10"]
    lines = "\n".join(f"a: {name}" for name in names)
    slugs = {person.name: person.slug for person in people(entries_of(lines))}
    assert [slugs[name] for name in names] == [
        *("con-2", "aux-2", "nul-2", "com1-2", "lpt9-2", "index-2"),
        *("connie-prn", "com10"),
    ]


def test_the_hidden_are_not_listed_and_hide_nobody_else() -> None:
    known = Settings(people=(KnownPerson("Ann Bell", hidden=True),))
    found = people(entries_of("one: Bell | Ann Bell\ntwo: Otto Crane"), known)
    assert [person.name for person in found] == ["Otto Crane"]


def test_roles_over_time() -> None:
    entries = [
        entry("a", [("Ann Bell", "judge")], day="2019-03-01"),
        entry("b", [("Ann Bell", "mayor")], day="2022-05-01"),
        entry("c", [("Ann Bell", "judge"), ("Ann Bell", None)], day="2020-02-01"),
    ]
    (person,) = people(entries)
    assert person.roles == ("judge", "mayor")
    given = [(role.words, role.first, role.last, len(role.places)) for role in person.roles_at]
    assert given == [("judge", "2019-03-01", "2020-02-01", 2), ("mayor", "2022-05-01", "2022-05-01", 1)]
    roles = (KnownRole("mayor", "2020-06-01", "2024-05-31"), KnownRole("senator", "2024-06-01"))
    (person,) = people(entries, Settings(people=(KnownPerson("Ann Bell", roles=roles),)))
    given = [(role.words, role.first, role.last, len(role.places)) for role in person.roles_at]
    assert given == [
        ("judge", "2019-03-01", "2020-02-01", 2),
        ("mayor", "2020-06-01", "2024-05-31", 1),
        ("senator", "2024-06-01", None, 0),
    ]


def test_what_others_say_of_a_person() -> None:
    text = "Ann Bell spoke. Otto Crane and Bell met. Then Mr. Crane left."
    entries = [
        entry("a", [("Ann Bell", None)], text, "Crane will pay, and Ann Bell knows"),
        entry("b", [("Rita Vale", None)], "", "Otto Crane and Ann Bell lied, and so did Crane"),
        entry("c", [("Rita Vale", None)], "Rita Vale spoke.", "Bell and Crane and she lied"),
        entry("d", [("Otto Crane", None)], "", "Otto Crane-Lund and Mary Bell came"),
    ]
    about = {person.name: [said.entry.source.name for said in person.about] for person in people(entries)}
    assert about == {"Ann Bell": ["b"], "Otto Crane": ["a", "b"], "Rita Vale": []}


def test_who_is_only_spoken_of_is_listed_when_two_sources_name_him_in_full_and_once_with_a_title() -> None:
    entries = [
        entry("a", [("Ann Bell", None)], "Prime Minister Sergiy Danylenko came.", "Danylenko came"),
        entry("aa", [("Ann Bell", None)], "", "Prime Minister Sergiy Danylenko lied", day="2022-04-20"),
        entry(
            "b",
            [("Ann Bell", None)],
            "Premier Serhiy Danilenko left. Ralf Ohm wept.",
            "Danilenko left",
        ),
        entry("c", [("Ann Bell", None)], "Ralf Ohm sang. King Karl Ohm danced.", "Ralf Ohm sang"),
    ]
    found = people(entries)
    assert [person.name for person in found] == ["Ann Bell", "Sergiy Danylenko"]
    assert (found[1].said, found[1].roles) == ((), ("Premier", "Prime Minister"))
    assert [said.entry.source.name for said in found[1].about] == ["aa", "a", "b"]
    (role,) = found[1].roles_at
    assert (role.words, role.first, role.last) == ("Prime Minister", "2022-04-20", "2022-04-20")
    assert [said.entry.source.name for said in role.places] == ["aa"]
    told = {
        place.event.what: one.people
        for d in timeline(entries, found)
        for one in d.told
        for place in one.places
    }
    assert told == {
        "Prime Minister Sergiy Danylenko lied": ("Sergiy Danylenko",),
        "Danylenko came": ("Sergiy Danylenko",),
        "Danilenko left": ("Sergiy Danylenko",),
        "Ralf Ohm sang": (),
    }


def test_the_order_of_the_sources_changes_nothing() -> None:
    cases = read_fixture_file(FIXTURES / "cases.md")
    entries = entries_of(
        "\n".join(f"{n}{line}" for n, case in enumerate(cases) for line in case[2].splitlines())
    )
    there, back = people(entries), people(entries[::-1])
    assert [(p.name, p.slug, p.aliases, p.roles_at) for p in there] == [
        (p.name, p.slug, p.aliases, p.roles_at) for p in back
    ]


def test_thousands_of_names_cost_in_proportion() -> None:
    """30,000 statements by 6,000 people in 2,000 sources; a hundred share one family name."""
    first = [
        f"{a}{b}"
        for a in ("An", "Bo", "Cy", "Di", "Ed", "Flo", "Gus", "Hal", "Ig", "Jo")
        for b in "abdefklmnr"
    ]
    families = [f"{a}{b}{c}" for a in ("Ar", "Bel", "Cor", "Dan") for b in "aeiou" for c in FAMILY_ENDINGS]
    names = [f"{first[(n + n // 400) % 100]} {families[n % 400]}" for n in range(5900)]
    names += [f"{one} Smith" for one in first]
    text = "The mayor of Harwick spoke to Otto Crane on Monday. " * 30

    def named(start: int, end: int) -> list[Entry]:
        return [
            entry(f"s{n}", [(names[(n * 15 + m) % len(names)], None) for m in range(15)], text)
            for n in range(start, end)
        ]

    def work(sources: int) -> Work:
        entries = named(2_000 - sources, 2_000)
        return lambda: people(entries)

    assert len(people(named(0, 2_000))) == len(names) == 6_000
    assert exponent(work, 250, 2_000) < LINEAR


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Person]:
    """The people of five reports, read through the whole pipeline."""
    root = tmp_path_factory.mktemp("seeds")
    (root / "mkdocs.yml").write_text("site_name: Seeds\nuse_directory_urls: false\n", encoding="utf-8")
    (root / "sources").mkdir()
    for file in sorted(SEEDS.iterdir()):
        if file.suffix in (".txt", ".yml"):
            (root / "sources" / file.name).write_bytes(file.read_bytes())
    return {person.name: person for person in pipeline.plan(Project.at(root), pdf=False).briefing.people}


@needs(SEEDS)
@pytest.mark.parametrize(
    ("family", "speaks"),
    [
        ("Guterres", True),
        ("Haq", True),
        ("Kaneko", True),
        ("Putin", True),
        ("Zelensky", False),
        ("Lavrov", False),
    ],
)
def test_one_person_each(seeds: dict[str, Person], family: str, speaks: bool) -> None:
    bearing = [name for name in seeds if re.search(rf"\b{family[:6]}\w*$", name)]
    assert len(bearing) == 1
    person = seeds[bearing[0]]
    assert bool(person.said) == speaks
    if not speaks:
        assert person.about


def test_words_that_are_not_published_decide_yet_are_not_shown() -> None:
    text = "Judge Rita Bell spoke. Prime Minister Sergiy Danylenko came."
    one = entry("one", [("Bell", None)], text, "Danylenko came")
    hidden = Entry(replace(one.source, text=" " * len(text)), one.annotations, one.source)
    entries = [hidden, entry("two", [("Rita Bell", None)]), entry("three", [("Ann Bell", None)], text[23:])]
    assert {p.name: len(p.said) for p in people(entries)} == {"Rita Bell": 2, "Ann Bell": 1}
    assert "Sergiy Danylenko" in {p.name for p in people([one, *entries[1:]])}
