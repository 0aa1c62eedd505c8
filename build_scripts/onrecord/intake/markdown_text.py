"""Markdown to blocks: the running text drawn from the markup by markdown-it-py."""

import yaml
from markdown_it.token import Token

from onrecord.intake.blocks import BlockKind, Clue, Draft, Field, draft_from
from onrecord.intake.days import day_in
from onrecord.intake.html_tree import parse, pieces_of
from onrecord.intake.language import tag_of
from onrecord.intake.plain import read_plain
from onrecord.markdown import PARSER

_FRONT: dict[str, Field] = {
    "title": "title", "author": "byline", "authors": "byline", "byline": "byline", "date": "published",
    "published": "published", "updated": "updated", "url": "url", "source": "outlet", "outlet": "outlet",
    "publisher": "outlet", "site": "outlet", "lang": "language", "language": "language",
}  # fmt: skip


def read_markdown(text: str) -> Draft:
    """The text without markup, its blocks; what front matter says becomes clues."""
    front, body = _front_matter(text)
    try:
        parts = _parts(PARSER.parse(body))
    except (RecursionError, ValueError):
        return read_plain(text)
    if not parts:
        return read_plain(text)
    return draft_from(((words, kind, None) for words, kind in parts), front)


def _parts(tokens: list[Token]) -> list[tuple[str, BlockKind]]:
    """The words of each block and what it is."""
    parts: list[tuple[str, BlockKind]] = []
    quotes, heading = 0, False
    for token in tokens:
        quotes += (token.type == "blockquote_open") - (token.type == "blockquote_close")
        heading = token.type == "heading_open" or (heading and token.type != "heading_close")
        words = ""
        if token.type == "inline":
            words = _words(token.children or [])
        elif token.type in ("fence", "code_block"):
            words = token.content
        elif token.type == "html_block":
            words = _without_tags(token.content)
        if words := words.strip():
            parts.append((words, "heading" if heading else "quote" if quotes else "text"))
    return parts


def _words(children: list[Token]) -> str:
    out: list[str] = []
    for child in children:
        if child.type in ("softbreak", "hardbreak", "image"):
            out.append(" ")
        elif child.type != "html_inline":
            out.append(child.content)
    return " ".join("".join(out).split())


def _without_tags(markup: str) -> str:
    tree = parse(markup) if markup.strip() else None
    return " ".join(piece.words for piece in pieces_of(tree)) if tree is not None else ""


def _front_matter(text: str) -> tuple[tuple[Clue, ...], str]:
    """Clues of the YAML between two lines of dashes at the start, and the rest."""
    start = text.lstrip("\ufeff")
    lines = start[:20_000].splitlines(keepends=True)
    end = next((at for at, line in enumerate(lines[1:60], 1) if line.strip() in ("---", "...")), 0)
    if not lines or lines[0].strip() != "---" or not end:
        return (), start
    try:
        node = yaml.compose("".join(lines[1:end]), Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError, ValueError):
        return (), start
    if not isinstance(node, yaml.MappingNode):
        return (), start
    return tuple(_clues(node)), start[sum(map(len, lines[: end + 1])) :]


def _clues(node: yaml.MappingNode) -> list[Clue]:
    clues: list[Clue] = []
    for key, value in node.value:
        field = _FRONT.get(str(key.value).lower()) if isinstance(key, yaml.ScalarNode) else None
        nodes = value.value if isinstance(value, yaml.SequenceNode) else [value]
        for one in nodes if field else []:
            words = " ".join(one.value.split()) if isinstance(one, yaml.ScalarNode) else ""
            words = (day_in(words) or "") if field in ("published", "updated") else words
            words = (tag_of(words) or "") if field == "language" else words
            if field and words and (field != "url" or words.startswith(("https://", "http://"))):
                clues.append(Clue(field, words, "front matter"))
    return clues
