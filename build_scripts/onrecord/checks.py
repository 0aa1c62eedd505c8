"""What is wrong with a briefing, or needs a person's eye: a tuple of functions from a briefing to problems.

What stands on one page alone (changed words, unverified quotations, double ids) is found where pages are read.
"""

import re
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


def reserved_rights(briefing: Briefing) -> Iterator[Problem]:
    """Texts that reserve their rights and are published in full: one warning for all of them."""
    names = [
        entry.source.name
        for entry in briefing.entries
        if entry.source.publish == "full" and reserves(entry.source.rights or "")
    ]
    if names:
        many = len(names) > 1
        who = f"{len(names)} texts that reserve their" if many else "A text that reserves its"
        listed = ", ".join(names[:NAMED]) + (f" and {len(names) - NAMED} more" if len(names) > NAMED else "")
        message = f"{who} rights {'are' if many else 'is'} published in full: {listed}."
        hint = "Set `publish: excerpts` in sources/briefing.yml or in the sidecar, unless you may publish all of it."
        yield Problem("sources", 0, message, hint, "warning", "rights")


NAMED = 10
"""Names that one message lists, at most."""
_RESERVED = re.compile(
    r"all rights reserved|rights? (?:are )?reserved|copyright|©|\(c\) ?\d{4}|"
    r"(?:not|never) be (?:published|reproduced|copied|redistributed|rewritten|broadcast)|"
    r"without (?:prior |written |express )*(?:permission|consent)",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"creative commons|\bcc[ -](?:by|0|zero)\b|\bcc0\b|public domain|open government licen[cs]e|no copyright|"
    r"(?:free|permitted) to (?:reproduce|republish|copy)|may be (?:freely )?(?:reproduced|republished|copied)",
    re.IGNORECASE,
)


def reserves(rights: str) -> bool:
    """Whether a rights line keeps others from publishing the text; one that names an open licence does not."""
    return bool(_RESERVED.search(rights)) and not _OPEN.search(rights)


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
    reserved_rights,
)


def check(briefing: Briefing) -> tuple[Problem, ...]:
    """All problems of all checks, in the order of the files."""
    found = [problem for one in CHECKS for problem in one(briefing)]
    return tuple(sorted(found, key=lambda p: (p.path, p.line, p.message)))
