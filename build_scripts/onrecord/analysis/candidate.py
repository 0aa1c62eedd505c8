"""A place where a statement may stand."""

from typing import NamedTuple


class Candidate(NamedTuple):
    """A place where a statement may stand; tokens are indices into the tree."""

    cue: int
    """The cue's head."""
    words: tuple[int, ...]
    """All tokens of the cue."""
    frame: str
    content: list[int]
    head: int
    """The head of the content."""
    source: int | None
    """The head of the noun phrase that names the speaker."""
    link: str
    """How the source was found: "subject", "agent", "relative", "shared", "owner", "none" …"""
