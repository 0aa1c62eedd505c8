"""What sources/briefing.yml does to fresh annotations, and, through whole builds, to pages with edits."""

from pathlib import Path

import pytest

from briefings import briefing, put
from onrecord import known, pipeline
from onrecord.model import (
    Annotations,
    KnownOutlet,
    KnownPerson,
    KnownRole,
    Settings,
    Source,
    Speaker,
    Statement,
)
from onrecord.project import Project

MAYOR = KnownRole("mayor of Harwick", "2017-01-01", "2022-04-30")
MASTER = KnownRole("harbour master", "2022-05-02")
BELL = KnownPerson("Ann Bell", ("A. Bell", "Mayor Bell"), (MAYOR, MASTER))
SETTINGS = Settings(people=(BELL,), outlets=(KnownOutlet("Harwick Post", ("the post", "HP")),))
SOURCE = Source("one", "sources/one.txt", "", published="2022-04-26")


def speaker(
    name: str | None, role: str | None = None, day: str | None = None, source: Source = SOURCE
) -> Speaker:
    statement = Statement("a", "direct", (), Speaker((1, 2), name, role), "words", 1, said_on=day)
    found = known.of_annotations(SETTINGS, source, Annotations((statement,)))
    return found.statements[0].speaker


@pytest.mark.parametrize("form", ["Ann Bell", "ANN BELL", "A Bell", "Mayor Béll", "a. bell"])
def test_forms_match_case_and_accents_aside(form: str) -> None:
    assert speaker(form) == Speaker((1, 2), "Ann Bell", "mayor of Harwick")


@pytest.mark.parametrize("form", ["Bell", "Mayor Ann Bell", "Ann Bell Jr.", "Ann", None])
def test_only_whole_forms_match(form: str | None) -> None:
    assert speaker(form, "a role") == Speaker((1, 2), form, "a role")


@pytest.mark.parametrize(
    ("day", "role"),
    [
        ("2016-12-31", "as the text has it"),
        ("2017-01-01", "mayor of Harwick"),
        (None, "mayor of Harwick"),  # on the day of publication
        ("2022-04-30", "mayor of Harwick"),
        ("2022-05-01", "as the text has it"),
        ("2022-05-02", "harbour master"),
        ("2030-01-01", "harbour master"),
    ],
)
def test_the_role_is_that_of_the_day(day: str | None, role: str) -> None:
    assert speaker("A. Bell", "as the text has it", day).role == role


def test_on_an_unknown_day_only_a_role_without_dates_holds() -> None:
    assert speaker("A. Bell", "as told", source=Source("x", "sources/x.txt", "")).role == "as told"
    assert known.role_on(KnownPerson("Tom", roles=(MAYOR, KnownRole("ferry man"))), None) == "ferry man"


@pytest.mark.parametrize(
    ("given", "name"), [("The Post", "Harwick Post"), ("hp", "Harwick Post"), ("Mail", "Mail")]
)
def test_outlets_get_their_canonical_name(given: str, name: str) -> None:
    assert known.of_source(SETTINGS, Source("a", "sources/a.txt", "", outlet=given)).outlet == name


def test_nothing_known_changes_nothing() -> None:
    assert known.of_source(Settings(), SOURCE) is SOURCE
    none = Annotations()
    assert known.of_annotations(Settings(), SOURCE, none) is none


def build(root: Path) -> pipeline.Plan:
    project = Project.at(root)
    plan = pipeline.plan(project, pdf=False)
    project.write(project.changes(plan.files))
    return plan


def test_a_change_reaches_untouched_fields_and_never_an_edited_one(tmp_path: Path) -> None:
    root = briefing(tmp_path / "b")
    put(root, "second", "A second day\n\n“We wait for the tide,” said Ann Bell on Monday.\n",
        "published: 2022-04-27\noutlet: HP\n")  # fmt: skip
    build(root)
    page = root / "docs/sources/harbour.md"
    text = page.read_text(encoding="utf-8")
    title = "> [!quote] Ann Bell, mayor of Harwick"
    assert text.count(title) == 2
    mine = text.replace(title, "> [!quote] Rita Marsh, once a singer", 1).replace(title, title + " for now")
    page.write_text(mine, encoding="utf-8")
    (root / "sources/briefing.yml").write_text(
        "people:\n- name: Annabel Bell\n  aliases: Ann Bell\n  roles:\n  - {role: head of the port, since: 2022}\n"
        "outlets:\n- name: Harbour Papers\n  aliases: [HP, Harwick Post]\n",
        encoding="utf-8",
    )
    plan = build(root)
    speakers = [
        (entry.source.outlet, statement.speaker.name, statement.speaker.role)
        for entry in plan.briefing.entries
        for statement in entry.annotations.statements
        if entry.source.name != "ferry"
    ]
    assert speakers == [
        ("Harbour Papers", "Rita Marsh", "once a singer"),
        ("Harbour Papers", "Annabel Bell", "mayor of Harwick for now"),
        ("Harbour Papers", "Annabel Bell", "head of the port"),
    ]
    assert "> [!quote] Annabel Bell, mayor of Harwick for now" in page.read_text(encoding="utf-8")
    assert "> [!quote] Annabel Bell, head of the port" in (root / "docs/sources/second.md").read_text("utf-8")
    assert (root / "docs/speakers/annabel-bell.md").exists()
    again = Project.at(root)
    assert again.changes(pipeline.plan(again, pdf=False).files) == {}


def test_a_name_typed_by_hand_that_is_an_alias_joins_its_person(tmp_path: Path) -> None:
    root = briefing(tmp_path / "b")
    (root / "sources/briefing.yml").write_text("people:\n- name: Ann Bell\n  aliases: Her Honour\n", "utf-8")
    build(root)
    page = root / "docs/sources/ferry.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("> [!quote] Tom Finch", "> [!quote] Her Honour", 1), encoding="utf-8")
    people = {person.name: person for person in build(root).briefing.people}
    assert "> [!quote] Her Honour" in page.read_text(encoding="utf-8")
    assert "Her Honour" not in people
    assert "ferry" in {said.entry.source.name for said in people["Ann Bell"].said}
