"""What tests of built sites share: building one with MkDocs, and reading what came out."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urlsplit

from onrecord.briefing import Briefing
from site_sample import write_project


def build(folder: Path) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, encoding="utf-8")


class Links(HTMLParser):
    """Ids, links, and what a page loads."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loads: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.ids += [value for key, value in attrs if key == "id" and value]
        href, src = found.get("href"), found.get("src")
        if href and tag == "a":
            self.links.append(href)
        elif href:
            self.loads.append(href)
        if src:
            self.loads.append(src)


def read(path: Path) -> Links:
    links = Links()
    links.feed(path.read_text("utf-8"))
    return links


def html_pages(site: Path) -> Iterator[Path]:
    # 404.html is served at any depth, so its links start at the site's root.
    return (path for path in sorted(site.rglob("*.html")) if path.name != "404.html")


def broken_links(site: Path) -> list[str]:
    """Links to a file or an anchor that the site does not have."""
    known = {path: read(path) for path in html_pages(site)}
    broken = []
    for path, found in known.items():
        for link in [*found.links, *found.loads]:
            parts = urlsplit(link)
            if parts.scheme:
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            anchors = known[target].ids if target in known else []
            if not target.is_file() or (parts.fragment and unquote(parts.fragment) not in anchors):
                broken.append(f"{path.name} -> {link}")
    return broken


def levels_of(path: Path) -> list[int]:
    """The levels of a page's headings, in order."""
    article = path.read_text("utf-8").split("<article", 1)[1].split("</article>", 1)[0]
    return [int(level) for level in re.findall(r"<h([1-6])\b", article)]


def in_order(levels: Sequence[int]) -> bool:
    """Whether there is one first heading, and none skips a level."""
    return levels[0] == 1 and levels.count(1) == 1 and all(b - a <= 1 for a, b in pairwise(levels))


def written(folder: Path, sample: Briefing) -> Path:
    """The site of a sample, built by MkDocs with this project's mkdocs.yml and without a warning."""
    write_project(folder, sample)
    done = build(folder)
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stderr
    return folder / "site"
