"""Where the research data lie that some tests measure with, and the skip and the scorers of these tests.

The data are no part of this project: `$ONRECORD_SHARED` names their folder, else it lies beside the project.
"""

import importlib.util
import os
import sys
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest

SHARED = Path(__file__).resolve().parent.parent / os.environ.get("ONRECORD_SHARED", "../shared")
POLNEAR = SHARED / "corpora" / "polnear"
TBAQ = SHARED / "corpora" / "tbaq"
SEEDS = SHARED / "seeds"


def needs(*folders: Path) -> pytest.MarkDecorator:
    """Skips where one of these folders is missing."""
    there = all(folder.is_dir() for folder in folders)
    return pytest.mark.skipif(not there, reason="shared data not found (ONRECORD_SHARED)")


@cache
def scorer(name: str) -> ModuleType:
    """A program that comes with the data: `score_times`."""
    return program(SHARED / "evaluate" / f"{name}.py")


def program(file: Path) -> ModuleType:
    """A program that is no part of the package, to call its functions."""
    spec = importlib.util.spec_from_file_location(file.stem, file)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    # Dataclasses look their module up there.
    sys.modules.setdefault(file.stem, module)
    spec.loader.exec_module(module)
    return module
