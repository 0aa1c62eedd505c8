"""A briefing made of hostile texts: in its sources, sidecars, file names and settings."""

import html
import os
from collections.abc import Sequence
from pathlib import Path

import yaml

from hostile_texts import PIECES, cases
from onrecord.commands import start

PER_SOURCE = 64
NAMES = (
    "con",
    "aux.nul",
    "a & b’s #1 {x} [y](z)",
    "100%25 ünï “q” $x$ ~y~",
    "..hidden?..",
    "<img src=x onerror=hit()>",
    "{{ name }} {% x %}",
    "-rf --strict",
    "x" * 120,
)
"""File names; those that Windows does not allow are left out there."""
FIELDS = ("title", "outlet", "agency", "dateline", "rights", "kind")


def make(root: Path) -> None:
    """A briefing in `root` with more than 2,000 hostile paragraphs in some forty sources."""
    start(root)
    texts = list(cases())
    groups = [texts[at : at + PER_SOURCE] for at in range(0, len(texts), PER_SOURCE)]
    names = [name for name in NAMES if os.name != "nt" or not set(name) & set('<>:"|?*')]
    names += [f"s{number}" for number in range(len(groups) - len(names))]
    for number, (name, group) in enumerate(zip(names, groups, strict=True)):
        suffix = {7: ".md", 8: ".html"}.get(number % 10, ".txt")
        (root / f"sources/{name}{suffix}").write_bytes(_file(suffix, group).encode())
        (root / f"sources/{name}.yml").write_text(_sidecar(number), encoding="utf-8")
    (root / "sources/briefing.yml").write_text(_settings(), encoding="utf-8")


def _file(suffix: str, texts: Sequence[str]) -> str:
    if suffix == ".html":
        body = "".join(f"<p>{html.escape(text)}</p>\n" for text in texts if "\x00" not in text)
        return (
            f"<!DOCTYPE html><html><head><title>x</title></head><body><article>{body}</article></body></html>"
        )
    return "\n\n".join(["A headline <b>of *its* own", *texts]) + "\n"


def _sidecar(number: int) -> str:
    """A sidecar with a hostile text in every field."""
    chosen = iter(PIECES[(number * 13 + n) % len(PIECES)] for n in range(40))
    fields: dict[str, object] = {field: f"{next(chosen)} {field}" for field in FIELDS}
    fields |= {
        "byline": [f"{next(chosen)} byline", next(chosen)],
        "credits": [next(chosen), next(chosen)],
        "published": f"2022-04-{1 + number % 28:02}",
        "url": "https://a.example/?q=(a)[b](x)'onclick=hit()'&amp;&lt;#x:~:text=*a*_b_~~c~~",
        "confirm": ["title", "outlet"],
    }
    if number % 3 == 0:
        del fields["title"]
    return yaml.safe_dump(fields, allow_unicode=False)


def _settings() -> str:
    people = [
        {
            "name": "<img src=x onerror=hit()> *Bell*",
            "aliases": ["Ann Bell"],
            "roles": [PIECES[0], "mayor {{ x }}"],
        },
        {"name": "Tom [Finch](javascript:hit()) | x", "aliases": ["Tom Finch"]},
    ]
    outlets = [{"name": "Post <svg onload=hit()>", "aliases": [f"{PIECES[13]} outlet"]}]
    return yaml.safe_dump({"people": people, "outlets": outlets})
