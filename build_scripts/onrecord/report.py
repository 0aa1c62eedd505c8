"""What a build has to say: counts, then places by kind; as words, as JSON, and as GitHub's workflow commands."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from onrecord import pipeline
from onrecord.model import Problem

SHOWN = 5
"""Warnings of one kind that a build shows; `check` shows all."""

HEADINGS = {
    "git": "Conflicts that Git left in a page",
    "conflict": "Yours was kept, and the tool reads it otherwise",
    "orphan": "Yours, but its words are gone from the source",
    "unverified": "Quotations that are not word for word in their source",
    "words": "Words of a source that were changed on its page",
    "double id": "Ids that stand twice",
    "date": "Dates that are not understood",
    "unattributed": "Quotations without a speaker",
    "doubt": "Dates that may be read wrongly",
    "undated": "Sources without a publication date",
    "unconfirmed": "Sidecars to confirm",
    "rights": "Texts whose rights are reserved",
    "region": "Generated parts that were edited",
    "": "Others",
}
"""Kind of problem → heading, in the order of the report."""

COUNTED = ("conflict", "orphan", "unattributed", "unverified")
"""The kinds of which the report always says how many, with their plurals below."""
_PLURALS = {"conflict": "conflicts", "orphan": "orphans"}


def counts(plan: pipeline.Plan, changes: Mapping[str, bytes | None]) -> dict[str, int]:
    """All numbers of a build: what the briefing holds, what happened to annotations, problems, files."""
    briefing = plan.briefing
    kinds = Counter(problem.kind for problem in plan.problems)
    severities = Counter(problem.severity for problem in plan.problems)
    return {
        "sources": len(briefing.entries),
        "statements": sum(len(entry.annotations.statements) for entry in briefing.entries),
        "speakers": sum(bool(person.said) for person in briefing.people),
        "dates": len(briefing.timeline),
        **{what: plan.counts.get(what, 0) for what in ("added", "changed", "kept", "deleted")},
        **{_PLURALS.get(kind, kind): kinds[kind] for kind in COUNTED},
        "errors": severities["error"],
        "warnings": severities["warning"],
        "files": len(changes),
    }


def summary(plan: pipeline.Plan, changes: Mapping[str, bytes | None], *, dry_run: bool) -> list[str]:
    """What the build found and did, in four lines."""
    n = counts(plan, changes)
    looks = [_counted(n[_PLURALS.get(kind, kind)], kind) for kind in COUNTED]
    return [
        f"{n['sources']} sources, {n['statements']} statements, {n['speakers']} speakers, "
        f"{n['dates']} dates on the timeline",
        f"annotations: {n['added']} added, {n['changed']} changed, {n['kept']} kept yours, "
        f"{n['deleted']} stay deleted",
        f"to look at: {', '.join(looks)}",
        f"{n['files']} files {'would change' if dry_run else 'changed'}; {tally(plan.problems)}",
    ]


def tally(problems: Iterable[Problem]) -> str:
    """ "1 error, 2 warnings"; or that all is well."""
    count = Counter(problem.severity for problem in problems)
    return ", ".join(_counted(n, word) for word, n in sorted(count.items())) or "nothing to report"


def _counted(number: int, word: str) -> str:
    plural = f"{word}s" if word in ("error", "warning", *_PLURALS) else word
    return f"{number} {word if number == 1 else plural}"


def in_words(problems: Iterable[Problem], most: int | None = None) -> list[str]:
    """`severity: file:line: …` under a heading for each kind, errors first; of each kind at most `most` warnings."""
    lines = []
    for (severity, kind), found in groupby(sorted(problems, key=_rank), key=lambda p: (p.severity, _kind(p))):
        group = list(found)
        shown = group if severity == "error" else group[:most]
        lines.append(f"{HEADINGS[kind]} ({_counted(len(group), severity)}):")
        lines += [f"{severity}: {problem}" for problem in shown]
        if len(shown) < len(group):
            lines.append(f"and {len(group) - len(shown)} more; `onrecord check` lists all.")
    return lines


def _kind(problem: Problem) -> str:
    return problem.kind if problem.kind in HEADINGS else ""


def _rank(problem: Problem) -> tuple[bool, int, str, int, str]:
    """Errors first, then in the order of the headings, then by place."""
    at = list(HEADINGS).index(_kind(problem))
    return (problem.severity != "error", at, problem.path, problem.line, problem.message)


def as_record(problem: Problem) -> dict[str, Any]:
    """A problem as `--json` prints it."""
    return {
        "path": problem.path,
        "line": problem.line,
        "severity": problem.severity,
        "kind": problem.kind,
        "message": problem.message,
        "hint": problem.hint,
    }


def as_object(plan: pipeline.Plan, changes: Mapping[str, bytes | None], *, dry_run: bool) -> dict[str, Any]:
    """The whole report as `build --json` and `annotate --json` print it."""
    return {
        "dry_run": dry_run,
        "counts": counts(plan, changes),
        "problems": [as_record(problem) for problem in plan.problems],
        "files": [
            {"path": path, "change": "removed" if data is None else "written"}
            for path, data in sorted(changes.items())
        ],
    }


def refused(problems: Sequence[Problem]) -> dict[str, Any]:
    """The report of a build that wrote nothing, because of `problems`."""
    severities = Counter(problem.severity for problem in problems)
    return {
        "refused": True,
        "counts": {"errors": severities["error"], "warnings": severities["warning"], "files": 0},
        "problems": [as_record(problem) for problem in problems],
        "files": [],
    }


def workflow_commands(problems: Iterable[Problem], folder: str) -> Iterator[str]:
    """GitHub's workflow command for each problem; `folder` is the briefing's, relative to the repository."""
    for problem in problems:
        path = problem.path if folder in ("", ".") else f"{folder}/{problem.path}"
        place = f"file={_property(path)}" + (f",line={problem.line}" if problem.line else "")
        words = f"{problem.message} {problem.hint}".strip()
        yield f"::{problem.severity} {place}::{_data(words)}"


def _data(words: str) -> str:
    """Escaped as GitHub reads messages: no character can end the line or begin another command."""
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    """Escaped as GitHub reads properties."""
    return _data(words).replace(":", "%3A").replace(",", "%2C")
