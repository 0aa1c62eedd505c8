"""Saved web pages (to come)."""

from onrecord.intake.blocks import Draft
from onrecord.intake.decoding import decode
from onrecord.intake.plain import read_plain
from onrecord.model import Problem


def read_html(data: bytes, path: str) -> Draft | Problem:
    text = decode(data, path)
    return text if isinstance(text, Problem) else read_plain(text)
