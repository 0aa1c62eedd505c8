"""Pages and Git: two people's edits to different callouts of one page merge by themselves."""

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.pages.merge import merge
from onrecord.pages.reader import read_page
from onrecord.pages.writer import write_page
from test_pages import FOUND, HARBOUR

PATH = "docs/sources/note.md"
PAGE = write_page(HARBOUR, FOUND)

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


def git(folder: Path, *words: str) -> str:
    settings = (
        "-c",
        "user.name=Ann Bell",
        "-c",
        "user.email=ann@harwick.example",
        "-c",
        "commit.gpgsign=false",
    )
    done = subprocess.run(
        ["git", *settings, *words], cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def merged(folder: Path, ours: str, theirs: str) -> str:
    """The page after `git merge` of two people's versions of it."""
    page = folder / "note.md"
    git(folder, "init", "-q", "-b", "main")
    for branch, text in (("main", PAGE), ("hers", theirs)):
        if branch != "main":
            git(folder, "checkout", "-q", "-b", branch)
        page.write_bytes(text.encode())
        git(folder, "add", "note.md")
        git(folder, "commit", "-q", "-m", "Edit a page")
    git(folder, "checkout", "-q", "main")
    page.write_bytes(ours.encode())
    git(folder, "commit", "-q", "-a", "-m", "Edit a page")
    git(folder, "merge", "-q", "--no-edit", "hers")
    return page.read_text(encoding="utf-8")


ONE = {
    "speaker": ("[!quote] Ann Bell, mayor", "[!quote] Anna Bell, mayor"),
    "remark": ("> direct ·", "> I asked her.\n>\n> direct ·"),
    "day": ("Monday 25 April", "Sunday 24 April"),
}
OTHER = {
    "date": ("[!event] Tuesday 26 April", "[!event] Wednesday 27 April"),
    "status": ("> planned ·", "> happened ·"),
    "prose": ("> [!event]", "Mine.\n\n> [!event]"),
}


@pytest.mark.parametrize("other", OTHER)
@pytest.mark.parametrize("one", ONE)
def test_edits_to_two_callouts_merge(tmp_path: Path, one: str, other: str) -> None:
    ours, theirs = PAGE.replace(*ONE[one]), PAGE.replace(*OTHER[other])
    assert PAGE not in (ours, theirs)
    assert merged(tmp_path, ours, theirs) == ours.replace(*OTHER[other])


def test_a_rebuild_and_an_edit_merge(tmp_path: Path) -> None:
    """One person builds with a newer analysis while another corrects a speaker."""
    page = PAGE.replace("[!quote] Ann Bell", "[!quote] Anna Bell")
    events = tuple(replace(event, status="happened") for event in FOUND.events)
    fresh = replace(FOUND, events=events)
    built = merge(PATH, HARBOUR, fresh, PAGE, PAGE)
    both = merged(tmp_path, built.page, page)
    again = merge(PATH, HARBOUR, fresh, built.base, both)
    assert again.page == both
    assert "[!quote] Anna Bell" in both
    assert "> happened ·" in both
    assert read_page(PATH, both, HARBOUR)[1] == ()
