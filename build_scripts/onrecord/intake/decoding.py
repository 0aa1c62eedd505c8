"""Bytes to text, or one sentence on why not."""

import codecs
import re

from charset_normalizer import from_bytes

from onrecord.model import Problem

SAMPLE = 50_000
"""Bytes around a fault from which the encoding is told."""

MARKS = ((codecs.BOM_UTF32_LE, "UTF-32"), (codecs.BOM_UTF32_BE, "UTF-32"),
         (codecs.BOM_UTF16_LE, "UTF-16"), (codecs.BOM_UTF16_BE, "UTF-16"))  # fmt: skip
"""Byte order marks and what they mean."""
WESTERN = ("cp1252", "mac_roman")
"""Encodings of Western European text, the likelier first."""
PROSE_MARKS = "‘’“”‚„‹›«»–—…•·§©®°£€¥½¼¾×™†¿¡\xa0\xad¶"
"""Marks beyond ASCII that prose holds."""

# a capital or an ordinal sign amid a word: the letter is a misread mark (“t’s” in another encoding)
_AMID = re.compile(r"[a-z][À-ÖØ-Þªº][a-z\s.,]|[ºª][a-z]|(?<![^\W\d_])[ÒÓÔÕ][\s.,A-Z]|[.,][ÓÒÔÕ]")
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
    mark = next((name for start, name in MARKS if data.startswith(start)), None)
    if mark:
        return Problem(
            path, 0, f"The file is {mark} text, not UTF-8.", "Save it again with the encoding UTF-8."
        )
    if is_binary(data):
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


def is_binary(data: bytes) -> bool:
    """Whether a file is no text: NUL bytes at the start, or more control characters than text would hold."""
    sample = data[:SAMPLE]
    controls = sum(sample.count(bytes([code])) for code in range(32) if code not in _TEXT_CONTROLS)
    return b"\0" in data or controls > 0.1 * len(sample)


def _broken(data: bytes, path: str, error: UnicodeDecodeError) -> Problem:
    encoding = likely_encoding(data, error.start)
    likely = f"; it looks like {encoding}" if encoding else ""
    line = data.count(b"\n", 0, error.start) + 1
    message = f"The file is not UTF-8: byte {error.start} cannot be read{likely}."
    hint = "Save it as UTF-8, or add it with `onrecord add`, which does so and keeps the original."
    return Problem(path, line, message, hint)


def likely_encoding(data: bytes, at: int) -> str | None:
    """The encoding that the bytes around a place speak for; None where that is not clear.

    Texts in Latin letters are told by how their marks and letters read: the counts of charset-normalizer, which
    come next, take the encodings of Western and Central Europe for each other.
    """
    around = data[max(0, at - SAMPLE // 2) : at + SAMPLE // 2]
    best = next((name for name in WESTERN if _reads_well(around, name)), None)
    if best:
        return best
    found = from_bytes(around).best()
    return found.encoding if found and found.encoding not in ("utf_8", "ascii") else None


def _reads_well(data: bytes, encoding: str) -> bool:
    """Whether a text mostly in ASCII has only letters and marks of prose besides, no capital within a word."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return False
    others = [letter for letter in text if letter > "\x7f"]
    strange = sum(not (letter.isalpha() or letter in PROSE_MARKS) for letter in others)
    return 10 * len(others) <= len(text) and not strange and not _AMID.search(text)
