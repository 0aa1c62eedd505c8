"""Plain values (numbers, texts, lists, dicts by text) as JSON; and as bytes and back, quickly.

As bytes, a text is kept as it is, for it may be a long page, and values made of bytes alone as these, one after the
other, with a list of their lengths. All else is JSON.
"""

import json
from collections.abc import Iterator
from itertools import accumulate
from typing import Any

from msgspec import MsgspecError
from msgspec.json import decode, encode
from msgspec.json import format as format_json

_TEXT, _BYTES, _OTHER = b"t", b"b", b"j"
_ERRORS = "surrogatepass"
"""File names may hold half surrogates."""


def dump(value: Any) -> bytes:
    """The value as bytes. One that is nothing but bytes, or lists of bytes, may be given, too."""
    if isinstance(value, str):
        return _TEXT + value.encode("utf-8", _ERRORS)
    pieces: list[bytes] = []
    shape = _shape(value, pieces)
    return _OTHER + _json(value) if shape is None else _BYTES + encode(shape) + b"\n" + b"".join(pieces)


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
    try:
        return _cut(_read(data[1:end]), data[end + 1 :])
    except TypeError as error:
        raise ValueError("no list of lengths") from error


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


def _shape(value: Any, pieces: list[bytes]) -> Any:
    """The lengths of the bytes, nested as these are, which go to `pieces`; None where there is anything but bytes."""
    if isinstance(value, bytes):
        pieces.append(value)
        return len(value)
    if not isinstance(value, list) or not value:
        return None
    shape = []
    for item in value:
        inner = _shape(item, pieces)
        if inner is None:
            return None
        shape.append(inner)
    return shape


def _cut(shape: Any, content: bytes) -> Any:
    """The pieces of these lengths."""
    flat = isinstance(shape, list) and all(isinstance(one, int) for one in shape)
    lengths = shape if flat else list(_flat(shape))
    ends = list(accumulate(lengths))
    if (ends[-1] if ends else 0) != len(content):
        raise ValueError("bytes are missing")
    pieces = [content[end - length : end] for end, length in zip(ends, lengths, strict=True)]
    return pieces if flat else _nested(shape, iter(pieces))


def _flat(shape: Any) -> Iterator[int]:
    for item in shape if isinstance(shape, list) else [shape]:
        if isinstance(item, int):
            yield item
        elif isinstance(item, list):
            yield from _flat(item)
        else:
            raise TypeError(item)


def _nested(shape: Any, pieces: Iterator[bytes]) -> Any:
    return next(pieces) if isinstance(shape, int) else [_nested(item, pieces) for item in shape]
