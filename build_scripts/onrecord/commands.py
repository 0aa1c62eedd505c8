"""What the commands do beyond the pipeline: starting a briefing, adding texts, telling what happened."""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

import yaml

from onrecord import annotating, intake, mkdocs, pipeline
from onrecord.markdown import escape
from onrecord.model import Debris, Event, Problem, Source, Statement, slug_of
from onrecord.pages.opinions import differences
from onrecord.project import Project
from onrecord.texts import SUFFIXES, Fault, File, read_source, read_sources

STARTER_TITLE = "A briefing"
"""What the starter files are called until they have a title of their own."""

ORIGINAL = ".original"
"""Added to the name of a file whose characters were mended: its own bytes, which are no source."""

KEEP_WORDS = 6
"""First words of a piece of debris that name it in a sidecar's `keep`."""
SHOWN = 70
"""Characters of it that are shown."""


def publish(
    project: Project, plan: pipeline.Plan, changes: Mapping[str, bytes | None], *, strict: bool
) -> None:
    """Writes the changes, then has MkDocs make the site of them."""
    project.write(changes)
    dates = [entry.source.published for entry in plan.briefing.entries if entry.source.published]
    mkdocs.build(project, strict=strict, newest=max(dates, default=None))


def refuse_if_strict(plan: pipeline.Plan, strict: bool) -> None:
    """Fault with all problems of the plan, under --strict and where there are any."""
    if strict and plan.problems:
        raise Fault(*plan.problems)


def start(folder: Path) -> None:
    """A new briefing in `folder` from the starter files; Fault where any of them is there already."""
    files = dict(_files(resources.files("onrecord.publish") / "starter", ""))
    for path in files:
        if (folder / path).exists():
            raise Fault(Problem(str(folder / path), 0, "This is there already.", "Choose an empty folder."))
    title = re.sub(r"[-_]+", " ", folder.resolve().name).strip().capitalize() or "Briefing"
    files = {path: _titled(path, data, title) for path, data in files.items()}
    write_into(folder, files)


def _files(folder: Traversable, at: str) -> Iterable[tuple[str, bytes]]:
    for item in sorted(folder.iterdir(), key=lambda one: one.name):
        if item.is_dir():
            yield from _files(item, f"{at}{item.name}/")
        elif not item.name.endswith((".py", ".pyc")):
            yield at + item.name, item.read_bytes()


def _titled(path: str, data: bytes, title: str) -> bytes:
    """The starter's file with the briefing's own title."""
    if path not in ("mkdocs.yml", "docs/index.md"):
        return data
    quoted = yaml.safe_dump(title, allow_unicode=True, width=1000).removesuffix("...\n").strip()
    text = data.decode().replace(f"# {STARTER_TITLE}", f"# {escape(title)}")
    return text.replace(f": {STARTER_TITLE}", f": {quoted}").encode()


def write_into(folder: Path, files: Mapping[str, bytes]) -> None:
    """Writes files below any folder, made if need be, all or none."""
    project = Project.made(folder)
    project.write(project.changes(files))
    project.tidy()


def files_of(paths: Sequence[Path]) -> list[File]:
    """The texts behind files and folders; Fault where two would give the same NAME.json."""
    files: list[File] = []
    for path in paths:
        if path.is_dir():
            files += read_sources(path, path.as_posix())
        elif path.suffix.lower() in SUFFIXES:
            files.append(read_source(path, path.as_posix()))
        else:
            raise Fault(
                Problem(
                    str(path),
                    0,
                    "This is no text.",
                    f"Give a folder, or a file ending in {', '.join(SUFFIXES)}.",
                )
            )
    names = Counter(file.name for file in files)
    doubles = [
        Problem(f.path, 0, f"Two texts are called {f.name}.", "Rename one.")
        for f in files
        if names[f.name] > 1
    ]
    if doubles:
        raise Fault(*doubles)
    return files


def add(project: Project, files: Sequence[Path], given: Mapping[str, str | None]) -> list[str]:
    """Copies `files` under clean names, with sidecars; the paths written, and what was mended.

    One bad file, and nothing is written. Where characters are mended, the file's own bytes are kept beside it.
    """
    told: list[str] = []
    wanted: dict[str, bytes | None] = {}
    for file in files:
        if file.suffix.lower() not in SUFFIXES:
            raise Fault(Problem(str(file), 0, "This is no text.", f"Texts end in {', '.join(SUFFIXES)}."))
        text = read_source(file, file.as_posix())
        name = slug_of(file.stem, 60) or "text"
        path, sidecar = f"sources/{name}{file.suffix.lower()}", f"sources/{name}.yml"
        said = {key: value for key, value in given.items() if value}
        mended = intake.repair(path, text.data)
        data = text.sidecar or intake.suggest(name, path, mended.data, said).encode()
        annotating.read([File(name, path, mended.data, data, sidecar)])
        made = {path: mended.data, sidecar: data}
        told += made
        if mended.done:
            made[f"{path}{ORIGINAL}"] = text.data
            told.append(f"{path}{ORIGINAL} (the file as it was; in {path}: {', '.join(mended.done)})")
        for target in made:
            if target in wanted or (project.root / target).exists():
                raise Fault(Problem(target, 0, f"{file} would overwrite this.", "Rename the file first."))
        wanted |= made
    project.write(wanted)
    return told


def debris(project: Project) -> list[Problem]:
    """What cleaning left out of each source: place, reason, first words, and how to keep it."""
    files = project.sources()
    read = annotating.read(files)
    sources = [result.source for result in read if result.source]
    return [
        _left_out(piece, source, file)
        for source, file in zip(sources, files, strict=True)
        for piece in source.debris
    ]


def _left_out(piece: Debris, source: Source, file: File) -> Problem:
    words = " ".join(source.text[slice(*piece.span)].split())
    first = " ".join(words.split()[:KEEP_WORDS])
    if file.path.lower().endswith(".txt"):
        line = source.text.count("\n", 0, piece.span[0]) + 1
    else:
        # text drawn from markup has lines of its own; a file that is no text has none
        line = (
            file.data[: file.data.find(first.encode())].count(b"\n") + 1 if first.encode() in file.data else 0
        )
    message = f"Left out as {piece.reason}: “{words[:SHOWN]}{'…' if len(words) > SHOWN else ''}”."
    hint = f"To keep it, put `keep: [{json.dumps(first, ensure_ascii=False)}]` into {file.sidecar_path}."
    return Problem(source.path, line, message, hint, "warning", "debris")


def diff(project: Project, page: str | None) -> list[str]:
    """What people changed on a page, or on all, against the tool's proposal: `file:line: what`."""
    names = [_name_of(page)] if page else [Path(path).stem for path in project.pages(annotating.PRISTINE)]
    lines = []
    for name in names:
        path, text, base = _both(project, name)
        lines += [f"{path}:{one.line}: {one.words}" for one in differences(base, text)]
    return lines


def take_back(project: Project, page: str, ident: str, change: Callable[[str, str, str], str | None]) -> str:
    """Rewrites one page by `restore` or `accept`; its path. Fault where the tool has no such annotation."""
    path, text, base = _both(project, _name_of(page))
    changed = change(base, text, ident.removeprefix("#"))
    if changed is None:
        hint = "`onrecord diff` lists what was changed and deleted, with the ids."
        raise Fault(Problem(path, 0, f"The tool has no annotation “{ident}” here.", hint))
    project.write(project.changes({path: changed.encode()}))
    return path


def _both(project: Project, name: str) -> tuple[str, str, str]:
    """A page's path, its text, and its base."""
    path = f"docs/sources/{name}.md"
    text, base = project.read(path), project.read(f"{annotating.PRISTINE}/{name}.md")
    if text is None or base is None:
        hint = "Give a page like docs/sources/NAME.md; `onrecord build` writes them."
        raise Fault(Problem(path, 0, "On Record has written no such page.", hint))
    return path, text, base


def _name_of(page: str) -> str:
    """NAME of a page given as NAME, NAME.md or a path."""
    return Path(page).name.removesuffix(".md")


def explain(project: Project, page: str, ident: str) -> list[str]:
    """Which rules found an annotation; Fault where the page or the annotation is unknown."""
    name = _name_of(page)
    file = next((file for file in project.sources() if file.name == name), None)
    if file is None:
        raise Fault(
            Problem(page, 0, "There is no source of this name.", "Give a page like docs/sources/NAME.md.")
        )
    annotations = pipeline.annotations_of(file)
    found: Sequence[Statement | Event] = (*annotations.statements, *annotations.events)
    annotation = next((one for one in found if one.id == ident.removeprefix("#")), None)
    if annotation is None:
        hint = (
            'Ids stand in the last line of a callout: <a id="…">. What people wrote has no rules to explain.'
        )
        raise Fault(Problem(f"docs/sources/{name}.md", 0, f"The analysis has no annotation “{ident}”.", hint))
    words = annotation.words if isinstance(annotation, Statement) else annotation.what
    return [words, *(f"- {reason}" for reason in annotation.because)]
