"""Edits always survive: random sequences of edits, source changes, other analyses, builds and accidents.

ONRECORD_STEPS sets the number of steps (5,000 by default). What holds is in survival.py, what happens in
survival_actions.py and its neighbours.
"""

import functools
import os
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

import survival_places
from onrecord import analysis, pipeline, sums
from onrecord.briefing import Briefing
from onrecord.pages import merge, reader
from onrecord.publish import site
from onrecord.publish.kept import Kept
from survival import Desk
from survival_actions import ACTIONS, Action
from survival_stub import NAMES, stub

STEPS = int(os.environ.get("ONRECORD_STEPS", "5000"))
PER_RUN = 50


class Survival(RuleBasedStateMachine):
    """A desk on which one thing after the other happens, with a build after every third or so."""

    def __init__(self) -> None:
        super().__init__()
        self.desk = Desk()

    def teardown(self) -> None:
        self.desk.close()

    @rule(
        action=st.sampled_from(ACTIONS),
        name=st.sampled_from(NAMES),
        at=st.integers(0, 40),
        build=st.sampled_from((False, False, True)),
    )
    def happens(self, action: Action, name: str, at: int, build: bool) -> None:
        action(self.desk, name, at)
        if build:
            survival_places.build(self.desk)


def timeline_alone(briefing: Briefing, kept: Kept, *, pdf: bool) -> tuple[site.GeneratedPage, ...]:
    """Stands for `site.pages`: one page with a region is enough here."""
    content = "\n".join(["Days:", *(day.date for day in briefing.timeline)])
    page = f"# Timeline\n\n{site.marked('timeline', content)}\n"
    return (site.GeneratedPage("timeline.md", page, (("timeline", content),)),)


@pytest.fixture
def swift(monkeypatch: pytest.MonkeyPatch) -> None:
    """The stub for the analysis; and without what takes time and has no bearing on people's edits."""
    monkeypatch.setattr(analysis, "analyse", stub)
    # Files are edited within moments here, on a file system that counts finer: so stamps tell these apart, too.
    monkeypatch.setattr(sums, "YOUNG", 30_000_000)
    monkeypatch.setattr(os, "fsync", lambda file: None)
    monkeypatch.setattr(pipeline, "_data", lambda *given: {})
    monkeypatch.setattr(site, "pages", timeline_alone)
    remembered = functools.lru_cache(maxsize=100)(reader.read_blocks)
    monkeypatch.setattr(reader, "read_blocks", remembered)
    monkeypatch.setattr(merge, "read_blocks", remembered)


@pytest.mark.usefixtures("swift")
def test_edits_survive_whatever_happens() -> None:
    machine: Any = Survival.TestCase
    machine.settings = settings(
        max_examples=max(1, STEPS // PER_RUN),
        stateful_step_count=PER_RUN,
        deadline=None,
        phases=(Phase.reuse, Phase.generate),  # shrinking would take longer than reading fifty lines
        suppress_health_check=list(HealthCheck),
    )
    machine().runTest()
