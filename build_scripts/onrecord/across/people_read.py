"""The names that texts and annotations give, read once: of a source that is unchanged they are remembered."""

from collections.abc import Iterable
from typing import Any

from onrecord.across.memory import Memory, prints
from onrecord.across.names import know_buckets, know_forms, plain_buckets, plain_forms
from onrecord.across.people_texts import Text, read_names, runs_in
from onrecord.briefing import Entry

FORMS, FAMILIES, NAMED = "forms of names", "family names", "everybody who is named"
NAMES_OF, NAMED_IN, WHO_IN = "names of ", "named in ", "who is named in "
"""How what is remembered is called; these three are followed by a source's name."""


def spare(memory: Memory) -> None:
    """Keeps what is remembered here, whether it is asked for or not."""
    memory.spare(FORMS)
    memory.spare(FAMILIES)
    memory.spare(NAMED)
    memory.spare_sources(NAMES_OF)
    memory.spare_sources(NAMED_IN)
    memory.spare_sources(WHO_IN)


def take_over(memory: Memory) -> None:
    """Takes over what the last build found out about single names."""
    know_forms(memory.recall(FORMS, (), dict))
    know_buckets(memory.recall(FAMILIES, (), dict))


def leave(memory: Memory) -> None:
    """Leaves to the next build what was found out about single names."""
    for name, found in ((FORMS, plain_forms()), (FAMILIES, plain_buckets())):
        if found.keys() != memory.made(name).keys():
            memory.put(name, (), found)


def texts(entries: Iterable[Entry], memory: Memory) -> dict[str, Text]:
    """Source name → the names of its whole text."""
    return {entry.source.name: Text(*_of_text(entry, memory)) for entry in entries}


def _of_text(entry: Entry, memory: Memory) -> Any:
    """See `read_names`."""
    text = (entry.whole or entry.source).text
    name = NAMES_OF + entry.source.name
    return memory.recall(name, (prints(entry, memory).text,), lambda: read_names(text))


def runs(entry: Entry, memory: Memory) -> list[list[str]]:
    """The names in the words of each statement, then of each event; see `runs_in`."""
    words = [one.words for one in entry.annotations.statements]
    words += [one.what for one in entry.annotations.events]
    return memory.recall(NAMED_IN + entry.source.name, words, lambda: [*map(runs_in, words)])
