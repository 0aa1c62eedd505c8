"""Saved pages and real texts: floors in scores.json, under "intake"."""

import json
import re
from itertools import pairwise
from pathlib import Path

import pytest

from intake_pages import FIELDS, PAGES, body_f1, load, metadata_faults, source_of
from onrecord.intake import SourceFile, read
from onrecord.model import Span
from shared_data import POLNEAR, SEEDS, TBAQ, needs

FLOORS = json.loads((Path(__file__).parent / "scores.json").read_text(encoding="utf-8"))["intake"]
TRAIN = POLNEAR / "train"


def test_pages_body() -> None:
    scores = {path.name: body_f1(path) for path in PAGES}
    assert len(scores) >= FLOORS["pages"]
    low = {name: round(score, 3) for name, score in scores.items() if score < 0.9}
    assert sum(scores.values()) / len(scores) >= FLOORS["body_f1"], low


def test_pages_metadata() -> None:
    faults = {path.name: metadata_faults(path) for path in PAGES}
    wrong = sum(map(len, faults.values()))
    assert 1 - wrong / (len(PAGES) * len(FIELDS)) >= FLOORS["metadata_accuracy"], {
        name: found for name, found in faults.items() if found
    }


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_pages_keep_every_quotation(path: Path) -> None:
    source = source_of(path)
    kept = " ".join(source.text[slice(*one.span)] for one in source.paragraphs)
    quoted = [
        found for _, words in load(path).paragraphs for found in re.findall(r"“[^”]+”|\"[^\"]+\"", words)
    ]
    assert [words for words in quoted if words not in kept] == []


def annotated(path: Path) -> list[tuple[str, Span]]:
    lines = re.findall(
        r"^T\d+\t(Source|Cue|Content) ([\d ;]+)\t", path.read_text(encoding="utf-8"), re.MULTILINE
    )
    parts = [(role, part.split()) for role, parts in lines for part in parts.split(";")]
    return [(role, (int(start), int(end))) for role, (start, end) in parts]


@needs(TRAIN)
def test_polnear_annotations_stay_within_paragraphs() -> None:
    inside = total = crossing = 0
    for ann in sorted((TRAIN / "attributions").glob("*.ann")):
        text_path = TRAIN / "text" / f"{ann.stem.rsplit('_', 1)[0]}.txt"
        source = read(SourceFile("x", "sources/x.txt", text_path.read_bytes())).source
        assert source
        spans = [one.span for one in source.paragraphs]
        for role, (start, end) in annotated(ann):
            held = sum(max(0, min(end, stop) - max(start, first)) for first, stop in spans)
            gaps = [source.text[a[1] : b[0]] for a, b in pairwise(spans) if start < a[1] and b[0] < end]
            inside += held + sum(map(len, gaps))
            total += end - start
            crossing += role == "Content" and any(not re.search(r"\n\s*\n", gap) for gap in gaps)
    assert total > 1_000_000
    assert inside / total >= FLOORS["polnear_inside"]
    assert crossing == 0


@needs(TBAQ)
def test_times_stay_within_paragraphs() -> None:
    inside = total = 0
    for path in sorted(TBAQ.rglob("*.tml")):
        markup = re.search(
            r"<TEXT>(.*?)</TEXT>", path.read_text(encoding="utf-8", errors="replace"), re.DOTALL
        )
        assert markup
        text, spans = "", []
        for piece in re.split(r"(<[^>]+>)", markup[1]):
            if piece.startswith("<TIMEX3"):
                spans.append([len(text), 0])
            elif piece == "</TIMEX3>":
                next(span for span in reversed(spans) if not span[1])[1] = len(text)
            elif not piece.startswith("<"):
                text += piece
        source = read(SourceFile("x", "sources/x.txt", text.encode())).source
        assert source
        for start, end in spans:
            held = [min(end, one.span[1]) - max(start, one.span[0]) for one in source.paragraphs]
            inside += sum(size for size in held if size > 0)
            total += end - start
    assert total > 10_000
    assert inside / total >= FLOORS["timex_inside"]


@needs(SEEDS)
def test_seeds() -> None:
    sources = {}
    for path in sorted(SEEDS.glob("*.txt")):
        file = SourceFile(
            path.stem, f"sources/{path.name}", path.read_bytes(), path.with_suffix(".yml").read_bytes()
        )
        intake = read(file)
        assert intake.source
        assert intake.problems == ()
        sources[path.name[:3]] = intake.source
    debris = {name: sorted(piece.reason for piece in source.debris) for name, source in sources.items()}
    assert debris == {
        "000": ["agency credit"],
        "001": [],
        "002": ["copyright line"],
        "003": [
            "navigation",
            "photo caption",
            "photo caption",
            "repost notice",
            "repost notice",
            "section name",
        ],
        "004": ["comment form", "newsletter", "newsletter", "read-more link", "read-more link", "site name"],
    }
    assert {name: len(source.paragraphs) for name, source in sources.items()} == {
        "000": 11, "001": 14, "002": 11, "003": 13, "004": 11,
    }  # fmt: skip
    assert [bool(source.title) for source in sources.values()] == [False, False, True, True, False]
    assert (sources["000"].agency, dict(sources["000"].found)["agency"]) == ("Xinhua", "agency credit")
    assert (sources["000"].dateline_place, sources["000"].dateline_date) == ("UNITED NATIONS", "2022-04-27")
    where = {name: dict(source.found).get("credits") for name, source in sources.items()}
    assert where["002"] == "named in ¶3, named in ¶5"
    assert [each.rpartition(" ")[2] for each in sources["002"].credits] == ["Hill", "CNN"]
    assert where["003"] == "photo caption, named in ¶6, named in ¶7"
    named = ["REUTERS", "Reuters", "AFP"]
    assert [name in credit for name, credit in zip(named, sources["003"].credits, strict=True)] == [True] * 3
    assert {source.language for source in sources.values()} == {"en"}
    assert all(not source.byline for source in sources.values())
