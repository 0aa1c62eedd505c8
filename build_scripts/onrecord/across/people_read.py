"""The names that texts and annotations give, read once: of a source that is unchanged they are remembered."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from onrecord.across.memory import Memory
from onrecord.across.names import know_forms, plain_form
from onrecord.across.people_texts import Text, named_by, read_names, runs_in, text_of
from onrecord.briefing import Entry, Said


@dataclass(frozen=True, slots=True)
class Read:
    """What was read of all sources."""

    texts: Mapping[str, Text]
    """Source name → the names of its whole text."""
    runs: Mapping[str, Sequence[str]]
    """Words of statements and events → the names in them; see `runs_in`."""


def read(entries: Iterable[Entry], said: Iterable[Said], memory: Memory) -> Read:
    """The names of the sources' texts and annotations. `said`: what has a speaker with a name."""
    forms: dict[str, Any] = memory.recall("forms", (), dict)
    know_forms(forms)
    texts: dict[str, Text] = {}
    runs: dict[str, Sequence[str]] = {}
    used = {item.statement.speaker.name or "" for item in said}
    for entry in entries:
        found, defined, words = _of_entry(entry, memory)
        texts[entry.source.name] = text_of(found, defined)
        runs.update(words)
        used.update(found)
        used.update(named_by(run).words for run in found)
    if used != forms.keys():
        memory.put("forms", (), {name: plain_form(name) for name in sorted(used)})
    return Read(texts, runs)


def _of_entry(entry: Entry, memory: Memory) -> Any:
    """[runs of the text, what abbreviations stand for, words of annotations → runs in them]"""
    text = (entry.whole or entry.source).text
    annotations = entry.annotations
    words = [*(one.words for one in annotations.statements), *(one.what for one in annotations.events)]

    def work() -> list[Any]:
        return [*read_names(text), {one: runs_in(one) for one in words}]

    return memory.recall(f"names of {entry.source.name}", (text, *words), work)
