"""Who may import whom (DESIGN.md, "Layout"): read off the imports themselves."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "build_scripts" / "onrecord"
BASE = {"model", "briefing", "markdown", "dates", "language_names", "plain", "sums"}
ALLOWED = {
    "model": set(),
    "briefing": {"model"},
    "markdown": set(),
    "dates": set(),
    "language_names": set(),
    "plain": set(),
    "sums": set(),
    "languages": set(),
    "intake": BASE | {"languages"},
    "analysis": BASE | {"languages"},
    "pages": BASE,
    "across": BASE,
    "publish": BASE,
    "known": BASE,
    "checks": BASE,
    "store": set(),
    "texts": BASE,
    "project": BASE | {"store", "texts"},
    "cache": BASE,
    "annotating": BASE | {"analysis", "cache", "intake", "known", "pages", "project", "texts", "store"},
    "pipeline": BASE | {"annotating", "across", "cache", "checks", "project", "texts", "publish", "store"},
    "mkdocs": BASE | {"project", "texts"},
    "commands": BASE | {"annotating", "intake", "mkdocs", "pages", "pipeline", "project", "texts"},
    "preview": BASE | {"mkdocs", "pipeline", "project", "texts"},
    "report": BASE | {"pipeline"},
    "cli": BASE | {"commands", "pages", "pipeline", "preview", "project", "texts", "report"},
    "__main__": {"cli"},
    "__init__": set(),
}
"""Part of the package → parts it may import besides itself."""
FILES = sorted(PACKAGE.rglob("*.py"))
AROUND = sorted(file for folder in ("tests", "benchmarks") for file in (ROOT / folder).glob("*.py"))
READS_FILES = {"project", "texts", "store", "mkdocs", "cli"}
"""project reads and writes, texts reads sources, store what may be lost; mkdocs swaps site/; cli keeps tracebacks."""


def part_of(file: Path) -> str:
    return file.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported_parts(source: str) -> set[str]:
    parts = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, "relative imports hide the layer"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        else:
            continue
        for name in names:
            pieces = name.split(".")
            if pieces[0] == "onrecord" and len(pieces) > 1:
                parts.add(pieces[1] if pieces[1] != "__version__" else "__init__")
    return parts


@pytest.mark.parametrize("file", FILES, ids=lambda f: f.relative_to(PACKAGE).as_posix())
def test_imports_keep_to_the_layers(file: Path) -> None:
    part = part_of(file)
    beyond = imported_parts(file.read_text(encoding="utf-8")) - ALLOWED[part] - {part, "__init__"}
    assert not beyond, f"{part} must not import {sorted(beyond)}"


def test_the_reader_of_imports_sees_them() -> None:
    source = "from onrecord.pages import merge\nimport onrecord.across\nfrom onrecord import intake\n"
    assert imported_parts(source) == {"pages", "across", "intake"}


@pytest.mark.parametrize("file", FILES, ids=lambda f: f.relative_to(PACKAGE).as_posix())
def test_only_the_rim_touches_files(file: Path) -> None:
    touching = {"open", "read_text", "read_bytes", "write_text", "write_bytes", "unlink", "mkdir", "rmtree"}
    calls = {
        node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and "resources" not in ast.dump(node)
    }
    package_data = (
        {"read_text", "read_bytes"}
        if part_of(file)
        in ("annotating", "cache", "commands", "pipeline", "publish", "languages", "analysis")
        else set()
    )
    assert part_of(file) in READS_FILES or not calls & (touching - package_data)


@pytest.mark.parametrize("file", [*FILES, *AROUND], ids=lambda f: f.relative_to(ROOT).as_posix())
def test_files_stay_small(file: Path) -> None:
    assert len(file.read_text(encoding="utf-8").splitlines()) < 400
