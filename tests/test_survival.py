"""Edits always survive: random sequences of edits, source changes, other analyses, builds and crashes.

A model keeps what people did; after each build it is compared with the pages. The analysis is a stub whose opinions
change. ONRECORD_STEPS sets the number of steps (5,000 by default).
"""

import os
import re
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from onrecord import analysis, pipeline
from onrecord.model import Annotations, Source, Speaker, Statement, annotation_id
from onrecord.pages.reader import Block, read_blocks
from onrecord.project import Project

STEPS = int(os.environ.get("ONRECORD_STEPS", "5000"))
PER_RUN = 50
NAMES = ("a", "b")
SENTENCES = [
    f"{who} {what} the {where} {when}."
    for who, when in (("Boats leave", "at dawn"), ("Crews mend", "by night"), ("Clerks count", "in May"))
    for what in ("near", "behind", "along")
    for where in ("harbour", "customs house", "old pier")
]
"""27 paragraphs, no two of them alike."""
SPEAKERS = ("Ann Bell", "Tom Finch", "Rita Moss")
ROLES = ("mayor", "clerk", None)


@dataclass
class Opinion:
    """What the stub thinks: everything follows from a number, so that a build can be repeated."""

    version: int = 0

    def of(self, sentence: str) -> Speaker | None:
        """Who says `sentence`; None where the stub finds no statement."""
        number = sum(map(ord, sentence)) * 7 + self.version * 13
        return None if number % 4 == 0 else Speaker(name=SPEAKERS[number % 3], role=ROLES[number % 5 % 3])


OPINION = Opinion()


def stub(sources: Iterable[Source]) -> Iterator[analysis.Analysis]:
    for source in sources:
        found = []
        for paragraph in source.paragraphs:
            words = source.text[slice(*paragraph.span)]
            speaker = OPINION.of(words)
            if speaker:
                ident = annotation_id(words)
                found.append(
                    Statement(ident, "indirect", (paragraph.span,), speaker, words, paragraph.number)
                )
        yield analysis.Analysis(source, Annotations(tuple(found)))


@dataclass
class Person:
    """What people did on one page."""

    lines: list[str] = field(default_factory=list)
    speakers: dict[str, str] = field(default_factory=dict)
    """Annotation id → the name somebody wrote."""
    deleted: set[str] = field(default_factory=set)


class Survival(RuleBasedStateMachine):
    """A briefing of two texts that people, sources and the analysis change in turns."""

    def __init__(self) -> None:
        super().__init__()
        self.root = Path(tempfile.mkdtemp(prefix="onrecord-survival-"))
        (self.root / "sources").mkdir()
        (self.root / "mkdocs.yml").write_text("site_name: Survival\n", encoding="utf-8")
        self.project = Project.at(self.root)
        self.texts = {name: SENTENCES[n * 6 : n * 6 + 5] for n, name in enumerate(NAMES)}
        self.people = {name: Person() for name in NAMES}
        self.count = 0
        self.fresh = False
        OPINION.version = 0

    def teardown(self) -> None:
        shutil.rmtree(self.root)

    @initialize()
    def start(self) -> None:
        self.write_sources()
        self.build()

    def write_sources(self) -> None:
        for name, sentences in self.texts.items():
            text = "\n\n".join(sentences) + "\n"
            (self.root / f"sources/{name}.txt").write_text(text, encoding="utf-8")
            (self.root / f"sources/{name}.yml").write_text("published: 2022-04-26\n", encoding="utf-8")

    def path(self, name: str) -> Path:
        return self.root / f"docs/sources/{name}.md"

    def blocks(self, name: str) -> tuple[Block, ...]:
        return read_blocks(self.path(name).read_text(encoding="utf-8"))

    def save(self, name: str, raws: list[str]) -> None:
        self.path(name).write_text("".join(raws), encoding="utf-8")
        self.fresh = False

    # What people do

    @rule(name=st.sampled_from(NAMES), at=st.integers(0, 40))
    def write_a_line(self, name: str, at: int) -> None:
        blocks = self.blocks(name)
        at = 1 + at % len(blocks)
        self.count += 1
        line = f"Mine, number {self.count}."
        raws = [
            block.raw if block.raw.endswith("\n\n") else block.raw.rstrip("\n") + "\n\n" for block in blocks
        ]
        self.save(name, [*raws[:at], line + "\n\n", *raws[at:]])
        self.people[name].lines.append(line)

    @rule(name=st.sampled_from(NAMES), which=st.integers(0, 40))
    def correct_a_speaker(self, name: str, which: int) -> None:
        statements = [b for b in self.blocks(name) if b.statement and b.id]
        if statements:
            chosen = statements[which % len(statements)]
            self.count += 1
            new = f"Person {self.count}"
            raw = re.sub(r"(> \[!quote\] )[^,\n]*", rf"\g<1>{new}", chosen.raw, count=1)
            self.save(name, [raw if b.id == chosen.id else b.raw for b in self.blocks(name)])
            self.people[name].speakers[str(chosen.id)] = new

    @rule(name=st.sampled_from(NAMES), which=st.integers(0, 40))
    def delete_a_callout(self, name: str, which: int) -> None:
        statements = [b for b in self.blocks(name) if b.statement and b.id]
        if statements:
            chosen = str(statements[which % len(statements)].id)
            self.save(name, [b.raw for b in self.blocks(name) if b.id != chosen])
            self.people[name].speakers.pop(chosen, None)
            self.people[name].deleted.add(chosen)

    @rule(name=st.sampled_from(NAMES))
    def save_with_another_editor(self, name: str) -> None:
        text = self.path(name).read_text(encoding="utf-8")
        self.path(name).write_bytes(text.replace("\n", "\r\n").encode())

    # What else happens

    @rule(name=st.sampled_from(NAMES), at=st.integers(0, 9), new=st.sampled_from(SENTENCES))
    def the_source_gains_a_paragraph(self, name: str, at: int, new: str) -> None:
        if all(new not in text for text in self.texts.values()):
            self.texts[name].insert(at % (len(self.texts[name]) + 1), new)
            self.write_sources()
            self.fresh = False

    @rule(name=st.sampled_from(NAMES), at=st.integers(0, 9))
    def the_source_loses_a_paragraph(self, name: str, at: int) -> None:
        if len(self.texts[name]) > 2:
            self.texts[name].pop(at % len(self.texts[name]))
            self.write_sources()
            self.fresh = False

    @rule(version=st.integers(0, 30))
    def the_analysis_changes(self, version: int) -> None:
        OPINION.version = version
        self.fresh = False

    @rule()
    def build(self) -> None:
        plan = pipeline.plan(self.project, pdf=False)
        self.project.write(self.project.changes(plan.files))
        again = pipeline.plan(self.project, pdf=False)
        assert self.project.changes(again.files) == {}
        self.fresh = True

    @rule(after=st.integers(0, 6))
    def a_build_is_cut_off(self, after: int) -> None:
        changes = self.project.changes(pipeline.plan(self.project, pdf=False).files)
        left = after
        real = Project._move

        def dies(project: Project, part: str | None, target: Path) -> None:
            nonlocal left
            if left == 0:
                raise KeyboardInterrupt
            left -= 1
            real(project, part, target)

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Project, "_move", dies)
            try:
                self.project.write(changes)
            except KeyboardInterrupt:
                patch.undo()
                with self.project.locked():
                    pass
        assert self.project.changes(changes) == {}
        self.fresh = True

    # What must hold

    @invariant()
    def nothing_of_a_person_is_lost(self) -> None:
        for name, person in self.people.items():
            if self.path(name).exists():
                text = self.path(name).read_text(encoding="utf-8")
                assert [line for line in person.lines if line not in text] == []

    @invariant()
    def edits_stand_and_deletions_stay(self) -> None:
        for name, person in self.people.items():
            if self.path(name).exists():
                shown = {b.id: b.statement for b in self.blocks(name) if b.statement}
                assert not person.deleted & set(map(str, shown))
                for ident, speaker in person.speakers.items():
                    statement = shown.get(ident)
                    assert statement, f"{ident} was edited, and is gone"
                    assert statement.speaker.name == speaker

    @invariant()
    def untouched_callouts_follow_the_analysis(self) -> None:
        if not self.fresh:
            return
        for name, person in self.people.items():
            texts = {annotation_id(s): OPINION.of(s) for s in self.texts[name]}
            shown = {b.id: b.statement for b in self.blocks(name) if b.statement}
            for ident, speaker in texts.items():
                if speaker and ident not in person.deleted and ident not in person.speakers:
                    assert ident in shown
                    statement = shown[ident]
                    assert statement
                    assert (statement.speaker.name, statement.speaker.role) == (speaker.name, speaker.role)
            stale = [i for i in shown if i not in person.speakers and not texts.get(str(i))]
            assert stale == []


def test_edits_survive_whatever_happens(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(analysis, "analyse", stub)
    machine: Any = Survival.TestCase
    machine.settings = settings(
        max_examples=max(1, STEPS // PER_RUN),
        stateful_step_count=PER_RUN,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    machine().runTest()
