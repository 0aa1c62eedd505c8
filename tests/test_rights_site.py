"""A whole build with a source of which excerpts are published, and one of which only the card is: no word beyond."""

import gzip
import html
import io
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader

from briefings import put
from onrecord import pipeline
from onrecord.model import Source
from onrecord.project import Project

WINDOW = 6
"""Words in a row that nobody writes by chance."""
OPEN = (
    "Rowers welcome the plan\n\n"
    "HARWICK — Rowers on the lower canal welcomed a plan for new moorings on Monday.\n\n"
    "“We have waited eleven years for a dry place to tie up,” said Tom Finch, chairman of the rowers. He spoke "
    "beside a pile of planks that nobody had moved since the winter before last.\n\n"
    "The guild will vote on the plan on Thursday.\n"
)
EXCERPTED = (
    "Guild weighs new moorings\n\n"
    "HARWICK — Under a leaking awning, and with two buckets placed under the worst of it, the guild of boatmen spent "
    "most of a wet afternoon over drawings that had come from the printer upside down.\n\n"
    "“The moorings will be open to every boat,” said Ann Bell, warden of the guild. Behind her an apprentice was "
    "turning the sheets the right way round, one after the other, without a word to anybody in the room.\n\n"
    "Swallows nest beneath the rafters of the old hall each spring, which is why the windows there have been kept "
    "ajar for as long as the oldest member can recall. No painter has been allowed near them before midsummer.\n\n"
    "The guild will vote on Thursday. Outside, meanwhile, carts full of gravel blocked the lane to the towpath.\n"
)
LINKED = (
    "Ferrymen threaten to stay ashore\n\n"
    "HARWICK — Ferrymen will stay ashore if the moorings go to rowers, Rita Moss told reporters on Tuesday.\n\n"
    "“Not one of my crews will carry a plank for them,” Moss said. Her brother, who mends the oldest of the ferries, "
    "was seen buying tar at the market shortly after the bells had rung for noon.\n\n"
    "Three ferries were tied up on Monday at the upper lock, where children were throwing bread to the ducks.\n"
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("rights") / "b"
    command = [sys.executable, "-m", "onrecord"]
    subprocess.run([*command, "init", str(root)], check=True, capture_output=True)
    put(root, "open", OPEN, "published: 2022-04-26\noutlet: Harwick Post\n")
    sidecar = "published: 2022-04-26\noutlet: Norwick Echo\nrights: All rights reserved\n"
    put(root, "excerpted", EXCERPTED, f"{sidecar}publish: excerpts\nurl: https://echo.example/moorings\n")
    put(root, "linked", LINKED, f"{sidecar}publish: link\nurl: https://echo.example/ferries\n")
    done = subprocess.run([*command, "build", str(root)], capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr
    return root


@pytest.fixture(scope="module")
def published(built: Path) -> dict[str, str]:
    """Every file but the evidence and the tool's memory → its letters and digits."""
    files = (path for path in sorted(built.rglob("*")) if path.is_file())
    names = {path.relative_to(built).as_posix(): path for path in files}
    return {
        name: letters(words_in(path))
        for name, path in names.items()
        if not name.startswith(("sources/", ".onrecord/"))
    }


def words_in(path: Path) -> str:
    data = path.read_bytes()
    if path.suffix == ".pdf":
        return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)
    text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8", "ignore")
    text = re.sub(r"\\u([0-9a-f]{4})", lambda code: chr(int(code[1], 16)), text)
    bare = html.unescape(re.sub(r"<[^>]*>|\\n", " ", html.unescape(text)))
    return f"{text}\n{bare}"


def letters(text: str) -> str:
    """What is left of `text` when hyphens, marks and white space do not count."""
    return "".join(filter(str.isalnum, text.casefold()))


def windows(text: str) -> Iterator[str]:
    words = text.split()
    for at in range(len(words) - WINDOW + 1):
        yield " ".join(words[at : at + WINDOW])


def sources(root: Path) -> dict[str, Source]:
    plan = pipeline.plan(Project.at(root), pdf=False)
    return {entry.source.name: entry.whole or entry.source for entry in plan.briefing.entries}


def unannotated(root: Path) -> list[str]:
    """The stretches of the excerpted text that no annotation of its page quotes, without the headline."""
    plan = pipeline.plan(Project.at(root), pdf=False)
    entry = next(one for one in plan.briefing.entries if one.source.name == "excerpted")
    assert entry.whole
    spans = [span for one in entry.annotations.statements for span in one.content]
    spans += [one.span for one in entry.annotations.events if one.span]
    assert len(spans) >= 2
    chars = list(entry.whole.text)
    for start, end in [*spans, entry.whole.paragraphs[0].span]:
        chars[start:end] = "\n" * (end - start)
    return [part for part in "".join(chars).split("\n") if part.strip()]


def found(published: dict[str, str], words: str) -> list[str]:
    return [name for name, text in published.items() if letters(words) in text]


def test_the_search_sees_what_is_published(published: dict[str, str]) -> None:
    places = found(published, "a pile of planks that nobody had moved since the winter")
    assert {"docs/sources/open.md", "site/sources/open.html", "site/assets/briefing.pdf"} <= set(places)
    assert any("search" in name for name in places)
    places = found(published, "The moorings will be open to every boat")
    assert {"site/sources/excerpted.html", "site/assets/briefing.pdf", "docs/data/briefing.json"} <= set(
        places
    )


def test_of_an_excerpted_text_nothing_else_is_anywhere(built: Path, published: dict[str, str]) -> None:
    parts = unannotated(built)
    assert sum(len(list(windows(part))) for part in parts) > 80
    leaks = {words: found(published, words) for part in parts for words in windows(part)}
    assert {words: names for words, names in leaks.items() if names} == {}


def test_of_a_linked_text_nothing_is_anywhere(built: Path, published: dict[str, str]) -> None:
    source = sources(built)["linked"]
    body = source.text[source.paragraphs[0].span[1] :]
    leaks = {words: found(published, words) for words in windows(body)}
    assert {words: names for words, names in leaks.items() if names} == {}
    for name in ("Rita Moss", "rita-moss"):
        assert found(published, name) == []


def test_cards_and_links_to_the_originals_are_there(built: Path) -> None:
    for name, address in (("excerpted", "moorings"), ("linked", "ferries")):
        page = (built / f"site/sources/{name}.html").read_text("utf-8")
        assert f'href="https://echo.example/{address}"' in page
        assert "Published here" in page


def test_a_second_build_changes_nothing(built: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "onrecord", "build", str(built)], capture_output=True, encoding="utf-8"
    )
    assert done.returncode == 0
    assert "0 files changed" in done.stdout
