"""The preview that the tests edit."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from ...live import Live, live
from ...websites import copy_project


@pytest.fixture
def project(tmp_path: Path, good_data: Path) -> Path:
    """The project of another country."""
    return copy_project(tmp_path / "project", data=good_data)


@pytest.fixture
def site(project: Path) -> Iterator[Live]:
    """Its live preview."""
    with live(project) as site:
        yield site
