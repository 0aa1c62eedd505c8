"""Formatters run over all pages: the next build reports no edit, and nothing is lost.

mdformat comes with the packages for tests; Prettier is looked for in tests/formatters (`npm ci --prefix
tests/formatters`), then among the programs of the machine.
"""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from mdformat._cli import run

from briefings import briefing, put, tree
from hostile_texts import cases
from onrecord import pipeline
from onrecord.markdown import plain
from onrecord.pages.reader import read_blocks
from onrecord.project import Project

FORMATTERS = Path(__file__).parent / "formatters"
PRETTIER = shutil.which("prettier", path=str(FORMATTERS / "node_modules/.bin")) or shutil.which("prettier")
Formatter = Callable[[Path, str, pytest.CaptureFixture[str]], None]
WRAPS = ("keep", "no", "80")
MINE = (
    "Mine: *own* words with **weight**, a [link](https://a.example/x_y) and a list:\n\n* one\n* two\n\n"
    "> [!note] Remark\n>\n> I was there, and it rained.\n\n"
    "| left | right |\n|--|--|\n| 1 | 2 |\n"
)


def mdformat(folder: Path, wrap: str, capfd: pytest.CaptureFixture[str]) -> None:
    """File by file, for it refuses one in a while that it would spoil by its own account."""
    files = sorted(folder.rglob("*.md"))
    refused = 0
    for path in files:
        refused += run(["--wrap", wrap, str(path)]) != 0
    errors = capfd.readouterr().err
    assert errors.count("Error") == errors.count("renders to different HTML") == refused
    assert refused <= len(files) // 4


def prettier(folder: Path, wrap: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert PRETTIER
    prose = {"keep": "preserve", "no": "never", "80": "always"}[wrap]
    command = [PRETTIER, "--write", "--log-level", "warn", "--prose-wrap", prose, str(folder)]
    subprocess.run(command, check=True, shell=os.name == "nt")


def built(root: Path) -> pipeline.Plan:
    project = Project.at(root)
    plan = pipeline.plan(project, pdf=False)
    project.write(project.changes(plan.files))
    project.remember(plan.cache)
    return plan


def annotations(plan: pipeline.Plan) -> list[object]:
    """All that the pages tell, without lines and a person's own."""
    return [
        told
        for entry in plan.briefing.entries
        for told in (
            *((s.id, s.words, s.speaker, s.kind, s.act, s.said_on, s.to, s.via, s.paragraph, s.content)
              for s in entry.annotations.statements),
            *((e.id, e.what, e.date, e.status, e.said_as, e.paragraph) for e in entry.annotations.events),
        )
    ]  # fmt: skip


def problems(plan: pipeline.Plan) -> list[tuple[str, str]]:
    return sorted((problem.path, problem.message) for problem in plan.problems)


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = briefing(tmp_path_factory.mktemp("formatted") / "b")
    texts = list(cases())
    for number in range(3):
        sample = "\n\n".join(texts[number::120])
        put(root, f"hostile{number}", f"A headline of its own\n\n{sample}\n", "published: 2022-04-26\n")
    built(root)
    page = root / "docs/sources/harbour.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n" + MINE, encoding="utf-8")
    built(root)
    return root


@pytest.mark.parametrize("wrap", WRAPS)
@pytest.mark.parametrize("formatter", [mdformat, prettier])
def test_a_formatted_page_is_no_edited_page(
    original: Path, tmp_path: Path, formatter: Formatter, wrap: str, capfd: pytest.CaptureFixture[str]
) -> None:
    if formatter is prettier and not PRETTIER:
        pytest.skip("Prettier is not installed (npm ci --prefix tests/formatters)")
    root = tmp_path / "b"
    shutil.copytree(original, root)
    before = built(root)
    written = tree(root / "docs")
    formatter(root / "docs", wrap, capfd)
    changed = [path for path, data in tree(root / "docs").items() if data != written[path]]
    assert any(path.startswith("sources/") for path in changed)
    assert "speakers/index.md" in changed
    after = built(root)
    assert {what: after.counts[what] for what in ("added", "kept", "deleted")} == {
        "added": 0, "kept": 0, "deleted": 0
    }  # fmt: skip
    assert annotations(after) == annotations(before)
    assert problems(after) == problems(before)
    page = (root / "docs/sources/harbour.md").read_text(encoding="utf-8")
    shown = [plain(block.raw.replace("\n>", "\n")) for block in read_blocks(page)]
    for mine in (
        "Mine: own words with weight, a link and a list:",
        "[!note] Remark I was there, and it rained.",
    ):
        assert any(mine in words for words in shown), shown
    project = Project.at(root)
    assert project.changes(pipeline.plan(project, pdf=False).files) == {}
