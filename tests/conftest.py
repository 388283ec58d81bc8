"""Fixtures that several modules share."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from dossier.loading.data_folder import load
from dossier.model.dataset import Dossier
from dossier.pages.page_context import SiteContext


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
