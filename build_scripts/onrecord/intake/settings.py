"""sources/briefing.yml: what holds for all sources."""

from dataclasses import dataclass

from onrecord.model import Problem, Settings


@dataclass(frozen=True, slots=True)
class Given:
    """The settings as far as they are right, and what is wrong with them."""

    settings: Settings
    problems: tuple[Problem, ...] = ()


def parse_settings(data: bytes | None, path: str) -> Given:
    """Read sources/briefing.yml; None (no such file) gives the defaults. Never raises."""
    return Given(Settings())
