"""How many figures of one thing are found, and none that are of two: pairs read by hand (`differences_labels.json`).

A label gives two figures by article and place, and whether they are of one thing. A floor goes down only in
`scores.json`. Also what the shared seeds must show.
"""

import json
import re
from collections.abc import Iterable
from html import unescape
from pathlib import Path

from onrecord.across.differences import differences, published_days
from onrecord.across.differences_figures import pairs
from onrecord.across.differences_sides import unfolded
from onrecord.across.figures import Figure, figures
from onrecord.briefing import Entry
from onrecord.model import Annotations, Paragraph, Source
from shared_data import POLNEAR, SEEDS, TBAQ, needs

HERE = Path(__file__).parent
TRAIN = POLNEAR / "train" / "text"
LABELS = json.loads((HERE / "differences_labels.json").read_text("utf-8"))
FLOORS = json.loads((HERE / "scores.json").read_text("utf-8"))["differences"]
Place = tuple[str, int, int]

pytestmark = needs(TRAIN, TBAQ, SEEDS)


def read(file: Path) -> Entry:
    """The text with a paragraph for each of its blocks, and its day of publication; nothing of it is left out."""
    text = file.read_bytes().decode("utf-8")
    sidecar = file.with_suffix(".yml")
    day = re.search(r"published: (\S+)", sidecar.read_text("utf-8")) if sidecar.exists() else None
    return entry_of(file, text, day[1] if day else None)


def read_tagged(file: Path) -> Entry:
    """The same of a text in TimeML: its words without tags, published on its document time."""
    tagged = file.read_bytes().decode("utf-8")
    body = re.search(r"<TEXT>(.*)</TEXT>", tagged, re.DOTALL)
    day = re.search(r'<DCT>.*?value="(\d{4}-\d\d-\d\d)', tagged, re.DOTALL)
    assert body, file.name
    assert day, file.name
    return entry_of(file, unescape(re.sub(r"<[^>]*>", "", body[1])), day[1])


def entry_of(file: Path, text: str, published: str | None) -> Entry:
    blocks = re.finditer(r"\S.*?(?=\n\s*\n|\Z)", text, re.DOTALL)
    paragraphs = tuple(Paragraph(number, block.span()) for number, block in enumerate(blocks, 1))
    source = Source(file.stem, file.name, text, paragraphs, published=published)
    return Entry(source, Annotations())


def place_of(figure: Figure, texts: dict[str, str]) -> Place:
    span = unfolded(texts[figure.source], figure.sentence.span, figure.quantity.span)
    return (figure.source, *span)


def found_in(entries: Iterable[Entry], days: dict[str, int]) -> set[frozenset[Place]]:
    """The pairs of figures that are shown, by their places."""
    texts = {entry.source.name: entry.source.text for entry in entries}
    listed = [figure for entry in entries for figure in figures(entry)]
    return {
        frozenset({place_of(listed[pair.one], texts), place_of(listed[pair.other], texts)})
        for pair in pairs(listed, days)
    }


def test_figures_of_one_thing() -> None:
    articles = [read(file) for file in sorted(TRAIN.glob("*.txt"))]
    news = [read_tagged(file) for file in sorted(TBAQ.glob("*/*.tml"))]
    shown = found_in(articles, published_days(articles)) | found_in(news, published_days(news))
    labelled = {frozenset({tuple(row[:3]), tuple(row[3:6])}): row[6] for row in LABELS}
    right = sum(1 for pair, same in labelled.items() if same and pair in shown)
    wrong = sum(1 for pair, same in labelled.items() if not same and pair in shown)
    alike = sum(same for same in labelled.values())
    scores = {
        "precision": 100 * right / max(1, right + wrong),
        "recall": 100 * right / alike,
        "most_unread": len(shown - labelled.keys()),
    }
    assert scores["precision"] >= FLOORS["precision"], scores
    assert scores["recall"] >= FLOORS["recall"], scores
    assert scores["most_unread"] <= FLOORS["most_unread"], scores


def test_the_refugees_of_the_seeds() -> None:
    entries = [read(file) for file in sorted(SEEDS.glob("*.txt"))]
    found = [
        {side.entry.source.name[:3]: side.sentence[slice(*side.point)] for side in one.sides}
        for one in differences(entries, (), ())
    ]
    assert found == [{"001": "more than five million", "002": "about 5.2 million"}]
