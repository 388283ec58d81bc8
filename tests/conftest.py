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

SITE = pytest.StashKey[Path]()


def built_site(config: pytest.Config) -> Path:
    """Build the shipped data once for the whole run, as the workflow does for a project's Pages."""
    if SITE not in config.stash:
        folder = tempfile.TemporaryDirectory()
        config.add_cleanup(folder.cleanup)
        site = Path(folder.name) / "some" / "path"
        result = build(
            ROOT, site, SITE_URL="https://example.org/some/path/", REPO_URL="https://example.org/owner/name"
        )
        assert result.returncode == 0, result.stderr
        assert "WARNING" not in result.stderr
        config.stash[SITE] = site
    return config.stash[SITE]


@pytest.fixture
def good_data(tmp_path: Path) -> Path:
    """A fresh copy of the data of Ruritania, which use every key there is."""
    return shutil.copytree(Path(__file__).parent / "good_data" / "data", tmp_path / "data")


@pytest.fixture
def ruritania(good_data: Path) -> Dossier:
    """The checked data of Ruritania."""
    return load(good_data)


@pytest.fixture
def site_context(ruritania: Dossier) -> SiteContext:
    """What all pages of Ruritania share."""
    return SiteContext(ruritania)
