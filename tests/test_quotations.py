"""Quotations from their marks alone: fixtures/quotations, and what holds for every text."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it.utils import read_fixture_file

from growth import LINEAR, Work, exponent
from onrecord.analysis.quotations import Quotation, find_quotations
from onrecord.model import Paragraph

CASES = read_fixture_file(Path(__file__).parent / "fixtures" / "quotations" / "english.md")
MARKS = st.text(alphabet="ab ,.'\"“”‘’«»„`\n—", max_size=80)


def told(text: str, quotation: Quotation) -> str:
    words = text[slice(*quotation.span)]
    notes = (("single", quotation.single), ("unopened", not quotation.opened), ("open", not quotation.closed))
    return " ".join([words, *(note for note, holds in notes if holds)])


@pytest.mark.parametrize(
    ("title", "text", "expected"), [case[1:] for case in CASES], ids=lambda value: value[:40]
)
def test_quotations(title: str, text: str, expected: str) -> None:
    text = text.rstrip("\n")
    found = find_quotations(text, [Paragraph(1, (0, len(text)))])
    assert "\n".join([told(text, each) for each in found] or ["nothing"]) == expected.strip(), title


@given(MARKS, MARKS)
def test_quotations_lie_in_their_paragraph_and_never_overlap(one: str, two: str) -> None:
    text = f"{one}\n\n{two}"
    paragraphs = [Paragraph(1, (0, len(one))), Paragraph(2, (len(one) + 2, len(text)))]
    end = 0
    for quotation in find_quotations(text, paragraphs):
        start, stop = quotation.span
        assert end <= start < stop
        assert any(low <= start and stop <= high for low, high in (each.span for each in paragraphs))
        end = stop


@pytest.mark.parametrize("mark", ['"', "“", "”", "''", "'", '" ', "a' "])
def test_a_hundred_thousand_marks_cost_in_proportion(mark: str) -> None:
    def work(count: int) -> Work:
        text = mark * count
        return lambda: find_quotations(text, [Paragraph(1, (0, len(text)))])

    assert exponent(work, 12_500, 100_000) < LINEAR
