"""The live preview: MkDocs serves docs/, and changes in sources/ and docs/ are annotated as they are saved."""

import subprocess
import sys
import threading
from collections.abc import Callable

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from onrecord import mkdocs, pipeline
from onrecord.project import Project
from onrecord.texts import Fault

SETTLE = 0.4
"""Seconds without a further change before the pages are written: editors save in several steps."""

Report = Callable[[pipeline.Plan, dict[str, bytes | None]], None]


class _Changes(FileSystemEventHandler):
    """Notes that something changed that was not merely opened."""

    def __init__(self) -> None:
        self.seen = threading.Event()

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type in ("created", "modified", "deleted", "moved"):
            self.seen.set()


def serve(project: Project, port: int, report: Report) -> None:
    """Serves until interrupted; each change in sources/ or docs/ rewrites what follows from it."""
    _annotate(project, report)
    changes = _Changes()
    observer = Observer()
    for folder in ("sources", "docs"):
        observer.schedule(changes, str(project.root / folder), recursive=True)
    observer.start()
    address = f"127.0.0.1:{port}"
    command = [sys.executable, "-m", "mkdocs", "serve", "-f", str(project.root / "mkdocs.yml"), "-a", address]
    server = subprocess.Popen(command, env=mkdocs.environment(None))
    try:
        while server.poll() is None:
            if changes.seen.wait(timeout=0.5):
                _settle(changes.seen)
                _annotate(project, report)
    finally:
        observer.stop()
        server.terminate()
        server.wait()


def _settle(seen: threading.Event) -> None:
    while seen.is_set():
        seen.clear()
        seen.wait(timeout=SETTLE)


def _annotate(project: Project, report: Report) -> None:
    """Writes what changed; a fault is shown and the preview goes on."""
    try:
        with project.locked():
            plan = pipeline.plan(project, pdf=False)
            changes = project.changes(plan.files)
            project.remember(plan.cache)
            project.write(changes)
        if changes:
            report(plan, changes)
    except Fault as fault:
        for problem in fault.problems:
            print(f"{problem.severity}: {problem}", file=sys.stderr)
