"""What is wrong with a briefing, or needs a person's eye: a tuple of functions from a briefing to problems.

What stands on one page alone (changed words, unverified quotations, double ids) is found where pages are read.
"""

from collections.abc import Callable, Iterator

from onrecord.briefing import Briefing, Entry
from onrecord.model import Problem


def unknown_dates(briefing: Briefing) -> Iterator[Problem]:
    """Sources without a publication date: their weekdays and months cannot be read."""
    for entry in briefing.entries:
        if not entry.source.published:
            message = "The publication date is not known, so relative dates stay unresolved."
            hint = f"Add a line like `published: 2022-04-26` to {sidecar_of(entry)}."
            yield Problem(entry.source.path, 0, message, hint, "warning", "undated")


def unconfirmed(briefing: Briefing) -> Iterator[Problem]:
    """Facts that were read off a text when it was added, and that nobody has looked at since."""
    for entry in briefing.entries:
        if entry.source.confirm:
            facts = ", ".join(entry.source.confirm)
            message = f"Read off the text and not yet confirmed: {facts}."
            hint = "Look at them, then take them out of `confirm`."
            yield Problem(sidecar_of(entry), 0, message, hint, "warning", "unconfirmed")


def unattributed(briefing: Briefing) -> Iterator[Problem]:
    """Quotations whose speaker could not be determined."""
    for entry in briefing.entries:
        for statement in entry.annotations.statements:
            if not statement.speaker.name and statement.kind != "indirect":
                message = "Nobody is named as the speaker of this quotation."
                hint = "Write the name in place of “Unattributed” if you know it."
                yield Problem(f"docs/{entry.page}", statement.line, message, hint, "warning", "unattributed")


def no_sources(briefing: Briefing) -> Iterator[Problem]:
    """A briefing of nothing."""
    if not briefing.entries:
        yield Problem(
            "sources",
            0,
            "There is no text yet.",
            "Put .txt, .md or .html files there, or run `onrecord add FILE`.",
            "warning",
        )


def sidecar_of(entry: Entry) -> str:
    """The sidecar's path, whether it exists or not."""
    return entry.source.path.rpartition(".")[0] + ".yml"


CHECKS: tuple[Callable[[Briefing], Iterator[Problem]], ...] = (
    no_sources,
    unknown_dates,
    unconfirmed,
    unattributed,
)


def check(briefing: Briefing) -> tuple[Problem, ...]:
    """All problems of all checks, in the order of the files."""
    found = [problem for one in CHECKS for problem in one(briefing)]
    return tuple(sorted(found, key=lambda p: (p.path, p.line, p.message)))
