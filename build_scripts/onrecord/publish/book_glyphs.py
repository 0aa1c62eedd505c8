"""Text that the book's fonts can show: nothing hidden, nothing that stops the typesetting.

- White space is folded, as everywhere else, except in code.
- What does not show and could make a line read other than it is stored (controls, marks of direction, joiners
  where nothing is joined) is shown by its code point, `[U+202E]`: the same characters as on the site.
- A run of more than `LONGEST` characters without a place to break gets invisible ones (U+200B).
- Characters for which no font at hand has a glyph are shown by their code point too.
"""

import json
import re
import unicodedata
from collections.abc import Iterable
from typing import Any

import typst

from onrecord.markdown import fold, seen

LONGEST = 32
AS_THEY_ARE = frozenset({"to", "at"})
"""Keys whose values are addresses and places, not text to read."""

_PROBE = b"""#set document(title: "probe", date: none)
#set text(font: ("Libertinus Serif", "New Computer Modern", "DejaVu Sans Mono"))
#for word in json(bytes(sys.inputs.data)) [#word #raw(word) \\ ]
"""
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]")
"""What `seen` leaves, for it is white space, and would do more than leave a space in code."""
_MISSING = re.compile(r'the text `"((?:[^"\\]|\\.)*)"` could not be displayed')
_ESCAPED = re.compile(r"\\u\{([0-9a-fA-F]+)\}|\\(.)")
# A place to break stands after these anyway, or the script breaks between any two characters.
_UNBROKEN = re.compile(rf"[^\s\u200b\-\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]{{{LONGEST},}}")
_PIECE = re.compile(rf".{{1,{LONGEST - 8}}}[/?&=.,;:_#%+]|.{{1,{LONGEST - 8}}}")


def shown(tree: Any, key: str = "") -> Any:
    """The same nested data with every text in it fit to be shown; see this module's head."""
    if isinstance(tree, str):
        return tree if key in AS_THEY_ARE else _shown_text(tree, code=key in ("lines", "code"))
    if isinstance(tree, list):
        return [shown(item, key) for item in tree]
    if isinstance(tree, dict):
        return {name: shown(item, name) for name, item in tree.items()}
    return tree


def shows(words: str) -> bool:
    """Whether anything of `words` can be seen: a heading of nothing but invisible characters is none."""
    return any(not one.isspace() and unicodedata.category(one) != "Cf" for one in words)


def heading(words: str, otherwise: str) -> str:
    """`words` on one line as a heading; where nothing of them shows, `otherwise`."""
    return fold(words) if shows(words) else otherwise


def unshown(text: str, fonts: typst.Fonts) -> set[str]:
    """The characters of `text` for which none of these fonts has a glyph."""
    characters = sorted({character for character in text if character > "~"})
    if not characters:
        return set()
    try:
        typst.compile(
            _PROBE,
            font_paths=fonts,
            ignore_system_fonts=True,
            sys_inputs={"data": json.dumps(characters)},
            pdf_standards=["ua-1"],
        )
    except typst.TypstError as error:
        return set(refused(error))
    return set()


def refused(error: typst.TypstError) -> Iterable[str]:
    """The characters that an export to PDF/UA refused, from its message; none if it failed otherwise."""
    for words in _MISSING.findall(f"{error.diagnostic}"):
        yield from _ESCAPED.sub(lambda mark: chr(int(mark[1], 16)) if mark[1] else mark[2], words)


def to_blame(characters: Iterable[str]) -> set[str]:
    """Of characters that have glyphs and yet were refused: the combining marks, which do not fit their letters.

    Without a mark among them, all of them.
    """
    every = set(characters)
    return {one for one in every if unicodedata.category(one).startswith("M")} or every


def by_code(characters: Iterable[str]) -> dict[int, str]:
    """For `str.translate`: each character as its code point in brackets; ASCII stays as it is."""
    return {ord(one): f"[U+{ord(one):04X}]" for one in characters if one > "~"}


def _shown_text(text: str, *, code: bool) -> str:
    text = seen(text.replace("\t", "    ") if code else _folded(text))
    return _UNBROKEN.sub(_breakable, _CONTROLS.sub(lambda mark: f"[U+{ord(mark[0]):04X}]", text))


def _folded(text: str) -> str:
    """White space folded to one space, kept at the ends: a piece of a sentence may begin with one."""
    inner = fold(text)
    if not inner:
        return " " if text else ""
    return f"{' ' * text[0].isspace()}{inner}{' ' * text[-1].isspace()}"


def _breakable(run: re.Match[str]) -> str:
    return "\u200b".join(_PIECE.findall(run[0]))
