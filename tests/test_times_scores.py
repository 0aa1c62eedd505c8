"""How well times are read, against the shared TimeML documents. A floor goes down only in `scores.json`."""

import json
import re
from pathlib import Path

import pytest

from onrecord.analysis.parse import parse
from onrecord.analysis.times import find_times
from onrecord.analysis.times_tense import adjust_by_parse
from onrecord.model import Paragraph, Source
from shared_data import TBAQ, needs, scorer

HERE = Path(__file__).parent
FLOORS: dict[str, dict[str, float]] = json.loads((HERE / "scores.json").read_text("utf-8")).get("times", {})
PARAGRAPH = re.compile(r"\S(?:[^\n]|\n(?!\s*\n))*")

pytestmark = needs(TBAQ)


def source_at(path: Path) -> Source:
    """A document with one paragraph for each block between blank lines."""
    text, published, _ = scorer("score_times").read_tml(path)
    spans = [match.span() for match in PARAGRAPH.finditer(text)]
    paragraphs = tuple(Paragraph(number, span) for number, span in enumerate(spans, 1))
    return Source(path.stem, f"sources/{path.stem}.txt", text, paragraphs, published=published[:10])


@pytest.fixture(scope="module")
def predictions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("times")
    for parsed in parse(source_at(path) for path in sorted(TBAQ.rglob("*.tml"))):
        times = adjust_by_parse(parsed, find_times(parsed.source))
        found = [{"span": one.span, "type": one.type, "value": one.value} for one in times]
        (folder / f"{parsed.source.name}.json").write_text(json.dumps({"times": found}), encoding="utf-8")
    return folder


@pytest.mark.parametrize("part", ["all", "TimeBank", "AQUAINT"])
def test_times_reach_their_floors(
    part: str, predictions: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    gold = TBAQ if part == "all" else TBAQ / part
    monkeypatch.setattr("sys.argv", ["score_times.py", str(gold), str(predictions), "--json"])
    scorer("score_times").main()
    reached = json.loads(capsys.readouterr().out)
    assert FLOORS[part]
    assert {name: reached[name] for name, floor in FLOORS[part].items() if reached[name] < floor} == {}
