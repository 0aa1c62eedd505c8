"""What the documents say is so: commands, parts, promises about the lock file and the two commands."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from onrecord.cli import cli
from onrecord.pages import markup
from test_layers import ALLOWED

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_readme_starts_with_the_two_commands() -> None:
    assert re.match(r"# On Record\n\n```\nmake .*\nmake test .*\n```\n", README)


@pytest.mark.parametrize("name", sorted(cli.commands))
def test_every_command_is_documented(name: str) -> None:
    command = cli.commands[name]
    assert command.help
    assert f"onrecord {name}" in README
    for option in command.params:
        for flag in (flag for flag in option.opts if flag.startswith("--")):
            assert flag in README, f"{name} {flag}"
    assert CliRunner().invoke(cli, [name, "--help"]).exit_code == 0


@pytest.mark.parametrize("part", sorted(set(ALLOWED) - {"__main__", "__init__"}))
def test_every_part_stands_in_the_architecture(part: str) -> None:
    assert f"`{part}`" in (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")


def test_the_readmes_example_of_a_callout_is_read() -> None:
    example = re.search(r"^> \[!quote\](?:.*\n)(?:>.*\n)+", README, re.MULTILINE)
    assert example
    callout = markup.read(example[0])
    assert callout
    statement, extras = markup.read_statement(callout, 0)
    assert (statement.speaker.name, statement.words, statement.said_on) == (
        "Ann Bell",
        "“We go on,”",
        "2022-04-25",
    )
    assert extras == ()
    assert markup.write_statement(statement) + "\n" == example[0]


def test_the_lock_pins_everything_by_hash_and_names_no_host() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    pins = re.findall(
        r"^[A-Za-z0-9_.-]+==[^\s;\\]+[^\n]*\\\n(?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+", lock, re.M
    )
    assert "".join(pins) == lock
    assert "://" not in lock


def test_every_direct_dependency_is_in_the_lock() -> None:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    locked = {match.lower().replace("_", "-") for match in re.findall(r"^([A-Za-z0-9_.-]+)==", lock, re.M)}
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    names = {re.split(r"[<>=!~ ;\[]", one)[0].lower().replace("_", "-") for one in wanted}
    assert names - locked == set()
