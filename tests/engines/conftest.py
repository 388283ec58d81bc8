"""The site as MkDocs builds it, for comparison."""

from __future__ import annotations

from pathlib import Path

import pytest

from ..conftest import GOOD_DATA
from ..websites import copy_project
from .comparison import build_at_address


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project with the data of Ruritania."""
    return copy_project(tmp_path_factory.mktemp("engines") / "project", GOOD_DATA)


@pytest.fixture(scope="session")
def mkdocs_site(project: Path) -> Path:
    """The site as MkDocs builds it."""
    return build_at_address(project, "mkdocs")
