"""Cleaning by choosing paragraphs."""

from pathlib import Path

import pytest
from markdown_it.utils import read_fixture_file

from intake_cases import shown, source_of

CASES = read_fixture_file(Path(__file__).parent / "fixtures" / "intake" / "cleaning.md")


@pytest.mark.parametrize(("line", "title", "text", "expected"), CASES, ids=[case[1] for case in CASES])
def test_chooses_paragraphs(line: int, title: str, text: str, expected: str) -> None:
    assert shown(source_of(text)) == expected


def test_keep_and_drop_overrule() -> None:
    text = "The bridge is to close in July, the council said.\nLeave a Reply\nIt was built in 1811, before mills.\n"
    source = source_of(text, 'keep: "Leave a"\ndrop: [It was]\n')
    assert shown(source) == (
        "[text] The bridge is to close in July, the council said.\n"
        "[text] Leave a Reply\n"
        "(dropped in the sidecar) It was built in 1811, before mills.\n"
    )


def test_title_of_the_sidecar_marks_its_paragraph() -> None:
    text = "Bridge.\nThe bridge is to close in July, the council said.\n"
    assert shown(source_of(text, "title: Bridge")).startswith("[title] Bridge.")


@pytest.mark.parametrize("ending", ["\r\n", "\r", "\f", "\u2028", "\n\t"])
def test_every_line_end_parts_lines(ending: str) -> None:
    text = ending.join(["The bridge is to close in July, the council said.", "“At last,” said the baker."])
    assert [text[slice(*paragraph.span)] for paragraph in source_of(text).paragraphs] == text.split(ending)


def test_a_page_break_does_not_end_a_paragraph() -> None:
    line = "The ferry company will raise its fares by six per cent in April and\n"
    text = line * 3 + "\f" + "will not say why it needs the money or what it will be spent on next\nyear."
    assert len(source_of(text).paragraphs) == 1


def test_indented_lines_start_paragraphs() -> None:
    text = (
        "    The ferry company will raise its fares by six per cent in April, it said\n"
        "on Monday, after three years without a change.\n"
        "    The town council has asked for a meeting before the end of the month to\n"
        "hear the figures.\n"
    )
    assert len(source_of(text).paragraphs) == 2


def test_bom_and_line_ends_stay_in_the_text_and_out_of_paragraphs() -> None:
    text = "\ufeffThe bridge is to close in July.\r\n\r\n\u200bIt is old.\r\n"
    source = source_of(text)
    assert source.text == text
    assert [source.text[slice(*paragraph.span)] for paragraph in source.paragraphs] == [
        "The bridge is to close in July.",
        "It is old.",
    ]
