"""Plain values as bytes: all come back, and what is damaged is told."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord import plain

TEXTS = st.recursive(st.text(st.characters()), lambda inner: st.lists(inner, max_size=4), max_leaves=20)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(st.characters()),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(st.characters()), inner, max_size=4),
    max_leaves=20,
)


@given(VALUES | TEXTS)
def test_plain_values_come_back(value: object) -> None:
    assert plain.load(plain.dump(value)) == value


@pytest.mark.parametrize("value", [["\ud800", "“”"], {"\ud800": 1.5}, "\udcff", [[], [""]], [None, "\n"]])
def test_half_surrogates_and_nothing_come_back(value: object) -> None:
    assert plain.load(plain.dump(value)) == value


@given(st.lists(st.binary(), min_size=1))
def test_bytes_come_back(value: object) -> None:
    assert plain.load(plain.dump(value)) == value


@given(VALUES)
def test_json_is_that_of_the_standard_library(value: object) -> None:
    assert plain.one_line(value) == json.dumps(value, ensure_ascii=False)
    assert plain.compact(value) == json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def test_texts_and_bytes_are_kept_as_they_are() -> None:
    assert plain.dump("a “b”\n\\").endswith("a “b”\n\\".encode())
    assert plain.dump([b"a\n", b"\\"]).endswith(b"a\n\\")


@pytest.mark.parametrize("data", [b"", b"j", b"j{", b"damaged", b"b[3]\nab", b"t\xff\xff", b'j"\xff"',
                                  b"b[2,[1]]\nab", b'b{"a":1}\nab', b"b[1.5]\nab", b"b[-1,3]\nab",
                                  b"bnull\n"])  # fmt: skip
def test_what_is_damaged_is_told(data: bytes) -> None:
    try:
        found = plain.load(data)
    except ValueError:
        return
    pytest.fail(f"{data!r} was taken for {found!r}")
