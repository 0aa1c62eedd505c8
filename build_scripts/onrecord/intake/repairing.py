"""Mending the characters of a file that is being added: its encoding, and UTF-8 that was once misread.

Reading never changes a character; only `onrecord add` mends, and keeps the original beside the text.
"""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import NamedTuple

import ftfy
from ftfy.badness import is_bad

from onrecord.intake.decoding import MARKS, declared, is_binary, likely_encoding
from onrecord.model import Problem

TEXTS = (".txt", ".md", ".html", ".htm")
"""Kinds of files whose characters can be mended; others carry their own encoding."""
AROUND = 30
"""Characters on each side of a suspicious run that are weighed with it."""

_CONFIG = ftfy.TextFixerConfig(
    unescape_html=False,
    remove_terminal_escapes=False,
    replace_lossy_sequences=False,
    fix_latin_ligatures=False,
    fix_character_width=False,
    uncurl_quotes=False,
    fix_line_breaks=False,
    fix_surrogates=False,
    remove_control_chars=False,
    normalization=None,
)
"""Only misread UTF-8 is put right; nothing is normalised, and what cannot be known stays."""
# UTF-8 that was misread never gives fewer than two such characters in a row
_SUSPICIOUS = re.compile(r"[^\x00-\x7f]{2,}")
_LONGEST_RUN = 200
# the first byte of a misread letter, and what its second may look like; no pair that right text holds
_TYPICAL = re.compile(
    r"[ÂÃâÐÑ][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|[ÄÅ][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ˜™š›œžŸ]|‚Ä|вЂ|√[©®±]"
)
_C1 = re.compile(r"[\x80-\x9f]")


@dataclass(frozen=True, slots=True)
class Repaired:
    """A file as it becomes a source."""

    data: bytes
    done: tuple[str, ...] = ()
    """What was mended, in words; empty where the bytes are the file's own."""


def repair(path: str, data: bytes) -> Repaired:
    """The file in UTF-8 and without misread characters; untouched where nothing is wrong, or nothing can be told."""
    if PurePosixPath(path).suffix.lower() not in TEXTS:
        return Repaired(data)
    encoding = _encoding_of(path, data)
    if encoding is None:
        return Repaired(data)
    text = data.decode(encoding)
    done = [] if encoding == "utf-8" else [f"read as {encoding}, written as UTF-8"]
    mended = "\n".join(_mended(line) for line in text.split("\n"))
    if mended != text:
        done.append(f"garbled characters (“{garbled(text) or '…'}”) put right")
    return Repaired(mended.encode("utf-8", "surrogatepass"), tuple(done)) if done else Repaired(data)


def _encoding_of(path: str, data: bytes) -> str | None:
    """The encoding that decodes all of the file: its mark's, UTF-8, what a page declares, what is likely."""
    if any(data.startswith(start) for start in (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return "utf-32" if _decodes(data, "utf-32") else None
    if any(data.startswith(start) for start, _ in MARKS):
        return "utf-16" if _decodes(data, "utf-16") else None
    if is_binary(data):
        return None
    if _decodes(data, "utf-8"):
        return "utf-8"
    if path.lower().endswith((".html", ".htm")) and declared(data) != "utf-8":
        return None  # such a page is read by what it declares
    likely = likely_encoding(data, _fault(data))
    return likely if likely and _decodes(data, likely) else None


def _fault(data: bytes) -> int:
    """The first byte that is not UTF-8."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start
    return 0


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except (UnicodeError, LookupError):
        return False
    return True


def _mended(line: str) -> str:
    return ftfy.fix_encoding(line, _CONFIG) if _TYPICAL.search(line) or _C1.search(line) else line


def garbled(text: str) -> str | None:
    """The first characters of a text that are UTF-8 misread ("â€™"), or None."""
    return next((found.words for found in _places(text)), None)


class _Place(NamedTuple):
    """Where characters are garbled."""

    start: int
    words: str
    mendable: bool


def _places(text: str) -> Iterator[_Place]:
    for found in _SUSPICIOUS.finditer(text):
        start, end = found.span()
        near = text[max(0, start - AROUND) : min(end, start + _LONGEST_RUN) + AROUND]
        if (_TYPICAL.search(found[0]) or _C1.search(found[0])) and is_bad(near):
            yield _Place(start, found[0][:4], _mended(near) != near)


def garbled_problem(path: str, text: str, lines: bool = True) -> Problem | None:
    """A warning where a text holds misread UTF-8; with the line where `lines` of the text are those of the file."""
    first = next(_places(text), None)
    if first is None:
        return None
    message = (
        f"Some characters are garbled, such as “{first.words}”: UTF-8 that was once read as something else."
    )
    hint = "Add the file again with `onrecord add`: it mends them and keeps the original beside the text."
    if not first.mendable:
        hint = "They cannot be mended by rule: save the text again from where it came."
    return Problem(path, text.count("\n", 0, first.start) + 1 if lines else 0, message, hint, "warning")
