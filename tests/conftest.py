"""Settings of all tests.

Where everything that tests need is there (ONRECORD_NO_SKIP=1, as in CI), a skipped test is a failed one, but for a
program that could not be fetched (ONRECORD_LEFT_OUT names it as the reason does). Hypothesis has no deadline, for
machines are busy at times, and takes the same examples at each run in CI.
"""

import os
from collections.abc import Generator

import pytest
from hypothesis import settings

settings.register_profile("onrecord", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("onrecord")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turns a skip into a failure that says why it skipped."""
    report = yield
    if report.skipped and os.environ.get("ONRECORD_NO_SKIP"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        left_out = os.environ.get("ONRECORD_LEFT_OUT")
        if left_out and left_out in reason:
            return report
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} must not skip here: {reason}"
    return report
