"""What a build says: counts, places by kind, JSON, GitHub's workflow commands."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings import HARBOUR, briefing, put
from onrecord import report
from onrecord.model import Problem


def run(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {key: value for key, value in os.environ.items() if key != "GITHUB_ACTIONS"}
    command = [sys.executable, "-m", "onrecord", *map(str, arguments)]
    return subprocess.run(
        command, capture_output=True, text=True, check=False, encoding="utf-8",
        env={**kept, "PYTHONUTF8": "1", **environment},
    )  # fmt: skip


def warnings(number: int, kind: str = "unattributed") -> list[Problem]:
    return [
        Problem("docs/a.md", n + 1, "Nobody is named.", "Name them.", "warning", kind) for n in range(number)
    ]


def test_problems_stand_under_a_heading_errors_first() -> None:
    found = [
        Problem("b.md", 3, "A date.", "Mend it.", "warning", "doubt"),
        Problem("a.md", 9, "Not there.", "Quote it.", kind="unverified"),
        Problem("c.md", 0, "New kind.", "", "warning", "unheard of"),
        Problem("a.md", 2, "A date.", "Mend it.", "warning", "doubt"),
    ]
    assert report.in_words(found) == [
        "Quotations that are not word for word in their source (1 error):",
        "error: a.md:9: Not there. Quote it.",
        "Dates that may be read wrongly (2 warnings):",
        "warning: a.md:2: A date. Mend it.",
        "warning: b.md:3: A date. Mend it.",
        "Others (1 warning):",
        "warning: c.md: New kind.",
    ]


def test_many_equal_warnings_stay_readable_and_errors_are_all_shown() -> None:
    lines = report.in_words([*warnings(329), *(Problem("x", n, "Wrong.") for n in range(40))], 5)
    assert sum(line.startswith("error: ") for line in lines) == 40
    assert sum(line.startswith("warning: ") for line in lines) == 5
    assert lines[-1] == "and 324 more; `onrecord check` lists all."
    assert "Quotations without a speaker (329 warnings):" in lines
    assert len(report.in_words(warnings(329))) == 330
    assert report.in_words(warnings(5), 5) == report.in_words(warnings(5))


@pytest.mark.parametrize(
    ("problem", "folder", "line"),
    [
        (Problem("docs/a.md", 7, "50% wrong.\nReally.", "Mend\r it."), ".",
         "::error file=docs/a.md,line=7::50%25 wrong.%0AReally. Mend%0D it."),
        (Problem("a:b,c%.md", 0, "Look", "", "warning"), "one/two", "::warning file=one/two/a%3Ab%2Cc%25.md::Look"),
    ],
)  # fmt: skip
def test_workflow_commands_are_escaped(problem: Problem, folder: str, line: str) -> None:
    assert list(report.workflow_commands([problem], folder)) == [line]


@given(st.text(), st.text())
def test_no_text_can_begin_a_command_of_its_own(path: str, words: str) -> None:
    (line,) = report.workflow_commands([Problem(path, 1, words)], ".")
    assert "\n" not in line
    assert "\r" not in line
    properties, _, message = line.removeprefix("::error ").partition("::")
    assert properties.count(",") == 1
    assert ":" not in properties
    assert message.replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%").strip() == words.strip()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = briefing(tmp_path / "b")
    put(root, "undated", HARBOUR)
    return root


def test_json_is_the_whole_report_and_words_go_to_stderr(root: Path) -> None:
    done = run("annotate", root, "--json")
    assert done.returncode == 0
    told = json.loads(done.stdout)
    assert list(told) == ["dry_run", "counts", "problems", "files"]
    assert told["counts"]["sources"] == 3
    assert told["counts"]["added"] == told["counts"]["statements"] + told["counts"]["dates"] > 0
    assert {"path": "docs/timeline.md", "change": "written"} in told["files"]
    assert told["counts"]["files"] == len(told["files"])
    (undated,) = [one for one in told["problems"] if one["kind"] == "undated"]
    assert (undated["path"], undated["severity"]) == ("sources/undated.txt", "warning")
    assert "3 sources, " in done.stderr
    assert "Sources without a publication date (1 warning):" in done.stderr
    checked = json.loads(run("check", root, "--json").stdout)
    assert checked == told["problems"]


def test_counts_come_before_places_and_say_what_to_look_at(root: Path) -> None:
    run("annotate", root)
    page = root / "docs/sources/harbour.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("> “We go on, and", "> “We go off, and"), encoding="utf-8")
    done = run("annotate", root)
    assert "1 kept yours" in done.stdout
    assert "to look at: 0 conflicts, 0 orphans, 0 unattributed, 1 unverified\n" in done.stdout
    assert "0 files changed" not in done.stdout
    assert "word for word in their source (1 error):\nerror: docs/sources/harbour.md:" in done.stderr


def test_github_gets_each_problem_once_on_its_line(root: Path) -> None:
    done = run("annotate", root, "--json", GITHUB_ACTIONS="true")
    json.loads(done.stdout)
    marks = [line for line in done.stderr.splitlines() if line.startswith("::")]
    path = Path(os.path.relpath(root)).as_posix().replace("%", "%25").replace(":", "%3A").replace(",", "%2C")
    assert len(marks) == len(json.loads(done.stdout)["problems"])
    assert any(
        line.startswith(f"::warning file={path}/sources/undated.txt::The publication date") for line in marks
    )
    assert "::warning" not in run("annotate", root).stderr


@pytest.mark.parametrize("arguments", [("annotate",), ("build", "--no-pdf", "--strict")])
def test_what_stops_a_build_is_told_as_json_too(root: Path, arguments: tuple[str, ...]) -> None:
    if arguments[0] == "annotate":
        (root / "sources/briefing.yml").write_text("peple: []\n", encoding="utf-8")
    command, *options = arguments
    done = run(command, root, *options, "--json", GITHUB_ACTIONS="true")
    assert done.returncode == 1
    told = json.loads(done.stdout)
    assert told["refused"] is True
    assert told["files"] == []
    assert (
        len(told["problems"])
        == sum(told["counts"].values())
        == done.stderr.count("\n::") + done.stderr.startswith("::")
    )
