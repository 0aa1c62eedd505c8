"""The commands as a user runs them, in a process of their own where exit codes matter."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from briefings import HARBOUR, briefing, put, tree
from onrecord import texts
from onrecord.cli import main

QUOTE = "> [!quote] Ann Bell, mayor of Harwick"


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "onrecord", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A briefing, built once; tests that change it copy it."""
    root = briefing(tmp_path_factory.mktemp("built") / "b")
    done = run("build", root)
    assert done.returncode == 0, done.stderr
    return root


@pytest.fixture
def copy(built: Path, tmp_path: Path) -> Path:
    for name, data in tree(built, "site").items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(data)
    return tmp_path


def test_a_build_makes_pages_site_and_book(built: Path) -> None:
    page = (built / "docs/sources/harbour.md").read_text(encoding="utf-8")
    assert QUOTE in page
    assert (built / "site/assets/briefing.pdf").read_bytes()[:5] == b"%PDF-"
    assert "Ann Bell" in (built / "site/sources/harbour.html").read_text(encoding="utf-8")
    assert (built / "docs/speakers/ann-bell.md").exists()


def test_a_second_build_changes_not_a_byte(built: Path) -> None:
    before = tree(built, ".onrecord/cache")
    done = run("build", built)
    assert "0 files changed" in done.stdout
    assert tree(built, ".onrecord/cache") == before


def test_mkdocs_alone_builds_what_lies_in_docs(built: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    places = ["-f", str(built / "mkdocs.yml"), "-d", str(tmp_path / "s")]
    done = subprocess.run([*command, *places], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_edits_survive_and_reach_every_page(copy: Path) -> None:
    path = copy / "docs/sources/harbour.md"
    page = path.read_text(encoding="utf-8")
    indirect = page.index("> [!quote]")
    end = page.index('<a id="p3">')
    page = page[:indirect] + page[end:]
    page = page.replace(QUOTE, "> [!quote] Rita Bellamy, mayor of Harwick") + "\nI was there myself.\n"
    path.write_text(page, encoding="utf-8")
    done = run("build", copy)
    assert done.returncode == 0, done.stderr
    assert path.read_text(encoding="utf-8") == page
    assert "We go on, and nobody" in (copy / "docs/speakers/rita-bellamy.md").read_text(encoding="utf-8")
    assert "1 kept yours, 1 stay deleted" in done.stdout
    from pypdf import PdfReader

    book = " ".join(p.extract_text() for p in PdfReader(copy / "site/assets/briefing.pdf").pages)
    assert "Rita Bellamy" in book
    assert "I was there myself." in book


def test_dry_run_writes_nothing(tmp_path: Path) -> None:
    root = briefing(tmp_path / "b")
    before = tree(root, ".onrecord/lock")
    done = run("build", root, "--dry-run")
    assert done.returncode == 0
    assert "would write docs/sources/harbour.md" in done.stdout
    assert tree(root, ".onrecord/lock") == before


def test_annotate_writes_the_markdown_alone(tmp_path: Path) -> None:
    root = briefing(tmp_path / "b")
    assert run("annotate", root).returncode == 0
    assert (root / "docs/timeline.md").exists()
    assert not (root / "site").exists()
    assert not (root / "docs/assets/briefing.pdf").exists()


def test_an_unknown_date_is_asked_for_and_nothing_is_guessed(tmp_path: Path) -> None:
    root = briefing(tmp_path / "b")
    put(root, "undated", HARBOUR)
    done = run("check", root)
    assert done.returncode == 0
    assert "sources/undated.txt: The publication date is not known" in done.stderr
    assert "sources/undated.yml" in done.stderr
    run("annotate", root)
    page = (root / "docs/sources/undated.md").read_text(encoding="utf-8")
    assert "[!event]" not in page
    assert "Published: not known" in page
    assert not re.search(r"\b20\d\d\b", page)


def test_strict_fails_on_any_problem_and_writes_nothing(tmp_path: Path) -> None:
    root = briefing(tmp_path / "b")
    put(root, "undated", HARBOUR)
    before = tree(root, ".onrecord")
    done = run("build", root, "--strict")
    assert done.returncode == 1
    assert "publication date is not known" in done.stderr
    assert tree(root, ".onrecord") == before


def test_check_fails_on_an_altered_quotation_with_its_place(copy: Path) -> None:
    path = copy / "docs/sources/harbour.md"
    page = path.read_text(encoding="utf-8")
    path.write_text(page.replace("> “We go on, and nobody", "> “We go off, and nobody"), encoding="utf-8")
    before = tree(copy)
    done = run("check", copy)
    assert done.returncode == 1
    assert re.search(
        r"^error: docs/sources/harbour\.md:\d+: The quotation “We go off, and", done.stderr, re.M
    )
    assert tree(copy) == before
    records = json.loads(run("check", copy, "--json").stdout)
    assert {record["severity"] for record in records} >= {"error"}


BAD = {
    "empty": (b"", None, "sources/bad.txt"),
    "white": (b" \n\n ", None, "sources/bad.txt"),
    "binary": (b"\x89PNG\r\n\x00\x00\x00" * 20, None, "sources/bad.txt"),
    "encoding": ("Café déjà vu, said Ann.".encode("cp1252"), None, "sources/bad.txt"),
    "key": (b"Some text here.", b"published: 2022-04-26\noutlets: x\n", "sources/bad.yml:2"),
    "date": (b"Some text here.", b"outlet: x\npublished: April 26\n", "sources/bad.yml:2"),
    "yaml": (b"Some text here.", b"outlet: [x\n", "sources/bad.yml:"),
    "url": (b"Some text here.", b"url: javascript:alert(1)\n", "sources/bad.yml:1"),
}


@pytest.mark.parametrize("case", BAD)
def test_bad_input_gets_one_sentence_and_nothing_is_written(
    tmp_path: Path, case: str, capsys: pytest.CaptureFixture[str]
) -> None:
    root = briefing(tmp_path / "b")
    data, sidecar, place = BAD[case]
    (root / "sources/bad.txt").write_bytes(data)
    if sidecar is not None:
        (root / "sources/bad.yml").write_bytes(sidecar)
    before = tree(root, ".onrecord")
    with pytest.raises(SystemExit) as ended:
        main(["build", str(root)])
    assert ended.value.code == 1
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 1
    assert lines[0].startswith(f"error: {place}")
    assert tree(root, ".onrecord") == before


def test_an_unreadable_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = briefing(tmp_path / "b")
    real = texts.bytes_of

    def refuse(file: Path | str) -> bytes:
        if str(file).endswith("harbour.txt"):
            raise PermissionError(13, "Permission denied", str(file))
        return real(file)

    monkeypatch.setattr(texts, "bytes_of", refuse)
    with pytest.raises(SystemExit) as ended:
        main(["build", str(root)])
    assert ended.value.code == 1
    assert not (root / "docs").exists()


def test_duplicate_names(tmp_path: Path) -> None:
    root = briefing(tmp_path / "b")
    (root / "sources/harbour.md").write_text("The same again.\n", encoding="utf-8")
    done = run("build", root)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "The name is taken by sources/harbour.md" in done.stderr
    assert not (root / "docs").exists()


def test_wrong_usage_is_2_and_a_fault_of_ours_is_3(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("bild").returncode == 2
    assert run("analyse", tmp_path).returncode == 2
    root = briefing(tmp_path / "b")

    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("a bug")

    monkeypatch.setattr("onrecord.pipeline.plan", broken)
    with pytest.raises(SystemExit) as ended:
        main(["build", str(root)])
    assert ended.value.code == 3
    err = capsys.readouterr().err
    report = Path(err.strip().rpartition(" ")[2])
    assert "Traceback" not in err
    assert "ZeroDivisionError: a bug" in report.read_text(encoding="utf-8")
    report.unlink()


def test_init_starts_a_briefing_that_builds(tmp_path: Path) -> None:
    root = tmp_path / "my-briefing"
    assert run("init", root).returncode == 0
    put(root, "harbour", HARBOUR, "published: 2022-04-26\n")
    done = run("build", root)
    assert done.returncode == 0, done.stderr
    assert "My briefing" in (root / "site/index.html").read_text(encoding="utf-8")
    again = run("init", root)
    assert again.returncode == 1
    assert "This is there already." in again.stderr


def test_add_copies_texts_with_sidecars_to_confirm(tmp_path: Path) -> None:
    root = briefing(tmp_path / "b")
    text = tmp_path / "My Text (final).txt"
    text.write_text(HARBOUR, encoding="utf-8")
    done = run("add", text, "--to", root, "--published", "2022-04-27", "--outlet", "Harwick Post")
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == ["sources/my-text-final.txt", "sources/my-text-final.yml"]
    assert (root / "sources/my-text-final.txt").read_text(encoding="utf-8") == HARBOUR
    sidecar = (root / "sources/my-text-final.yml").read_text(encoding="utf-8")
    assert "2022-04-27" in sidecar
    assert "Harwick Post" in sidecar
    again = run("add", text, "--to", root)
    assert again.returncode == 1
    assert "would overwrite this" in again.stderr
    bad = run("add", tmp_path / "none.txt", "--to", root)
    assert bad.returncode == 1
    wrong = run("add", text, "--to", briefing(tmp_path / "c"), "--published", "soon")
    assert wrong.returncode == 1
    assert "Traceback" not in wrong.stderr


def test_explain_tells_the_rules(built: Path) -> None:
    page = (built / "docs/sources/harbour.md").read_text(encoding="utf-8")
    ident = re.search(r'<a id="(we-go-on[^"]*)">', page)
    assert ident
    done = run("explain", "docs/sources/harbour.md", ident[1], "--in", built)
    assert done.returncode == 0
    assert done.stdout.count("\n- ") >= 1
    unknown = run("explain", "harbour", "nothing-0000", "--in", built)
    assert unknown.returncode == 1


def test_diff_restore_and_accept(copy: Path) -> None:
    path = copy / "docs/sources/harbour.md"
    before = path.read_text(encoding="utf-8")
    assert run("diff", "--in", copy).stdout == ""
    event = before.index("> [!event]")
    ident = re.search(r'<a id="([^"]+)">', before[event:])
    assert ident
    start, end = event, before.index("\n", event + before[event:].index(ident[0])) + 1
    changed = before[:start].replace(QUOTE, QUOTE.replace("Ann", "Anna")) + before[end:].lstrip("\n")
    path.write_text(changed, encoding="utf-8")
    told = run("diff", "harbour", "--in", copy).stdout
    assert "speaker “Anna Bell” in place of “Ann Bell”" in told
    assert f"deleted: {ident[1]}" in told
    assert run("restore", "harbour", ident[1], "--in", copy).returncode == 0
    for quoted in re.findall(r"“Ann Bell” \(([^)]*)\)", told):
        assert run("accept", path, quoted, "--in", copy).returncode == 0
    assert path.read_text(encoding="utf-8") == before
    unknown = run("accept", "harbour", "nothing-0", "--in", copy)
    assert (unknown.returncode, unknown.stderr.count("\n")) == (1, 1)
    assert run("diff", "nothing", "--in", copy).returncode == 1
