"""Bytes to text, or one sentence on why not."""

import codecs
import re

from charset_normalizer import from_bytes

from onrecord.model import Problem

SAMPLE = 50_000
"""Bytes around a fault from which the encoding is told."""

_MARKS = ((codecs.BOM_UTF32_LE, "UTF-32"), (codecs.BOM_UTF32_BE, "UTF-32"),
          (codecs.BOM_UTF16_LE, "UTF-16"), (codecs.BOM_UTF16_BE, "UTF-16"))  # fmt: skip
_CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_TEXT_CONTROLS = b"\t\n\v\f\r\x1b"


def declared(data: bytes) -> str:
    """The encoding that a web page declares, as Python names it; "utf-8" where it declares none that exists."""
    found = _CHARSET.search(data[:4096])
    try:
        name = codecs.lookup(found[1].decode("ascii")).name if found else "utf-8"
        b"a".decode(name)
    except (LookupError, UnicodeError):
        return "utf-8"
    # browsers read these as Windows-1252, which has the curly quotation marks
    return "cp1252" if name in ("iso8859-1", "ascii") else name


def decode(data: bytes, path: str, encoding: str = "utf-8") -> str | Problem:
    """The text, exactly as UTF-8 decodes it (a byte order mark and line ends stay), or the problem.

    `encoding` is tried where the bytes are not UTF-8.
    """
    if not data.strip(b" \t\r\n\v\f\xef\xbb\xbf"):
        return Problem(path, 0, "The file is empty.", "Put the text into it, or delete the file.")
    mark = next((name for start, name in _MARKS if data.startswith(start)), None)
    if mark:
        return Problem(
            path, 0, f"The file is {mark} text, not UTF-8.", "Save it again with the encoding UTF-8."
        )
    if _is_binary(data):
        hint = "Save its text as .txt, .md or .html in UTF-8."
        return Problem(path, 0, "The file is binary, not text.", hint)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        if encoding == "utf-8":
            return _broken(data, path, error)
        text = data.decode(encoding, "replace")
    if not text.strip().strip("\ufeff"):
        return Problem(path, 0, "The file is empty.", "Put the text into it, or delete the file.")
    return text


def _is_binary(data: bytes) -> bool:
    """NUL bytes at the start, or more control characters than text would hold."""
    sample = data[:SAMPLE]
    controls = sum(sample.count(bytes([code])) for code in range(32) if code not in _TEXT_CONTROLS)
    return b"\0" in data or controls > 0.1 * len(sample)


def _broken(data: bytes, path: str, error: UnicodeDecodeError) -> Problem:
    around = data[max(0, error.start - SAMPLE // 2) : error.start + SAMPLE // 2]
    best = from_bytes(around).best()
    likely = f"; it looks like {best.encoding}" if best and best.encoding not in ("utf_8", "ascii") else ""
    line = data.count(b"\n", 0, error.start) + 1
    message = f"The file is not UTF-8: byte {error.start} cannot be read{likely}."
    return Problem(path, line, message, "Open it with its right encoding and save it as UTF-8.")
