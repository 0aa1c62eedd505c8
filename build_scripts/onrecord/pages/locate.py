"""Where words from a page stand in the source: the check behind every quotation."""

import re
from functools import lru_cache

from onrecord.markdown import seen
from onrecord.model import QUOTE_CLOSE, QUOTE_OPEN, Source, Span

_LIKE = str.maketrans(
    dict.fromkeys("“”„«»‟", '"')
    | dict.fromkeys("‘’‚‹›`´", "'")
    | dict.fromkeys("‐‑‒–—―−", "-")
    | {"\u00a0": " "}
)
"""Characters that differ in typography only. One for one, so offsets hold."""
_CUT = re.compile(r"\s*(?:\[…\]|\[\.\.\.\]|…|\.\.\.)\s*")
_HALVES = re.compile(rf"(?<=[{QUOTE_CLOSE}])\s+(?=[{QUOTE_OPEN}])")
_CODE = re.compile(r"\[U\+((?:10|[0-9A-F])?[0-9A-F]{4})\]")
"""A hidden character as pages show it; see `markdown.seen`."""
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
    text = _alike(source.text)
    home = next((p.span for p in source.paragraphs if p.number == number), (0, len(text)))
    for start, end in (home, (home[0], len(text)), (0, len(text))):
        whole = _search(words, text, start, end)
        if whole:
            return (whole,)
        pieces = _pieces(words, text, start, end)
        if pieces:
            return pieces
    return ()


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
    parts = words.translate(_LIKE).split()
    if not parts:
        return None
    at = text.find(" ".join(parts), start, end)
    if at >= 0:
        return at, at + len(" ".join(parts))
    match = re.compile(r"\s+".join(map(_pattern, parts))).search(text, start, end)
    return match.span() if match else None


def _pattern(word: str) -> str:
    """Finds a word of a page in a source, which has the hidden characters themselves where the page has codes."""
    return "".join(
        rf"(?:\[U\+{piece}\]|{re.escape(chr(int(piece, 16)))})" if number % 2 else re.escape(piece)
        for number, piece in enumerate(_CODE.split(word))
    )


def unverified(words: str, source: Source, number: int) -> tuple[str, ...]:
    """The quotations inside `words` that the source does not have, word for word."""
    if find(words, source, number):
        return ()
    quotations = [match[0].strip(QUOTE_OPEN + QUOTE_CLOSE + " ") for match in _QUOTED.finditer(words)]
    return tuple(quotation for quotation in quotations if quotation and not find(quotation, source, number))
