"""The preview that the tests edit."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from ...live import Live, live


@pytest.fixture
def site(project: Path) -> Iterator[Live]:
    """The live preview of the project."""
    with live(project) as site:
        yield site
