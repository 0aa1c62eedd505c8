"""Small briefings for tests: texts written for this project, about invented people."""

from pathlib import Path

HARBOUR = (
    "Harwick keeps its harbour open\n\n"
    "HARWICK — The harbour stays open, the mayor said on Monday.\n\n"
    "“We go on, and nobody is sent home,” said Ann Bell, mayor of Harwick. “We never stop.”\n\n"
    "The council will meet on Tuesday to vote on the plan.\n"
)
FERRY = (
    "Ferries wait for a vote\n\n"
    "Tom Finch, the harbour master, told reporters on Sunday that two ferries were idle.\n\n"
    "“She asked me to wait,” he said. “I can wait a week.”\n"
)


def put(root: Path, name: str, text: str, sidecar: str | None = None) -> None:
    """A text and its sidecar in `root`/sources."""
    sources = root / "sources"
    sources.mkdir(parents=True, exist_ok=True)
    (sources / f"{name}.txt").write_bytes(text.encode())
    if sidecar is not None:
        (sources / f"{name}.yml").write_text(sidecar, encoding="utf-8")


def briefing(root: Path) -> Path:
    """A folder with mkdocs.yml and two sources."""
    root.mkdir(parents=True, exist_ok=True)
    (root / "mkdocs.yml").write_text(
        "site_name: Harwick harbour\nuse_directory_urls: false\n", encoding="utf-8"
    )
    put(root, "harbour", HARBOUR, "published: 2022-04-26\noutlet: Harwick Post\n")
    put(root, "ferry", FERRY, "published: 2022-04-25\n")
    return root


def tree(root: Path, *skip: str) -> dict[str, bytes]:
    """Every file below `root` with its bytes, but for the folders in `skip`."""
    files = {p.relative_to(root).as_posix(): p for p in root.rglob("*") if p.is_file()}
    return {name: path.read_bytes() for name, path in files.items() if not name.startswith(skip)}
