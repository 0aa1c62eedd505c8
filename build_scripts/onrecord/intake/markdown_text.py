"""Markdown (to come)."""

from onrecord.intake.blocks import Draft
from onrecord.intake.plain import read_plain


def read_markdown(text: str) -> Draft:
    return read_plain(text)
