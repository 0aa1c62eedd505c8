"""What some tests need of the machine, and their skips where it has none of it."""

import os
import shutil

import pytest

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
NEEDS_CHROMIUM = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")
NEEDS_POSIX = pytest.mark.skipif(os.name == "nt", reason="Windows has other links, stamps and processes")
