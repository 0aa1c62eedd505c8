"""Python-Markdown, which publishes pages, and our reader see the same words, ids and kinds of callouts."""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import markdown as python_markdown
import pytest
import yaml
from lxml import html
from markdown_it.utils import read_fixture_file

from hostile_texts import PIECES, cases
from onrecord import analysis
from onrecord.markdown import PARSER, plain
from onrecord.model import (
    Annotations,
    Event,
    Paragraph,
    ParagraphKind,
    Source,
    Speaker,
    Statement,
    annotation_id,
    words_of,
)
from onrecord.pages import markup
from onrecord.pages.reader import read_blocks
from onrecord.pages.writer import write_page
from survival import Desk
from survival_actions import ACTIONS
from survival_stub import stub

HERE = Path(__file__).parent
ROOT = HERE.parent
_HEAD = re.compile(r"\s*\[![\w-]+(?:\|[^\]]*)?\][-+]?")


class _Settings(yaml.SafeLoader):
    """Reads mkdocs.yml whatever tags it holds."""


_Settings.add_multi_constructor("", lambda loader, suffix, node: None)


def publisher() -> python_markdown.Markdown:
    """As MkDocs makes it of mkdocs.yml, with the three extensions that it always adds."""
    given = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), _Settings)["markdown_extensions"]
    settings = {name: value for item in given if isinstance(item, dict) for name, value in item.items()}
    names = [name for item in given for name in (item if isinstance(item, dict) else [item])]
    every = list(dict.fromkeys(["toc", "tables", "fenced_code", *names]))
    return python_markdown.Markdown(extensions=every, extension_configs=settings)


PUBLISHER = publisher()


@dataclass(frozen=True)
class Seen:
    """A paragraph of the source, or a callout."""

    kind: str
    """`p`, or the callout's kind."""
    id: str
    title: str
    words: str


def folded(text: str | None) -> str:
    return " ".join((text or "").split())


def published(page: str) -> html.HtmlElement:
    body = page.split("\n---\n", 1)[1] if page.startswith("---\n") else page
    return html.fragment_fromstring(PUBLISHER.reset().convert(body), create_parent="div")


def as_published(page: html.HtmlElement) -> Iterator[Seen]:
    """The paragraphs and callouts of Python-Markdown's HTML, in order."""
    for node in page.iter():
        if node.tag in ("p", "h1", "h2", "h3", "h4", "h5", "h6") and _inside_callout(node) is None:
            anchor = next((a for a in node.iter("a") if re.fullmatch(r"p\d+", a.get("id", ""))), None)
            if anchor is not None:
                for link in node.find_class("headerlink"):
                    link.drop_tree()
                yield Seen("p", anchor.get("id"), "", folded(node.text_content()))
        elif _is_callout(node) and _inside_callout(node.getparent()) is None:
            title, *rest = node
            ids = [a.get("id") for a in node.iter("a") if a.get("id")]
            kind = next(name for name in node.get("class").split() if name != "admonition")
            words = folded(rest[0].text_content()) if rest else ""
            shown = "" if _is_given(title) else folded(title.text_content())
            yield Seen(kind, ids[-1] if ids else "", shown, words)


def _is_callout(node: html.HtmlElement) -> bool:
    return (
        node.tag in ("div", "details")
        and bool(len(node))
        and (node[0].get("class") == "admonition-title" or node[0].tag == "summary")
    )


def _is_given(title: html.HtmlElement) -> bool:
    """Whether a callout has no title of its own but its kind's: "Quote"."""
    if title.tag != "summary" and title.get("class") != "admonition-title":
        return False
    return title.text_content().casefold() in title.getparent().get("class").split()


def _inside_callout(node: html.HtmlElement | None) -> html.HtmlElement | None:
    while node is not None and not _is_callout(node):
        node = node.getparent()
    return node


def as_read(page: str) -> Iterator[Seen]:
    """The same, as our reader has it."""
    for block in read_blocks(page):
        if block.kind == "paragraph":
            yield Seen("p", f"p{block.paragraph}", "", folded(block.words))
            continue
        callout = markup.read(block.raw) if block.raw.lstrip().startswith(">") else None
        if callout:
            words = re.sub(r"^[-*+] ", "", callout.words, flags=re.MULTILINE)
            yield Seen(callout.kind, callout.id or "", folded(plain(callout.title)), folded(plain(words)))


def check(page: str) -> None:
    page = markup.unescaped(page)  # as each build does first
    there = published(page)
    assert list(as_published(there)) == list(as_read(page))
    body = page.split("\n---\n", 1)[1] if page.startswith("---\n") else page
    rendered = html.fragment_fromstring(PARSER.render(body), create_parent="div")
    ids = [a.get("id") for a in rendered.iter("a") if a.get("id")]
    assert [a.get("id") for a in there.iter("a") if a.get("id")] == ids
    assert [a.get("href") for a in there.iter("a") if a.get("href") and a.get("class") != "headerlink"] == [
        a.get("href") for a in rendered.iter("a") if a.get("href")
    ]
    for made in [*there.find_class("headerlink"), *filter(_is_given, there.iter("p", "summary"))]:
        made.drop_tree()
    for quote in rendered.iter("blockquote"):
        quote[0].text = _HEAD.sub("", quote[0].text or "", count=1)
    assert "".join(there.text_content().split()) == "".join(rendered.text_content().split())


@pytest.mark.parametrize("name", ["statements.md", "by_hand.md", "events.md"])
def test_callouts_of_the_fixtures(name: str) -> None:
    for _, title, text, _ in read_fixture_file(HERE / "fixtures/pages" / name):
        print(title)
        check(f'---\ntitle: x\n---\n\n# A headline\n\n<a id="p7"></a>Words of the text.\n\n{text}\nMine.\n')


PAGES = sorted([*(HERE / "fixtures/site/expected").rglob("*.md"), *(ROOT / "docs").rglob("*.md")])


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_whole_pages(path: Path) -> None:
    check(path.read_text(encoding="utf-8"))


def test_pages_that_people_changed_in_many_ways(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(analysis, "analyse", stub)
    desk, chance = Desk(), random.Random(3)
    for _ in range(60):
        action = chance.choice(ACTIONS)
        action(desk, chance.choice(("a", "b")), chance.randint(0, 99))
        for name in ("a", "b"):
            if desk.path(name).exists():
                check(desk.path(name).read_text(encoding="utf-8"))
    desk.close()


def test_pages_of_hostile_texts() -> None:
    texts = list(cases())
    for at in range(0, len(texts), 200):
        check(write_page(*_read(texts[at : at + 200])))


def _read(texts: list[str]) -> tuple[Source, Annotations]:
    """A source with each text as a paragraph; every eighth said by somebody with a hostile name, and an event."""
    text, paragraphs, statements, events = "", [], [], []
    for number, words in enumerate(texts, 1):
        span = (len(text), len(text) + len(words))
        text += words + "\n\n"
        paragraphs.append(Paragraph(number, span, KINDS.get(number % 11, "text")))
        if number % 8 == 0:
            said, ident = words_of(text, [span]), annotation_id(words)
            name, role = PIECES[number % len(PIECES)], PIECES[-number % len(PIECES)]
            speaker = Speaker(name=name, role=role)
            statements.append(Statement(ident, "mixed", (span,), speaker, said, number, to=role, via=name))
            events.append(Event(f"{ident}-e", "2022-04-26", said, span, "planned", number, said_as=name))
    hostile = PIECES[len(texts[0]) % len(PIECES)]
    source = Source(
        "x", "sources/x.txt", text, tuple(paragraphs), title=hostile, outlet=hostile, rights=hostile
    )
    return source, Annotations(tuple(statements), (), tuple(events))


KINDS: dict[int, ParagraphKind] = {1: "title", 5: "subhead", 7: "quote"}
