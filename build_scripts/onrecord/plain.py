"""Plain values (numbers, texts, lists, dicts by text) as JSON; and as bytes and back, quickly.

As bytes, values made of texts alone hold the texts as they are, one after the other, and a list of their lengths:
unlike in JSON, nothing in them is escaped.
"""

import json
from collections.abc import Iterator
from itertools import accumulate
from typing import Any

from msgspec import MsgspecError
from msgspec.json import decode, encode
from msgspec.json import format as format_json

_TEXTS, _OTHER = b"t", b"j"
_ERRORS = "surrogatepass"
"""File names may hold half surrogates."""


def dump(value: Any) -> bytes:
    """The value as bytes; no line feed stands before the texts of a value of texts."""
    texts: list[str] = []
    shape = _shape(value, texts)
    if shape is None:
        return _OTHER + _json(value)
    return _TEXTS + encode(shape) + b"\n" + "".join(texts).encode("utf-8", _ERRORS)


def load(data: bytes) -> Any:
    """What `dump` wrote. ValueError where it is damaged."""
    if data[:1] == _OTHER:
        return _read(data[1:])
    if data[:1] != _TEXTS:
        raise ValueError("neither texts nor another value")
    shape, _, rest = data[1:].partition(b"\n")
    try:
        return _texts(_read(shape), rest.decode("utf-8", _ERRORS))
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


def _shape(value: Any, texts: list[str]) -> Any:
    """The lengths of the texts, nested as these are, which go to `texts`; None where there is anything but texts."""
    if isinstance(value, str):
        texts.append(value)
        return len(value)
    if not isinstance(value, list) or not value:
        return None
    shape = []
    for item in value:
        inner = _shape(item, texts)
        if inner is None:
            return None
        shape.append(inner)
    return shape


def _texts(shape: Any, words: str) -> Any:
    lengths = list(_flat(shape))
    ends = list(accumulate(lengths))
    if (ends[-1] if ends else 0) != len(words):
        raise ValueError("texts are missing")
    pieces = iter([words[end - length : end] for end, length in zip(ends, lengths, strict=True)])
    return _nested(shape, pieces)


def _flat(shape: Any) -> Iterator[int]:
    if isinstance(shape, int):
        yield shape
    elif isinstance(shape, list):
        for item in shape:
            yield from _flat(item)
    else:
        raise TypeError(shape)


def _nested(shape: Any, pieces: Iterator[str]) -> Any:
    return next(pieces) if isinstance(shape, int) else [_nested(item, pieces) for item in shape]
