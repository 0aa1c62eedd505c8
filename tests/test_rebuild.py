"""What is remembered between builds changes nothing: after any edits a build is as one that remembers nothing."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.across import Memory, annotations, collect, parts
from onrecord.briefing import Entry
from onrecord.model import Event, Settings, Statement
from onrecord.publish import briefing_data, data_files, site
from onrecord.publish.kept import NOTHING_KEPT, Kept
from onrecord.publish.references import References, references
from shared_data import program

SETTINGS = Settings()
ROOT = Path(__file__).parent.parent


ENTRIES: list[Entry] = list(program(ROOT / "benchmarks/across_scale.py").entries(30, 6))


def statements(entry: Entry, edit: Callable[[Statement], Statement | None], at: int) -> Entry:
    found = list(entry.annotations.statements)
    if not found:
        return entry
    edited = edit(found.pop(at % len(found)))
    found[at % (len(found) + 1) : at % (len(found) + 1)] = [edited] if edited else []
    return replace(entry, annotations=replace(entry.annotations, statements=tuple(found)))


def events(entry: Entry, edit: Callable[[Event], Event | None], at: int) -> Entry:
    found = list(entry.annotations.events)
    if not found:
        return entry
    edited = edit(found.pop(at % len(found)))
    return replace(
        entry, annotations=replace(entry.annotations, events=(*found, *([edited] if edited else ())))
    )


def speaker(name: str | None) -> Callable[[Entry, int], Entry]:
    return lambda entry, at: statements(
        entry, lambda one: replace(one, speaker=replace(one.speaker, name=name)), at
    )


def said_elsewhere(entry: Entry, at: int) -> Entry:
    """Gives a statement the words and the speaker of one of another source."""
    other = ENTRIES[at % len(ENTRIES)].annotations.statements[0]
    return statements(
        entry, lambda one: replace(one, words=other.words, speaker=other.speaker, kind="direct"), at
    )


def added(nobody: bool, within: bool) -> Callable[[Entry, int], Entry]:
    """Adds a statement by hand with the words of one of the source itself or of another, maybe said by nobody."""

    def edit(entry: Entry, at: int) -> Entry:
        found = entry.annotations.statements
        if within and not found:
            return entry
        model = found[at % len(found)] if within else ENTRIES[at % len(ENTRIES)].annotations.statements[-1]
        who = replace(model.speaker, name=None if nobody else model.speaker.name)
        ident = f"by-hand-{len(found)}"
        new = replace(model, id=ident, paragraph=1, speaker=who, kind="direct", words=f"{model.words} Added.")
        return replace(entry, annotations=replace(entry.annotations, statements=(*found, new)))

    return edit


def cut(entry: Entry, at: int) -> Entry:
    return statements(entry, lambda one: replace(one, words=" ".join(one.words.split()[:-2])), at)


def role(entry: Entry, at: int) -> Entry:
    return statements(
        entry, lambda one: replace(one, speaker=replace(one.speaker, role=f"mayor {at % 3}")), at
    )


EDITS: dict[str, Callable[[Entry, int], Entry]] = {
    "role": role,
    "speaker": speaker("Ann Bell"),
    "another form": speaker("Mayor Bell"),
    "nobody": speaker(None),
    "deleted": lambda entry, at: statements(entry, lambda one: None, at),
    "cut": cut,
    "added": added(nobody=False, within=False),
    "added for nobody": added(nobody=True, within=False),
    "said twice": added(nobody=False, within=True),
    "emptied": lambda entry, at: replace(entry, annotations=replace(entry.annotations, statements=())),
    "elsewhere": said_elsewhere,
    "day": lambda entry, at: statements(entry, lambda one: replace(one, said_on="2021-01-02"), at),
    "date": lambda entry, at: events(entry, lambda one: replace(one, date="2021-01-19"), at),
    "no event": lambda entry, at: events(entry, lambda one: None, at),
    "published": lambda entry, at: replace(
        entry, source=replace(entry.source, published=f"2021-02-{at % 28 + 1:02d}")
    ),
    "outlet": lambda entry, at: replace(entry, source=replace(entry.source, outlet=f"Outlet {at % 3}", agency="AP")),
    "text": lambda entry, at: replace(
        entry, source=replace(entry.source, text=entry.source.text.replace("said", "told", at % 3 + 1))
    ),
}  # fmt: skip

Edited = tuple[str, int, int]


def after(entries: Sequence[Entry], edits: Sequence[Edited]) -> list[Entry]:
    """The entries after some edits: (kind, which source, which of its annotations)."""
    found = list(entries)
    for kind, which, at in edits:
        found[which % len(found)] = EDITS[kind](found[which % len(found)], at)
    return found


def remembered(memory: Memory) -> Memory:
    """As the next build reads it."""
    rows = {**memory.before, **memory.news()}
    return Memory({name: row for name, row in rows.items() if row is not None})


def made(entries: Sequence[Entry], memory: Memory | None) -> tuple[object, ...]:
    """All that a build makes of the entries."""
    keys = {one.source.name: hashlib.sha256(repr(one).encode()).hexdigest() for one in entries}
    memory = replace(memory, keys=keys) if memory else None
    briefing = collect("Scale", "", entries, SETTINGS, memory)
    kept = (
        Kept(
            keys,
            memory.recall,
            parts(briefing, memory),
            annotations(briefing, memory),
            memory.results,
            spare=memory.spare_sources,
            spare_all=memory.spare,
        )
        if memory
        else NOTHING_KEPT
    )
    known = references(briefing)
    pieces = data_files.pieces(briefing, known, kept)
    files = data_files.data_files(briefing, known, kept, pieces)
    heads = data_files.head_files(briefing, known, kept, pieces)
    return briefing, files, heads, site.pages(briefing, kept, pdf=False)


STEPS = st.lists(
    st.lists(st.tuples(st.sampled_from(sorted(EDITS)), st.integers(0, 29), st.integers(0, 40)), max_size=3),
    min_size=1,
    max_size=3,
)


@settings(max_examples=12, deadline=None)
@given(STEPS)
def test_a_build_that_remembers_is_as_one_that_does_not(steps: list[list[Edited]]) -> None:
    entries = ENTRIES
    memory = Memory()
    made(entries, memory)
    for edits in steps:
        entries = after(entries, edits)
        memory = remembered(memory)
        assert made(entries, memory) == made(entries, None)


@pytest.mark.parametrize("kind", sorted(EDITS))
def test_every_kind_of_edit_changes_what_is_made(kind: str) -> None:
    """Else the test above would test nothing."""
    entries = after(ENTRIES, [(kind, 7, 1)])
    memory = Memory()
    before = made(ENTRIES, memory)
    found = made(entries, remembered(memory))
    assert found == made(entries, None)
    assert found != before


def test_what_is_the_same_is_not_made_again(monkeypatch: pytest.MonkeyPatch) -> None:
    memory = Memory()
    first = made(ENTRIES, memory)
    again = remembered(memory)
    read: list[str] = []
    monkeypatch.setattr("onrecord.across.people_read.read_names", lambda text: read.append(text))
    monkeypatch.setattr("onrecord.across.same_known.compare", lambda *_: read.append("pair"))
    monkeypatch.setattr("onrecord.publish.briefing_data.of_entry", lambda *_: read.append("entry"))
    monkeypatch.setattr("onrecord.publish.site.quotations", lambda *_: read.append("page"))
    assert made(ENTRIES, again) == first
    assert read == []
    assert again.news() == {}


def test_after_an_edit_only_what_it_touches_is_made_again(monkeypatch: pytest.MonkeyPatch) -> None:
    memory = Memory()
    made(ENTRIES, memory)
    for _ in range(2):
        memory = remembered(memory)
        made(ENTRIES, memory)
    read: list[str] = []
    real = briefing_data.of_entry

    def noted(entry: Entry, known: References) -> list[str]:
        read.append(entry.source.name)
        return real(entry, known)

    monkeypatch.setattr(briefing_data, "of_entry", noted)
    made(after(ENTRIES, [("role", 3, 1)]), remembered(memory))
    assert read == [ENTRIES[3].source.name]
