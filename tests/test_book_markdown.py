"""Markdown as the book's template gets it: every word kept, nothing but text and places."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it.utils import read_fixture_file

from onrecord.publish.book_markdown import DEEPEST, Node, blocks, is_web, levelled

CASES = read_fixture_file(Path(__file__).parent / "fixtures/book/markdown.md")
STARTS = ("", "", "> ", ">> ", "- ", "1. ", "# ", "### ", "    ", "<b>", "<div>", "| ", "*", "`", "[")


def where(link: str) -> str:
    return link if link.startswith("sources/vote.md") else ""


def told(node: Node) -> str:
    """A node in short, as the fixtures write it."""
    kind = node["is"]
    if kind == "text":
        return str(node["words"]).replace("\n", " ")
    if kind == "list":
        return f"(list {node['start']} {' '.join(f'[{each(item)}]' for item in node['items'])})"
    if kind == "table":
        cells = (f"[{joined(cell)}]" for row in node["rows"] for cell in row)
        return f"(table {node['width']} {' '.join(cells)})"
    if kind == "callout":
        return f"(callout [{joined(node['title'])}] {each(node['has'])})"
    if kind == "quotation":
        return f"(quotation {each(node['has'])})"
    if kind in ("break", "rule"):
        return {"break": " / ", "rule": "(rule)"}[kind]
    inside = "|".join(node["lines"]) if "lines" in node else node.get("words") or joined(node["has"])
    names = {"paragraph": "p", "heading": f"h{node.get('level')}", "place": f"at {node.get('at')}"}
    link = f"link{'!' * node.get('said', False)} {node.get('to')}"
    return f"({names.get(kind, link if kind == 'link' else kind)} {inside})"


def joined(nodes: list[Node]) -> str:
    return "".join(map(told, nodes))


def each(nodes: list[Node]) -> str:
    return " ".join(map(told, nodes))


@pytest.mark.parametrize(("line", "title", "text", "expected"), CASES, ids=[case[1] for case in CASES])
def test_markdown(line: int, title: str, text: str, expected: str) -> None:
    assert "\n".join(map(told, blocks(text, where))) == expected.rstrip("\n")


@given(st.text())
def test_any_text_becomes_data(text: str) -> None:
    json.dumps(levelled(blocks(text), top=2))


@given(st.lists(st.tuples(st.sampled_from(STARTS), st.integers(10, 99), st.sampled_from(["", "\n"]))))
def test_no_word_is_lost(lines: list[tuple[str, int, str]]) -> None:
    words = [f"word{number}" for _, number, _ in lines]
    text = "".join(f"{start}{word}\n{gap}" for (start, _, gap), word in zip(lines, words, strict=True))
    shown = all_words(blocks(text))
    assert [word for word in words if word not in shown] == []


@given(st.lists(st.integers(1, 6)), st.integers(1, 3))
def test_levels_have_no_gap(levels: list[int], top: int) -> None:
    nodes: list[Node] = [{"is": "heading", "level": level, "has": []} for level in levels]
    new = [node["level"] for node in levelled(nodes, top)]
    assert all(one >= top for one in new)
    assert all(after <= before + 1 for before, after in zip([top - 1, *new], new, strict=False))
    assert [node["level"] for node in nodes] == levels


@pytest.mark.parametrize("mark", ["> ", "- "])
def test_deep_nesting_is_flattened_and_keeps_its_words(mark: str) -> None:
    nodes = blocks(f"{mark * (DEEPEST + 3)}deep")
    assert "deep" in all_words(nodes)
    assert json.dumps(nodes).count("quotation") + json.dumps(nodes).count("items") == DEEPEST


def test_only_web_addresses_become_links() -> None:
    assert is_web("https://example.org")
    assert is_web("MAILTO:a@example.org")
    for address in (
        "",
        "javascript:alert(1)",
        "file:///x",
        "data:text/html,x",
        "https://",
        " https://x",
        "//x",
    ):
        assert not is_web(address)


def all_words(tree: Any) -> str:
    """Every text of nested nodes."""
    if isinstance(tree, dict):
        return " ".join(all_words(value) for key, value in tree.items() if key not in ("is", "to", "at"))
    if isinstance(tree, list):
        return " ".join(map(all_words, tree))
    return str(tree)
