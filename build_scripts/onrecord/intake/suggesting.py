"""A first sidecar for a text: what can be read off it, where it was read, and what to confirm."""

import json
from collections.abc import Mapping

from onrecord.intake.cleaning import clean
from onrecord.intake.keyed import ACCEPTED_DATE
from onrecord.intake.metadata import clues_of
from onrecord.intake.reading import MANY, draft_of, hand_of, known_of
from onrecord.intake.sidecar import FACTS, Sidecar
from onrecord.model import Problem

ASKED = ("title", "outlet", "published", "url")
"""Fields that stand in a suggested sidecar even where nothing was found."""


def suggest(name: str, path: str, data: bytes, given: Mapping[str, str] | None = None) -> str:
    """The text of a sidecar (YAML) for a file; `given` holds what its adder said and wins.

    Each line says where it was read; `confirm` lists what was read off the text.
    """
    told = {field: value for field, value in (given or {}).items() if field in FACTS and value}
    draft = draft_of(path, data)
    known: dict[str, tuple[tuple[str, ...], str]] = {}
    if not isinstance(draft, Problem):
        known = known_of(clues_of(draft, clean(draft, hand_of(Sidecar(), draft))), Sidecar())
    known.pop("language", None)  # told anew whenever the text is read
    known |= {field: ((value,), "given when it was added") for field, value in told.items()}
    lines = [
        f"# What is known of {_plain(name)}. Correct what is wrong; take what is right out of `confirm`."
    ]
    lines += [_line(field, known) for field in FACTS if field in known or field in ASKED]
    confirm = [field for field in FACTS if field in known and field not in told]
    lines += [f"confirm: [{', '.join(confirm)}]"] if confirm else []
    return "\n".join(lines) + "\n"


def _line(field: str, known: dict[str, tuple[tuple[str, ...], str]]) -> str:
    if field not in known:
        return f"{field}: # not found" + (
            f"; the day it was published, like {ACCEPTED_DATE}: nobody says it, and it is never guessed"
            if field == "published"
            else ""
        )
    values, where = known[field]
    if field in ("published", "updated"):
        return f"{field}: {values[0]} # {_plain(where)}"
    written = [_quoted(value) for value in values]
    shown = f"[{', '.join(written)}]" if field in MANY else written[0]
    return f"{field}: {shown} # {_plain(where)}"


def _quoted(value: str) -> str:
    """A text between double quotes, which YAML reads like JSON; what does not print is escaped."""
    value = value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return "".join(
        letter if letter.isprintable() else json.dumps(letter)[1:-1]
        for letter in json.dumps(value, ensure_ascii=False)
    )


def _plain(words: str) -> str:
    return "".join(letter if letter.isprintable() else " " for letter in words)
