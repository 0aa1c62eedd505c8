"""Runs MkDocs on what lies in docs/: a folder is swapped in whole, or the old one stays."""

import os
import shutil
import subprocess
import sys
from datetime import UTC, datetime

from onrecord.model import Problem
from onrecord.project import Project
from onrecord.texts import Fault

SITE = "site"
_NEW, _OLD = ".onrecord/work/site", ".onrecord/work/site.old"


def build(project: Project, *, strict: bool, newest: str | None) -> None:
    """Builds `site/`; Fault with what MkDocs says where it fails. `newest`: the last ISO date in the briefing.

    That date is the sitemap's, so that a second build gives the same bytes.
    """
    root = project.root
    site, fresh, old = root / SITE, root / _NEW, root / _OLD
    if site.exists() and any(site.iterdir()) and not (site / "404.html").exists():
        raise Fault(Problem(SITE, 0, "This folder was not made by MkDocs.", "Move it away, or empty it."))
    for folder in (fresh, old):
        shutil.rmtree(folder, ignore_errors=True)
    command = [sys.executable, "-m", "mkdocs", "build", "-f", str(root / "mkdocs.yml"), "-d", str(fresh)]
    done = subprocess.run(
        [*command, *(["--strict"] if strict else [])],
        capture_output=True,
        text=True,
        env=environment(newest),
        check=False,
    )
    if done.returncode:
        raise Fault(*_problems(done.stderr + done.stdout))
    if site.exists():
        site.replace(old)
    fresh.replace(site)
    shutil.rmtree(old, ignore_errors=True)


def environment(newest: str | None) -> dict[str, str]:
    """For MkDocs: no notices, and dates from the briefing in place of the clock."""
    day = datetime.fromisoformat(newest or "2000-01-01").replace(tzinfo=UTC)
    quiet = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true", "PYTHONWARNINGS": "ignore"}
    return {**os.environ, **quiet, "SOURCE_DATE_EPOCH": str(int(day.timestamp()))}


def _problems(output: str) -> list[Problem]:
    """MkDocs' own warnings and errors, one each."""
    lines = [
        line.partition("-")[2].strip()
        for line in output.splitlines()
        if line.startswith(("WARNING", "ERROR"))
    ]
    said = lines or [line for line in output.splitlines() if line.strip()][-3:]
    return [Problem("mkdocs.yml", 0, f"MkDocs: {line}", "") for line in said]
