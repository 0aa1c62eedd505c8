"""Of a source that is published in part, no other words are in any data file or in a page's head."""

import csv
import dataclasses
import io
import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from hypothesis import given, settings
from hypothesis import strategies as st

from compare_sample import compared
from onrecord.briefing import Briefing, Entry
from onrecord.model import Annotations, Publish
from onrecord.pages.published import published
from onrecord.publish.data_files import data_files, head_files
from onrecord.publish.references import references

WHOLE = compared()
WINDOW = 5
"""So many words in a row give a text away."""


def windows(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.casefold())
    return {tuple(words[n : n + WINDOW]) for n in range(len(words) - WINDOW + 1)}


def shown(entry: Entry) -> set[tuple[str, ...]]:
    """What may be shown: the words and fields of annotations, and what is known of the source."""
    known, source = entry.annotations, entry.source
    if source.publish == "full":
        return windows(source.text)
    texts: list[str | None] = [source.title, source.dateline, source.rights, *source.credits]
    for statement in known.statements:
        texts += [statement.words, f"{statement.speaker.name} {statement.speaker.role}"]
        texts += [statement.to, statement.via]
    for event in known.events:
        texts.append(f"{event.what} {event.said_as or ''}")
    return {window for text in texts if text for window in windows(text)}


def outputs(briefing: Briefing) -> dict[str, list[str]]:
    """Every file as the pieces of text in it: cells, strings, lines."""
    known = references(briefing)
    files = data_files(briefing, known)
    files |= {f"head of {name}": content for name, content in head_files(briefing, known).items()}
    return {
        name: [unquote(piece) for piece in pieces(name, content.decode())] for name, content in files.items()
    }


def pieces(name: str, text: str) -> list[str]:
    if name.endswith(".csv"):
        return [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row]
    if name.endswith((".json", ".jsonld", ".html")):
        return list(strings(json.loads(re.sub(r"</?script[^>]*>", "", text))))
    return re.sub(r"\r\n ", "", text).splitlines()


def strings(node: Any) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    for below in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from strings(below)


def shown_by(texts: list[str]) -> set[tuple[str, ...]]:
    return {window for text in texts for window in windows(text)}


def swapped(node: Any, entries: dict[str, Entry]) -> Any:
    """The records with other entries in the place of those of the same name."""
    if isinstance(node, Entry):
        return entries[node.source.name]
    if isinstance(node, tuple):
        return tuple(swapped(item, entries) for item in node)
    if dataclasses.is_dataclass(node) and not isinstance(node, type):
        changed = {
            field.name: swapped(getattr(node, field.name), entries) for field in dataclasses.fields(node)
        }
        return type(node)(**changed)
    return node


def partly(briefing: Briefing, publish: dict[str, Publish]) -> Briefing:
    """The briefing as the pages of such sources are read back."""
    entries = {}
    for entry in briefing.entries:
        how = publish[entry.source.name]
        source = dataclasses.replace(entry.source, publish=how)
        # Compared records still point at annotations of a source of which only the card is published.
        known = Annotations() if how == "link" else entry.annotations
        entries[source.name] = Entry(published(source, known), known, source)
    part: Briefing = swapped(briefing, entries)
    return part


def leaks(whole: Briefing, part: Briefing) -> list[str]:
    words = {name: shown_by(texts) for name, texts in outputs(part).items()}
    fine = {window for entry in part.entries for window in shown(entry)}
    found: list[str] = []
    for before, after in zip(whole.entries, part.entries, strict=True):
        if after.source.publish != "full":
            hidden = windows(before.source.text) - fine
            found += [f"{name}: {leak}" for name, there in words.items() for leak in sorted(there & hidden)]
    return found


@given(st.data())
@settings(max_examples=12)
def test_no_other_words_are_published(data: st.DataObject) -> None:
    whole = WHOLE
    # Each statement and each pair belongs to sources that are shown; what is "link" has none.
    modes: st.SearchStrategy[Publish] = st.sampled_from(["excerpts", "full"])
    part = partly(whole, {entry.source.name: data.draw(modes) for entry in whole.entries})
    assert leaks(whole, part) == []


def test_only_the_card_of_a_linked_source() -> None:
    whole = WHOLE
    alone = Briefing(whole.title, whole.entries, (), ())
    part = partly(alone, {entry.source.name: "link" for entry in whole.entries})
    assert len(windows(whole.entries[0].source.text) - shown(part.entries[0])) > 20, (
        "there is something to hide"
    )
    assert leaks(alone, part) == []
    assert not any("annotations/" in name for name in outputs(part) if not name.endswith("index.jsonld"))


def test_a_leak_would_be_found() -> None:
    """What stands around an annotation is published with sources that are published in full."""
    whole = WHOLE
    part = partly(whole, {entry.source.name: "excerpts" for entry in whole.entries})
    careless = swapped(
        part,
        {
            one.source.name: dataclasses.replace(
                one, source=dataclasses.replace(before.source, publish="full")
            )
            for one, before in zip(part.entries, whole.entries, strict=True)
        },
    )
    fine = {window for entry in part.entries for window in shown(entry)}
    hidden = {window for entry in whole.entries for window in windows(entry.source.text)} - fine
    found = {name for name, texts in outputs(careless).items() if shown_by(texts) & hidden}
    assert any(name.startswith("annotations/") for name in found)
    assert "briefing.json" in found, "sentences of differences"
