"""The command line: thin commands over the pipeline. Exit codes: 0 fine, 1 a fault you can mend, 2 usage, 3 ours."""

import json
import os
import sys
import tempfile
import traceback
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.progress import Progress

from onrecord import __version__, commands, pipeline, report
from onrecord.model import Problem
from onrecord.pages import opinions
from onrecord.project import Project
from onrecord.texts import Fault

DIR = click.argument("folder", metavar="[DIR]", default=".", type=click.Path(path_type=Path))

IN = click.option(
    "--in",
    "folder",
    metavar="DIR",
    default=".",
    type=click.Path(path_type=Path),
    help="The briefing (default: here).",
)

JSON = click.option(
    "--json",
    "as_json",
    is_flag=True,
    help="Print the whole report as JSON, for editors and CI; words go to stderr.",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="onrecord")
def cli() -> None:
    """Turns a folder of source texts into a briefing that can be checked."""


@cli.command()
@DIR
@click.option("--pdf/--no-pdf", default=True, help="Print the book, too (default).")
@click.option("--strict", is_flag=True, help="Fail, and write nothing, where there is any problem.")
@click.option("--dry-run", is_flag=True, help="Say what would change; write nothing.")
@click.option("--force", is_flag=True, help="Make generated regions anew even where they were edited.")
@JSON
def build(folder: Path, pdf: bool, strict: bool, **how: bool) -> None:
    """Annotate, collect, and make the site and the PDF."""
    with _refusals(how["as_json"]), (project := Project.at(folder)).locked():
        plan = pipeline.plan(project, pdf=pdf, force=how["force"], track=_track)
        commands.refuse_if_strict(plan, strict)
        changes = project.changes(plan.files)
        if not how["dry_run"]:
            project.remember(plan.cache)
            commands.publish(project, plan, changes, strict=strict)
    _report(plan, changes, how["dry_run"], how["as_json"])


@cli.command()
@DIR
@click.option("--dry-run", is_flag=True, help="Say what would change; write nothing.")
@click.option("--force", is_flag=True, help="Make generated regions anew even where they were edited.")
@JSON
def annotate(folder: Path, dry_run: bool, force: bool, as_json: bool) -> None:
    """Write only the Markdown in docs/."""
    with _refusals(as_json), (project := Project.at(folder)).locked():
        plan = pipeline.plan(project, pdf=False, force=force, track=_track)
        changes = project.changes(plan.files)
        if not dry_run:
            project.remember(plan.cache)
            project.write(changes)
    _report(plan, changes, dry_run, as_json)


@cli.command()
@DIR
@click.option("--json", "as_json", is_flag=True, help="Print the problems as JSON, for editors.")
@click.option("--debris", is_flag=True, help="List what cleaning left out of each text, and why.")
def check(folder: Path, as_json: bool, debris: bool) -> None:
    """Tell what is wrong or needs a person's eye; write nothing. Exit code 1 where something is wrong."""
    with _refusals(as_json=False):
        plan = pipeline.plan(project := Project.at(folder), pdf=False, track=_track)
    left_out = commands.debris(project) if debris else []
    if as_json:
        found = [report.as_record(problem) for problem in plan.problems]
        found += [report.as_record(piece) | {"severity": "debris"} for piece in left_out]
        click.echo(json.dumps(found, ensure_ascii=False))
    else:
        for piece in left_out:
            click.echo(piece)
        _show(report.in_words(plan.problems))
        click.echo(report.tally(plan.problems))
    _mark(plan.problems)
    if any(problem.severity == "error" for problem in plan.problems):
        sys.exit(1)


@cli.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
def init(folder: Path) -> None:
    """Start a briefing of your own in DIR."""
    commands.start(folder)
    click.echo(
        f"Started a briefing in {folder}. Put texts into {folder / 'sources'}, then: onrecord build {folder}"
    )


@cli.command()
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--published", metavar="DATE", help="Publication date of the texts, like 2022-04-26.")
@click.option("--outlet", metavar="NAME", help="Who published them.")
@click.option("--url", metavar="URL", help="Where they stand on the web.")
@click.option(
    "--to",
    "folder",
    metavar="DIR",
    default=".",
    type=click.Path(path_type=Path),
    help="The briefing (default: here).",
)
def add(files: tuple[Path, ...], folder: Path, **given: str | None) -> None:
    """Copy texts into sources/ and write their sidecars, for you to confirm."""
    project = Project.at(folder)
    with project.locked():
        for path in commands.add(project, files, given):
            click.echo(path)


@cli.command()
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--out", metavar="DIR", required=True, type=click.Path(path_type=Path), help="Where NAME.json goes."
)
def analyse(paths: tuple[Path, ...], out: Path) -> None:
    """Analyse texts (or folders of texts) and write one JSON file each."""
    results = pipeline.analyse(commands.files_of(paths), track=_track)
    commands.write_into(out, results)
    click.echo(f"{len(results)} files written to {out}")


@cli.command()
@click.argument("page", metavar="PAGE")
@click.argument("ident", metavar="ID")
@IN
def explain(page: str, ident: str, folder: Path) -> None:
    """Say which rules found the annotation ID on PAGE, and what it was read from."""
    for line in commands.explain(Project.at(folder), page, ident):
        click.echo(line)


@cli.command()
@click.argument("page", metavar="[PAGE]", required=False)
@IN
def diff(page: str | None, folder: Path) -> None:
    """Show what people changed on PAGE, or on all pages, against the tool's proposal."""
    for line in commands.diff(Project.at(folder), page):
        click.echo(line)


@cli.command()
@click.argument("page", metavar="PAGE")
@click.argument("ident", metavar="ID")
@IN
def restore(page: str, ident: str, folder: Path) -> None:
    """Bring the deleted annotation ID back onto PAGE."""
    project = Project.at(folder)
    with project.locked():
        click.echo(commands.take_back(project, page, ident, opinions.restore))


@cli.command()
@click.argument("page", metavar="PAGE")
@click.argument("ident", metavar="ID")
@IN
def accept(page: str, ident: str, folder: Path) -> None:
    """Take the tool's opinion of the annotation ID on PAGE in place of yours."""
    project = Project.at(folder)
    with project.locked():
        click.echo(commands.take_back(project, page, ident, opinions.accept))


@cli.command()
@DIR
@click.option("--port", default=8000, show_default=True, help="Port on this machine.")
def serve(folder: Path, port: int) -> None:
    """Preview with live reload on changes in sources/ and docs/. Ends with Ctrl-C."""
    from onrecord import preview

    preview.serve(Project.at(folder), port, lambda plan, changes: _report(plan, changes, dry_run=False))


def _track(items: Iterable[Any], what: str, total: int) -> Iterator[Any]:
    """A progress bar on a terminal; nothing in a pipe."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield from items
        return
    with Progress(console=console, transient=True) as progress:
        yield from progress.track(items, total=total, description=what)


def _report(
    plan: pipeline.Plan, changes: dict[str, bytes | None], dry_run: bool, as_json: bool = False
) -> None:
    """Counts first, then the places; with `as_json` the words go to stderr."""
    for path, data in sorted(changes.items()) if dry_run else ():
        click.echo(f"would {'remove' if data is None else 'write'} {path}", err=as_json)
    for line in report.summary(plan, changes, dry_run=dry_run):
        click.echo(line, err=as_json)
    _show(report.in_words(plan.problems, report.SHOWN))
    _mark(plan.problems)
    if as_json:
        click.echo(json.dumps(report.as_object(plan, changes, dry_run=dry_run), ensure_ascii=False))


@contextmanager
def _refusals(as_json: bool) -> Iterator[None]:
    """Prints why nothing was written as JSON, too, where that was asked for."""
    try:
        yield
    except Fault as fault:
        _mark(fault.problems)
        if as_json:
            click.echo(json.dumps(report.refused(fault.problems), ensure_ascii=False))
        raise


def _show(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(line, err=True)


def _mark(problems: Sequence[Problem]) -> None:
    """In GitHub Actions: puts the problems on the lines of the files, whose paths start where commands are run."""
    if os.environ.get("GITHUB_ACTIONS") == "true":
        folder = Path(str(click.get_current_context().params.get("folder") or "."))
        for line in report.workflow_commands(problems, Path(os.path.relpath(folder)).as_posix()):
            click.echo(line, err=True)


def main(arguments: list[str] | None = None) -> None:
    """Runs a command and ends the process with its exit code."""
    try:
        cli.main(args=arguments, prog_name="onrecord", standalone_mode=False)
    except Fault as fault:
        _show(f"{problem.severity}: {problem}" for problem in fault.problems)
        sys.exit(1)
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(130)
    except Exception:
        with tempfile.NamedTemporaryFile(
            "w", prefix="onrecord-", suffix=".txt", delete=False, encoding="utf-8"
        ) as file:
            file.write(traceback.format_exc())
        click.echo(f"onrecord failed, and that is our fault. Please report it with {file.name}", err=True)
        sys.exit(3)
