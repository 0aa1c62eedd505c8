"""Time in proportion to size: eight times a text of each family of benchmarks/linear.py, no twelve times the cost."""

import importlib.util
import math
import time
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from onrecord import analysis, intake
from onrecord.model import Annotations, Paragraph, Source, Speaker, Statement, words_of
from onrecord.pages.merge import merge
from onrecord.pages.reader import read_page
from onrecord.pages.writer import write_page


def _benchmark() -> ModuleType:
    path = Path(__file__).parent.parent / "benchmarks" / "linear.py"
    spec = importlib.util.spec_from_file_location("linear", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


FAMILIES: dict[str, Callable[[int], str]] = _benchmark().FAMILIES
PARSED = (
    "ordinary", "capitals", "long word", "opening marks", "straight marks", "apostrophes", "dates", "names", "cues",
    "same line",
)  # fmt: skip
"""Those whose analysis is measured, too: it takes most of the time."""
MOST = 12
SMALL = 0.02
"""Seconds below which nothing can be told."""


def read(family: str, size: int) -> Source | None:
    suffix = ".html" if family.startswith("HTML") else ".txt"
    file = intake.SourceFile("x", f"sources/x{suffix}", FAMILIES[family](size).encode())
    return intake.read(file).source


def through_a_page(source: Source) -> None:
    """Every paragraph said by somebody; written, edited, merged and read back."""
    statements = tuple(
        Statement(
            f"i-{p.number}",
            "indirect",
            (p.span,),
            Speaker(name="Ann Bell"),
            words_of(source.text, [p.span]),
            p.number,
        )
        for p in source.paragraphs
    )
    page = write_page(source, Annotations(statements))
    merged = merge("x.md", source, Annotations(statements), page, page + "\nMine.\n")
    read_page("x.md", merged.page, source)


def grows(small: Callable[[], object], large: Callable[[], object]) -> float:
    """How many times as much `large` costs, in the best of three tries, for others are at work on the machine."""
    ratio = math.inf
    for _ in range(3):
        ratio = min(ratio, seconds(large) / seconds(small))
        if ratio < MOST:
            break
    return ratio


def seconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return max(time.process_time() - began, SMALL)


@pytest.mark.parametrize("family", FAMILIES)
def test_reading_and_writing_is_linear(family: str) -> None:
    def both(size: int) -> None:
        source = read(family, size)
        if source:
            through_a_page(source)

    both(2_000)
    assert grows(lambda: both(4_000), lambda: both(32_000)) < MOST


@pytest.mark.parametrize("family", PARSED)
def test_the_analysis_is_linear(family: str) -> None:
    small, large = (read(family, size) for size in (2_500, 20_000))
    assert small
    assert large
    list(analysis.analyse([Source("w", "w.txt", "He said yes.", (Paragraph(1, (0, 12)),))]))
    assert grows(lambda: list(analysis.analyse([small])), lambda: list(analysis.analyse([large]))) < MOST
