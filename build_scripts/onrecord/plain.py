"""Plain values (numbers, texts, lists, dicts by text) as JSON; and as bytes and back, quickly.

As bytes, a text is kept as it is, for it may be a long page, and a list of bytes as these, one after the
other, with a list of their lengths. All else is JSON.
"""

import json
from itertools import accumulate
from typing import Any

from msgspec import MsgspecError
from msgspec.json import decode, encode
from msgspec.json import format as format_json

_TEXT, _BYTES, _OTHER = b"t", b"b", b"j"
_ERRORS = "surrogatepass"
"""File names may hold half surrogates."""


def dump(value: Any) -> bytes:
    """The value as bytes. A list of nothing but bytes may be given, too."""
    if isinstance(value, str):
        return _TEXT + value.encode("utf-8", _ERRORS)
    if isinstance(value, list) and value and all(isinstance(one, bytes) for one in value):
        return _BYTES + encode([*map(len, value)]) + b"\n" + b"".join(value)
    return _OTHER + _json(value)


def load(data: bytes) -> Any:
    """What `dump` wrote. ValueError where it is damaged."""
    kind = data[:1]
    if kind == _OTHER:
        return _read(data[1:])
    if kind == _TEXT:
        return data[1:].decode("utf-8", _ERRORS)
    if kind != _BYTES:
        raise ValueError("neither a text nor bytes nor another value")
    end = data.find(b"\n")
    return _cut(_read(data[1:end]), data[end + 1 :])


def one_line(value: Any) -> str:
    """The value as JSON on one line, with a space after each colon and comma."""
    try:
        return format_json(encode(value), indent=0).decode()
    except (MsgspecError, UnicodeEncodeError):
        return json.dumps(value, ensure_ascii=False)


def compact(value: Any) -> str:
    """The value as JSON without white space."""
    try:
        return encode(value).decode()
    except (MsgspecError, UnicodeEncodeError):
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _json(value: Any) -> bytes:
    try:
        # Several times as fast as the standard library; half surrogates it does not write.
        return encode(value)
    except (MsgspecError, UnicodeEncodeError):
        return json.dumps(value).encode()


def _read(data: bytes) -> Any:
    try:
        return decode(data)
    except MsgspecError:
        return json.loads(data)


def _cut(lengths: Any, content: bytes) -> list[bytes]:
    """The pieces of these lengths."""
    if not isinstance(lengths, list) or not all(isinstance(one, int) and one >= 0 for one in lengths):
        raise ValueError("no list of lengths")
    if sum(lengths) != len(content):
        raise ValueError("bytes are missing")
    ends = accumulate(lengths)
    return [content[end - length : end] for end, length in zip(ends, lengths, strict=True)]
