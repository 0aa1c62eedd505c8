"""The names that texts and annotations give, read once: of a source that is unchanged they are remembered."""

from collections.abc import Iterable, Mapping
from typing import Any

from onrecord.across.memory import Memory, prints
from onrecord.across.names import BUCKETS, FORMS, Known
from onrecord.across.people_texts import Text, read_names, runs_in
from onrecord.briefing import Entry

KNOWN: Mapping[str, Known[Any]] = {"forms of names": FORMS, "family names": BUCKETS}
"""What is known of single names, and how that is called."""
NAMED, WHO_IN = "everybody who is named", "who is named in each source"
NAMES_OF, NAMED_IN = "names: ", "named: "
"""How what is remembered of single sources is called; a source's name follows."""


def spare(memory: Memory) -> None:
    """Keeps what is remembered here, whether it is asked for or not."""
    for name in KNOWN:
        memory.spare(name)
    memory.spare(NAMED)
    memory.spare(WHO_IN)
    memory.spare_sources(NAMES_OF)
    memory.spare_sources(NAMED_IN)


def take_over(memory: Memory) -> None:
    """Takes over what the last build found out about single names."""
    for name, known in KNOWN.items():
        known.take_over(memory.recall(name, (), dict))


def leave(memory: Memory) -> None:
    """Leaves to the next build what was found out about single names."""
    for name, known in KNOWN.items():
        if (found := known.leaving()) is not None:
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
