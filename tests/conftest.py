"""Fixtures that several modules share."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest

from dossier.loading.data_folder import load
from dossier.model.dataset import Dossier
from dossier.pages.page_context import SiteContext

from .websites import ROOT, build

GOOD_DATA = Path(__file__).parent / "good_data" / "data"
"""The data of Ruritania, which use every key there is."""
SITE = pytest.StashKey[Path]()


def built_site(config: pytest.Config) -> Path:
    """Build the project's own site once for the whole run."""
    if SITE not in config.stash:
        folder = tempfile.TemporaryDirectory()
        config.add_cleanup(folder.cleanup)
        config.stash[SITE] = build_below_a_path(ROOT, Path(folder.name))
    return config.stash[SITE]


def build_below_a_path(project: Path, folder: Path) -> Path:
    """Build a site as the workflow does for a project's Pages; return where it is in a folder."""
    site = folder / "some" / "path"
    addresses = {"SITE_URL": "https://example.org/some/path/", "REPO_URL": "https://example.org/owner/name"}
    result = build(project, site, **addresses)
    assert result.returncode == 0, result.stderr
    assert "WARNING" not in result.stderr
    return site


@pytest.fixture
def good_data(tmp_path: Path) -> Path:
    """A fresh copy of the data of Ruritania."""
    return shutil.copytree(GOOD_DATA, tmp_path / "data")


@pytest.fixture
def ruritania(good_data: Path) -> Dossier:
    """The checked data of Ruritania."""
    return load(good_data)


@pytest.fixture
def site_context(ruritania: Dossier) -> SiteContext:
    """What all pages of Ruritania share."""
    return SiteContext(ruritania)
