"""Prints how fast times are read: words per CPU second, and the CPU seconds until the first text can be read.

usage: python benchmarks/times_speed.py [FOLDER of .txt files]

Without a folder the texts are made of the test cases amid sentences without a time, as dense in times as news are.
The start is that of a fresh process.
"""

import subprocess
import sys
import time
from pathlib import Path

from markdown_it.utils import read_fixture_file

from onrecord.analysis.times import times_in

ROOT = Path(__file__).resolve().parent.parent
FLOOR, LONGEST_START = 30_000, 0.2
FILLER = (
    "The harbour lies behind two rocks, and the boats that fish for cod leave it before the fog does. "
    "Nobody in the village owns more than one of them; most share theirs with a brother or a neighbour. "
)
START = """
import time
began = time.process_time()
import onrecord.analysis.times
print(time.process_time() - began)
"""
"""Imports what reads times; the parser is loaded only when a whole source is analysed."""


def texts(folder: Path | None) -> list[str]:
    if folder is not None:
        return [path.read_text("utf-8") for path in sorted(folder.glob("*.txt"))]
    cases = read_fixture_file(ROOT / "tests" / "fixtures" / "times" / "english.md")
    made = "\n".join(FILLER + given.split("\n", 1)[1].strip() for _, _, given, _ in cases)
    return [made] * 40


def words_per_second(read: list[str]) -> tuple[int, float]:
    """Words read, and how many in a CPU second."""
    words = sum(len(text.split()) for text in read)
    began = time.process_time()
    for text in read:
        times_in(text, "2023-09-14")
    return words, words / (time.process_time() - began)


def start_seconds() -> float:
    """CPU seconds until the grammar is ready, the best of three."""
    runs = [
        subprocess.run(
            [sys.executable, "-c", START], cwd=ROOT / "build_scripts", capture_output=True, check=True
        )
        for _ in range(3)
    ]
    return min(float(run.stdout) for run in runs)


def main() -> None:
    words, speed = words_per_second(texts(Path(sys.argv[1]) if len(sys.argv) > 1 else None))
    start = start_seconds()
    print(f"times: {words:,} words, {speed:,.0f} words per CPU second (at least {FLOOR:,})")
    print(f"start: {start:.2f} CPU seconds (at most {LONGEST_START})")


if __name__ == "__main__":
    main()
