"""How well statements are found, scored on PolNeAR against floors (`scores.json`, key "statements").

F1 by `shared/evaluate/score_statements.py`: all of dev, and every fourth article of train. A floor goes down
only in `scores.json`.
"""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from onrecord.analysis.parse import parse
from onrecord.analysis.statements import find_statements
from onrecord.model import Paragraph, ParagraphKind, Source
from shared_data import POLNEAR, SHARED, needs

HERE = Path(__file__).parent
FLOORS: dict[str, dict[str, float]] = json.loads((HERE / "scores.json").read_text("utf-8")).get(
    "statements", {}
)

pytestmark = needs(POLNEAR)


def source_at(path: Path) -> Source:
    text = path.read_bytes().decode("utf-8")
    paragraphs: list[Paragraph] = []
    at = 0
    for line in text.split("\n"):
        words = line.strip()
        if words:
            start = at + line.index(words[0])
            kind: ParagraphKind = "text" if paragraphs else "title"
            paragraphs.append(Paragraph(len(paragraphs) + 1, (start, start + len(words)), kind))
        at += len(line) + 1
    return Source(path.stem, path.name, text, tuple(paragraphs))


def scored(paths: list[Path], gold: Path, folder: Path) -> dict[str, Any]:
    """The scorer's figures for the articles at `paths`."""
    for part in ("text", "attributions", "found"):
        (folder / part).mkdir(parents=True)
    for parsed in parse(source_at(path) for path in paths):
        statements = [
            {"content": each.content, "cue": each.cue, "speaker": {"mention": each.speaker.mention}}
            for each in find_statements(parsed, ())
        ]
        (folder / "found" / f"{parsed.source.name}.json").write_text(json.dumps({"statements": statements}))
    for path in paths:
        shutil.copy(path, folder / "text")
        for marks in (gold / "attributions").glob(f"{path.stem}_????.ann"):
            shutil.copy(marks, folder / "attributions")
    command = [
        sys.executable,
        SHARED / "evaluate" / "score_statements.py",
        folder,
        folder / "found",
        "--json",
    ]
    done = subprocess.run([str(part) for part in command], check=True, capture_output=True, text=True)
    figures: dict[str, Any] = json.loads(done.stdout)
    return figures


@pytest.mark.parametrize("split", sorted(FLOORS) or ["dev"])
def test_scores_hold_their_floors(split: str, tmp_path: Path) -> None:
    gold = POLNEAR / split
    paths = sorted((gold / "text").glob("*.txt"))[:: 1 if split == "dev" else 4]
    figures = scored(paths, gold, tmp_path)
    found = {row: figures[row]["f1"] for row in FLOORS.get(split, {})}
    assert FLOORS, "no floors in scores.json"
    assert {row: value for row, value in found.items() if value < FLOORS[split][row]} == {}
