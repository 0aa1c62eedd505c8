"""sources/briefing.yml: keys, values, faults with their lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth import LINEAR, Work, exponent
from onrecord.intake.settings import parse_settings
from onrecord.model import KnownOutlet, KnownPerson, KnownRole, Settings

PATH = "sources/briefing.yml"
FULL = """\
publish: excerpts
people:
  - name: Ann Bell
    aliases: [A. Bell, "Anne Bell"]
    roles:
      - role: mayor of Harwick
        since: 2017
        until: 2022-04
      - {role: harbour master, since: 2022-05-02}
    apart: Ann Bell-Moore
  - name: Tom Finch
    roles: ferry man
    hidden: yes
outlets:
  - name: Harwick Post
    aliases: The Harwick Post
"""


def faults(text: str) -> list[str]:
    return [str(problem) for problem in parse_settings(text.encode(), PATH).problems]


def test_everything_that_can_be_said() -> None:
    given = parse_settings(FULL.encode(), PATH)
    assert given.problems == ()
    roles = (
        KnownRole("mayor of Harwick", "2017-01-01", "2022-04-30"),
        KnownRole("harbour master", "2022-05-02"),
    )
    assert given.settings == Settings(
        "excerpts",
        (
            KnownPerson("Ann Bell", ("A. Bell", "Anne Bell"), roles, apart=("Ann Bell-Moore",)),
            KnownPerson("Tom Finch", roles=(KnownRole("ferry man"),), hidden=True),
        ),
        (KnownOutlet("Harwick Post", ("The Harwick Post",)),),
    )


@pytest.mark.parametrize("data", [None, b"", b"# nothing yet\n", b"people:\npublish: ~\noutlets: []\n"])
def test_nothing_said_is_fine(data: bytes | None) -> None:
    given = parse_settings(data, PATH)
    assert (given.settings, given.problems) == (Settings(), ())


def test_an_unknown_key_names_the_valid_ones_of_its_place() -> None:
    assert faults("peple: []\n") == [
        f"{PATH}:1: Unknown key `peple` in briefing.yml. Did you mean `people`? "
        "The keys are publish, people, outlets."
    ]
    assert faults("people:\n  - name: Ann Bell\n    alias: A. Bell\n") == [
        f"{PATH}:3: Unknown key `alias` in a person. Did you mean `aliases`? "
        "The keys are name, aliases, roles, hidden, apart."
    ]
    role = "people:\n  - name: Ann Bell\n    roles:\n      - role: mayor\n        from: 2017\n"
    assert faults(role) == [f"{PATH}:5: Unknown key `from` in a role. The keys are role, since, until."]
    assert faults("outlets:\n  -\n  - name: Post\n    roles: x\n") == [
        f"{PATH}:4: Unknown key `roles` in an outlet. The keys are name, aliases."
    ]


@pytest.mark.parametrize("day", ["26 April 2022", "2022-13", "2022-02-30", "20220426", "22", "now"])
def test_bad_date(day: str) -> None:
    text = f"people:\n  - name: Ann Bell\n    roles:\n      - role: mayor\n        until: {day}\n"
    assert faults(text) == [
        f"{PATH}:5: `until` is no date: “{day}”. Write a day like 2022-04-26, a month like 2022-04, or a year."
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("publish: some\n", ":1: `publish` is none of its values: “some”. Write full, excerpts or link."),
        ("people:\n  - aliases: A\n", ":2: A person needs a `name`. Write it as `name: …`."),
        ("people: Ann\n", ":1: `people` cannot be “Ann”. Write `people:` and below it one `- name: …` for each."),
        ("people:\n- name: [A]\n", ":2: `name` cannot be what is given. Write it as `name: …`."),
        ("people:\n- name: A\n  hidden: often\n", ":3: `hidden` cannot be “often”. Write true or false."),
        ("people:\n- name: A\n  name: B\n", ":3: The key `name` stands twice in a person."
         " Keep one of them; the first is on line 2."),
        ("- people\n", ":1: The file is not a mapping. Write one `key: value` a line, like `publish: full`."),
        ("people: [\n", ":2: The file is not valid YAML: expected the node content, but found '<stream end>'."
         " Put texts that hold `: `, `#` or quotation marks between single quotes."),
        ("people:\n- name: Ann Bell\n  aliases: Bell\n- name: Rita Bell\n  aliases: [Rita, BELL]\n",
         ":4: “BELL” means both Ann Bell and Rita Bell. Leave it with one of them."),
        ("people:\n- name: Ann Bell\n- name: Ánn Bell\n",
         ":3: “Ánn Bell” means both Ann Bell and Ánn Bell. Leave it with one of them."),
        ("outlets:\n- name: Post\n- name: Mail\n  aliases: post\n",
         ":3: “post” means both Post and Mail. Leave it with one of them."),
        ("people:\n- name: Ann Bell\n  aliases: A. Bell\n  apart: A Bell\n",
         ":4: “A Bell” stands under both `aliases` (or `name`) and `apart` of Ann Bell. Leave it in one of them."),
        ("people:\n- name: A\n  roles:\n  - role: mayor\n    since: 2020\n    until: 2019\n",
         ":6: The role “mayor” of A ends before it begins. Look at `since` and `until`."),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_with_its_line(text: str, said: str) -> None:
    assert faults(text) == [PATH + said]


def test_several_faults_are_told_at_once() -> None:
    assert len(faults("publish: no\npeople:\n- name: A\n  hiden: true\n- {}\n")) == 3


def test_references_that_multiply_do_not_take_for_ever() -> None:
    def work(count: int) -> Work:
        rows = [f"{b}: &{b} [{', '.join([f'*{a}'] * count)}]" for a, b in zip("abcd", "bcde", strict=True)]
        text = "a: &a [" + "x, " * count + "]\n" + "\n".join(rows) + "\npeople: *e\n"
        assert faults(text)
        return lambda: faults(text)

    assert exponent(work, 75, 300) < LINEAR


@given(
    st.one_of(
        st.binary(max_size=80), st.text(alphabet="people:[]{}-&*!| \nname", max_size=80).map(str.encode)
    )
)
def test_never_raises(data: bytes) -> None:
    parse_settings(data, PATH)
