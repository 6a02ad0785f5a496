"""The quality gate: the report that the library must handle first, checked point by point."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

GOLD = os.environ.get("ARTICLEKIT_GOLD")


@pytest.mark.slow
@pytest.mark.skipif(not GOLD, reason="ARTICLEKIT_GOLD is unset: it names the folder with the reports to check against")
def test_the_first_report_holds_in_every_point() -> None:
    assert GOLD is not None
    command = [sys.executable, str(Path(GOLD, "seed", "check.py"))]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
