"""The project that the tests build and serve."""

from __future__ import annotations

from pathlib import Path

import pytest

from ..websites import copy_project


@pytest.fixture
def project(tmp_path: Path, good_data: Path) -> Path:
    """The project of another country."""
    return copy_project(tmp_path / "project", data=good_data)
