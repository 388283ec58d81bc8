"""Fixtures that several modules share."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest


@pytest.fixture
def good_data(tmp_path: Path) -> Path:
    """A fresh copy of the data of Ruritania, which use every key there is."""
    return shutil.copytree(Path(__file__).parent / "good_data" / "data", tmp_path / "data")
