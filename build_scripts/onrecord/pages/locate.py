"""Where words from a page stand in the source: the check behind every quotation."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import lru_cache

from onrecord.markdown import seen
from onrecord.model import QUOTE_CLOSE, QUOTE_OPEN, Source, Span
from onrecord.pages import beginnings

_LIKE = str.maketrans(
    dict.fromkeys("“”„«»‟", '"')
    | dict.fromkeys("‘’‚‹›`´", "'")
    | dict.fromkeys("‐‑‒–—―−", "-")
    | dict.fromkeys("\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u00a0\u1680\u2028\u2029\u202f\u205f\u3000", " ")
    | dict.fromkeys(map(chr, range(0x2000, 0x200B)), " ")
)
"""Characters that differ in typography only. One for one, so offsets hold."""
_CUT = re.compile(r"\s*(?:\[…\]|\[\.\.\.\]|…|\.\.\.)\s*")
_HALVES = re.compile(rf"(?<=[{QUOTE_CLOSE}])\s+(?=[{QUOTE_OPEN}])")
_CODE = re.compile(r"\[U\+((?:10|[0-9A-F])?[0-9A-F]{4})\]")
"""A hidden character as pages show it; see `markdown.seen`."""
_MARK = re.compile(r"[“\"«]")
LONG = 200_000
"""Code points; in more, words are looked up by how they begin."""
_UNSPACED = "\u0e00"
"""The first script in which words stand side by side; Latin, Greek, Cyrillic, Hebrew, Arabic come before."""
_QUOTED = re.compile(r"“[^”]*”?|\"[^\"]*\"?|«[^»]*»?")


def bare(text: str) -> str:
    """`text` without its typography: one form of each mark, white space folded, hidden characters by their codes.

    Equal ones differ in no word.
    """
    return " ".join(seen(text).translate(_LIKE).replace("...", "…").split())


def find(words: str, source: Source, number: int) -> tuple[Span, ...]:
    """The spans whose words are `words`, typography aside; empty where they are not all there.

    Looks in paragraph `number` first, then in the whole text from its start. Words cut with an ellipsis, and
    the halves of a split quotation, are found piece by piece in their order.
    """
    at = bisect_left(source.paragraphs, number, key=lambda paragraph: paragraph.number)
    there = at < len(source.paragraphs) and source.paragraphs[at].number == number
    return _found(words, source.text, source.paragraphs[at].span if there else (0, len(source.text)))


@lru_cache(maxsize=1024)
def _found(words: str, text: str, home: Span) -> tuple[Span, ...]:
    """Kept, for a build looks the same words up several times."""
    text = _alike(text)
    for start, end in (home, (home[0], len(text)), (0, len(text))):
        whole = _search(words, text, start, end)
        if whole:
            return (whole,)
        pieces = _pieces(words, text, start, end)
        if pieces:
            return pieces
    return ()


def only(words: str, source: Source) -> Span | None:
    """The one place of `words`, or of the first piece of what is cut; None where there is none, or more than one."""
    text = _alike(source.text)
    if not find(words, source, 0):
        return None
    for piece in (words, *(part for half in _HALVES.split(words) for part in _CUT.split(half) if part)):
        span = _search(piece, text, 0, len(text))
        if span:
            return None if _search(piece, text, span[0] + 1, len(text)) else span
    return None


@lru_cache(maxsize=2)
def _alike(text: str) -> str:
    """The text with one form of each mark; kept, for a page asks many times."""
    return text.translate(_LIKE)


def _pieces(words: str, text: str, start: int, end: int) -> tuple[Span, ...]:
    spans: list[Span] = []
    for piece in (part for half in _HALVES.split(words) for part in _CUT.split(half)):
        if not piece:
            continue
        span = _search(piece, text, spans[-1][1] if spans else start, end)
        if span is None:
            return ()
        spans.append(span)
    return tuple(spans)


def _search(words: str, text: str, start: int, end: int) -> Span | None:
    """The first place of whole words."""
    parts = words.translate(_LIKE).split()
    if not parts:
        return None
    joined = " ".join(parts)
    code = _CODE.search(joined)
    plain = joined[: code.start()] if code else joined
    if end - start > LONG and len(plain) >= beginnings.SHORTEST:
        return _search_long(plain, _spaced(parts) if code else None, text, (start, end))
    for at in _places(joined, text, start, end):
        if _whole(text, at, at + len(joined)):
            return at, at + len(joined)
    if not code and (len(parts) == 1 or text.find("  ", start, end) < 0):
        return None
    return next(
        (m.span() for m in _spaced(parts).finditer(text, start, end) if _whole(text, *m.span())), None
    )


def _places(words: str, text: str, start: int, end: int) -> Iterator[int]:
    """Where `words` stand between two places of the text, in order."""
    at = text.find(words, start, end)
    while at >= 0:
        yield at
        at = text.find(words, at + 1, end)


def _search_long(words: str, more: re.Pattern[str] | None, text: str, within: Span) -> Span | None:
    """The same in a very long text, of `words` or of what begins with them and is matched by `more`."""
    folded = beginnings.folded(text)
    for at in beginnings.places(words, text, within):
        start = folded.place(at)
        match = more.match(text, start, within[1]) if more else None
        end = match.end() if match else folded.place(at + len(words) - 1) + 1
        if (match or not more) and _whole(text, start, end):
            return start, end
    return None


def _spaced(words: Iterable[str]) -> re.Pattern[str]:
    """Finds words of a page in a source, however many blanks stand between them."""
    return re.compile(r"\s+".join(map(_pattern, words)))


def _whole(text: str, start: int, end: int) -> bool:
    """Whether no word is cut off at either end: “We stop” is not in “We stopped”."""
    return not (_inside(text, start) or _inside(text, end))


def _inside(text: str, at: int) -> bool:
    """Whether `at` is inside a word, in scripts that have blanks between words."""
    return 0 < at < len(text) and all(char.isalnum() and char < _UNSPACED for char in text[at - 1 : at + 1])


def _pattern(word: str) -> str:
    """Finds a word of a page in a source, which has the hidden characters themselves where the page has codes."""
    return "".join(
        rf"(?:\[U\+{piece}\]|{re.escape(chr(int(piece, 16)))})" if number % 2 else re.escape(piece)
        for number, piece in enumerate(_CODE.split(word))
    )


def quotations(words: str) -> tuple[str, ...]:
    """What stands between quotation marks inside `words`, without them."""
    if not _MARK.search(words):
        return ()
    found = (match[0].strip(QUOTE_OPEN + QUOTE_CLOSE + " ") for match in _QUOTED.finditer(words))
    return tuple(quotation for quotation in found if quotation)


def is_cut(words: str) -> bool:
    """Whether `words` hold an ellipsis."""
    return bool(_CUT.search(words))
