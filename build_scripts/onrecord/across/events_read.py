"""What tellings of events are compared by, read once: of a source that is unchanged it is remembered."""

from collections.abc import Iterable, Sequence
from typing import Any

from onrecord.across.events_features import Features, Lexicon, capitals, features, lexicon, span_of
from onrecord.across.memory import Memory, prints
from onrecord.briefing import Entry, Happening
from onrecord.model import Event

WORDS_OF, FEATURES_OF = "words of events: ", "features of events: "
"""How what is remembered is called; a source's name follows."""


def spare(memory: Memory) -> None:
    """Keeps what is remembered here, whether it is asked for or not."""
    memory.spare_sources(WORDS_OF)
    memory.spare_sources(FEATURES_OF)


def tellings(entries: Iterable[Entry], memory: Memory) -> list[Features]:
    """The features of all events, in the order of the sources and of their pages."""
    telling = [entry for entry in entries if entry.annotations.events]
    words = [_words(entry, memory) for entry in telling]
    known = Lexicon(
        frozenset(word for small, _, _ in words for word in small),
        frozenset(word for _, short, _ in words for word in short),
    )
    found = []
    for entry, (_, _, written) in zip(telling, words, strict=True):
        rows = _features(entry, known, written, memory)
        events = zip(entry.annotations.events, rows, strict=True)
        found += [_telling(entry.source.name, event, row) for event, row in events]
    return found


def _words(entry: Entry, memory: Memory) -> list[list[str]]:
    """The small words and the acronyms of a source's events; and the words with a capital, in small letters."""
    read = prints(entry, memory)

    def work() -> list[list[str]]:
        happenings = [Happening(entry, event) for event in entry.annotations.events]
        known = lexicon(happenings)
        return [sorted(known.small), sorted(known.short), sorted(capitals(happenings))]

    return memory.recall(WORDS_OF + entry.source.name, (read.text, read.told), work)


def _features(entry: Entry, known: Lexicon, written: Iterable[str], memory: Memory) -> list[list[Any]]:
    """See `_plain`. `written`: the only words that it matters of whether others write them small."""
    read = prints(entry, memory)
    made_of = (read.text, read.told, *sorted(known.small.intersection(written)), "", *sorted(known.short))

    def work() -> list[list[Any]]:
        return [_plain(features(Happening(entry, event), known)) for event in entry.annotations.events]

    return memory.recall(FEATURES_OF + entry.source.name, made_of, work)


def _plain(one: Features) -> list[Any]:
    """The features that are read off the words."""
    sets = (one.names, one.words, one.numbers, one.acts, one.subject, one.places, one.around)
    return [*map(sorted, sets), [sorted(run) for run in one.runs], one.speech]


def _telling(source: str, event: Event, row: Sequence[Any]) -> Features:
    """What `_plain` was made of."""
    names, words, numbers, acts, subject, places, around = map(frozenset, row[:7])
    return Features(
        source,
        event.span,
        span_of(event.date),
        names,
        tuple([frozenset(run) for run in row[7]]),
        words,
        names | words,
        numbers,
        acts,
        subject,
        places,
        row[8],
        around,
    )
