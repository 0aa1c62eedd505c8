"""A build that is killed at any moment leaves the old state or the new one, and the next build finishes.

ONRECORD_KILLS sets how many are killed (15 by default).
"""

import os
import random
import signal
import time

import pytest

from briefings import tree
from machine import NEEDS_POSIX
from onrecord import analysis, pipeline
from survival import Desk
from survival_stub import OPINION, stub

KILLS = int(os.environ.get("ONRECORD_KILLS", "15"))


def build(desk: Desk, planned: int | None = None) -> tuple[float, float]:
    """As `onrecord annotate`; the seconds it took to plan and to write. Writes to `planned`, a pipe, in between."""
    began = time.monotonic()
    with desk.project.locked():
        plan = pipeline.plan(desk.project, pdf=False)
        changes = desk.project.changes(plan.files)
        middle = time.monotonic()
        if planned is not None:
            os.write(planned, b".")
        desk.project.remember(plan.cache)
        desk.project.write(changes)
    return middle - began, time.monotonic() - middle


def state(desk: Desk) -> dict[str, bytes]:
    """All that a build may change for good."""
    return tree(desk.root, ".onrecord/work", ".onrecord/cache", ".onrecord/lock")


def after_a_build(desk: Desk) -> dict[str, bytes]:
    files = {**state(desk), **desk.project.changes(pipeline.plan(desk.project, pdf=False).files)}
    return {path: data for path, data in files.items() if data is not None}


def killed_after(desk: Desk, seconds: float, *, planned: bool) -> None:
    """Builds in a process of its own, and kills it so long after its start, or after all is planned."""
    ready, tell = os.pipe()
    child = os.fork()
    if child == 0:
        build(desk, tell)
        os._exit(0)
    if planned:
        os.read(ready, 1)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(ready)
    os.close(tell)


@NEEDS_POSIX
def test_a_killed_build_leaves_the_old_state_or_the_new(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(analysis, "analyse", stub)
    desk, chance = Desk(), random.Random(1)
    outcomes: dict[str, int] = {"old": 0, "new": 0}
    took = (0.1, 0.01)
    for number in range(1, KILLS + 1):
        OPINION.version = number
        desk.forget_readings()
        page = desk.path("a")
        page.write_text(page.read_text(encoding="utf-8") + f"\nMine, number {number}.\n", encoding="utf-8")
        old, new = state(desk), after_a_build(desk)
        assert old != new
        killed_after(desk, chance.uniform(0, took[number % 2]), planned=number % 2 == 1)
        with desk.project.locked():
            there = state(desk)
        assert there in (old, new)
        outcomes["new" if there == new else "old"] += 1
        planning, writing = build(desk)
        took = (planning, 1.5 * writing) if there == old else took
        assert state(desk) == new == after_a_build(desk)
        assert f"Mine, number {number}." in page.read_text(encoding="utf-8")
    desk.close()
    print(outcomes)
    assert KILLS < 100 or all(outcomes.values())
