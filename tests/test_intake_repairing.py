"""Mending encodings when a text is added, and telling of garbled characters when it is read."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.cli import cli
from onrecord.intake import SourceFile, read, repair

TEXT = (
    "The bridge is closed.\n\nThe café on the quay, said Zoë Müller, “will stay open”. It’s fine — for now.\n"
)


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman", "utf-16", "utf-16-be", "utf-32"])
def test_other_encodings_become_utf8(encoding: str) -> None:
    data = TEXT.encode(encoding)
    data = b"\xfe\xff" + data if encoding == "utf-16-be" else data
    mended = repair("case.txt", data)
    assert mended.data.decode("utf-8") == TEXT
    assert mended.done[0].endswith("written as UTF-8")


def test_cyrillic_is_told_by_its_counts() -> None:
    text = "Мост закрыт, сказала мэр в понедельник. Мы продолжаем работу и ждём ответа.\n" * 5
    assert repair("case.txt", text.encode("cp1251")).data.decode("utf-8") == text


def test_misread_utf8_is_put_right_and_nothing_else() -> None:
    garbled = "“Good,” she said. Itâ€™s fine. â€œHello,â€\x9d he said. cafÃ©\r\n"
    mended = repair("case.txt", f"{garbled}ﬁne &amp; １ ‘x’\n".encode())
    assert mended.data.decode() == "“Good,” she said. It’s fine. “Hello,” he said. café\r\nﬁne &amp; １ ‘x’\n"
    assert mended.done == ("garbled characters (“â€™”) put right",)


@pytest.mark.parametrize("data", [TEXT.encode(), b"", b"\x89PNG\r\n\x1a\n\0\0IHDR", b"\xff\xfe\x00"])
def test_what_is_right_or_cannot_be_told_is_left(data: bytes) -> None:
    assert repair("case.txt", data).data == data
    assert repair("case.txt", data).done == ()


def test_a_page_that_declares_its_encoding_is_left() -> None:
    page = '<meta charset="windows-1252"><p>The café is open.'.encode("cp1252")
    assert repair("case.html", page).done == ()
    bare = "<p>The café is open until the end of the summer.".encode("cp1252")
    assert repair("case.html", bare).data.decode() == "<p>The café is open until the end of the summer."


ENGLISH = st.text(alphabet="abcXYZ ,.\n0“”‘’–—…€é&<>\"'", max_size=80)


@settings(max_examples=200, deadline=None)
@given(ENGLISH)
def test_right_text_stays_as_it_is(text: str) -> None:
    assert repair("case.txt", text.encode()).data.decode() == text


SENTENCES = st.lists(
    st.sampled_from(
        ["“We go on,” she said. ", "It’s a café — “good” for Zoë. ", "He waited… ", "Plain words.\n"]
    ),
    min_size=1,
    max_size=6,
).map("".join)


@settings(max_examples=100, deadline=None)
@given(SENTENCES, st.sampled_from(["latin-1", "cp1252"]))
def test_misreading_is_undone(text: str, encoding: str) -> None:
    data = text.encode()
    # byte 9d, the last of ”, has no character in Windows-1252 and stays as it is
    garbled = "".join(bytes([one]).decode(encoding if one != 0x9D else "latin-1") for one in data)
    assert repair("case.txt", garbled.encode()).data.decode() == text


def problems_of(text: str) -> list[str]:
    return [str(problem) for problem in read(SourceFile("case", "sources/case.txt", text.encode())).problems]


def test_reading_tells_of_garbled_characters_with_their_line() -> None:
    (problem,) = problems_of("The bridge is closed.\n\nItâ€™s fine, the mayor said on Monday.\n")
    assert problem == (
        "sources/case.txt:3: Some characters are garbled, such as “â€™”: UTF-8 that was once read as something else. "
        "Add the file again with `onrecord add`: it mends them and keeps the original beside the text."
    )


@pytest.mark.parametrize(
    "text", [TEXT, "“‘Yes,’” he said… “No.”", "Ça va à Évian, où l’été dure.", "日本語の文。"]
)
def test_what_is_not_garbled(text: str) -> None:
    assert problems_of(text) == []


def test_add_mends_keeps_the_original_and_says_so(tmp_path: Path) -> None:
    run = CliRunner()
    root = tmp_path / "b"
    assert run.invoke(cli, ["init", str(root)]).exit_code == 0
    (tmp_path / "note.txt").write_bytes(TEXT.encode("cp1252"))
    command = ["add", str(tmp_path / "note.txt"), "--to", str(root), "--published", "2022-04-26"]
    done = run.invoke(cli, command)
    assert done.exit_code == 0, done.output
    assert "sources/note.txt.original (the file as it was; in sources/note.txt: read as cp1252" in done.output
    assert (root / "sources/note.txt").read_text(encoding="utf-8") == TEXT
    assert (root / "sources/note.txt.original").read_bytes() == TEXT.encode("cp1252")
    (root / "sources/note.txt").unlink()
    (root / "sources/note.yml").unlink()
    again = run.invoke(cli, command)
    assert again.exit_code != 0
    assert (root / "sources/note.txt.original").read_bytes() == TEXT.encode("cp1252")
    assert not (root / "sources/note.txt").exists()


def test_check_lists_debris_with_place_reason_and_how_to_keep_it(tmp_path: Path) -> None:
    run = CliRunner()
    root = tmp_path / "b"
    assert run.invoke(cli, ["init", str(root)]).exit_code == 0
    text = "The bridge is closed, the mayor said on Monday.\n\nShare on Facebook\n"
    (root / "sources/note.txt").write_text(text, encoding="utf-8")
    (root / "sources/note.yml").write_text("published: 2022-04-26\n", encoding="utf-8")
    page = f"<html><body><article>\n<p>{text.splitlines()[0]}</p>\n<p>Share on Facebook</p></article></body></html>"
    (root / "sources/page.html").write_text(page, encoding="utf-8")
    told = run.invoke(cli, ["check", str(root), "--debris"]).output
    assert (
        "sources/note.txt:3: Left out as share bar: “Share on Facebook”. "
        'To keep it, put `keep: ["Share on Facebook"]` into sources/note.yml.'
    ) in told
    assert "sources/page.html:3: Left out as share bar" in told
    listed = run.invoke(cli, ["check", str(root), "--debris", "--json"]).output
    assert listed.count('"severity": "debris"') == 2
    assert '"severity": "debris"' not in run.invoke(cli, ["check", str(root), "--json"]).output
