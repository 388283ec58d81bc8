"""A record with texts that break formats, and its exports as files."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from dossier.exports.site_exports import SiteExports
from dossier.loading.data_folder import load
from dossier.pages.citations import Site
from dossier.pages.page_context import SiteContext

from ...websites import ROOT

AWKWARD = (
    '=HYPERLINK("https://evil.example.org","a")',
    "+1",
    "-2+3",
    "@SUM(A1)",
    '"quoted", and with commas; and a \\ too',
    "ғ ӣ қ ӯ ҳ ҷ Ғ Ӣ",
    "🇹🇯 and 🙂",
    "שלום, دوشنبه",
    "R&D <b> ]]> {{ 7*7 }} {x} %s $1 #",
    "'an apostrophe",
)
"""Texts that some format takes for something else."""

WEBSITE = Site("Ruritania and NATO", "https://example.org/ruritania/")


@pytest.fixture
def site(site_context: SiteContext) -> SiteContext:
    """The site of Ruritania, with its address."""
    return replace(site_context, website=WEBSITE)


@pytest.fixture
def awkward_site(good_data: Path) -> SiteContext:
    """The site of Ruritania, with a milestone for each awkward text."""
    milestones = [
        {"id": f"awkward-{number}", "date": "2007", "title": text, "text": text}
        for number, text in enumerate(AWKWARD)
    ]
    # JSON is YAML; its texts are quoted.
    (good_data / "milestones").mkdir()
    (good_data / "milestones" / "awkward.yml").write_text(
        json.dumps(milestones, ensure_ascii=False), encoding="utf-8"
    )
    return SiteContext(load(good_data), WEBSITE)


@pytest.fixture
def exported(awkward_site: SiteContext, tmp_path: Path) -> Path:
    """The folder with the exports of Ruritania, awkward texts included."""
    folder = tmp_path / "exported"
    SiteExports(awkward_site).write_folder(folder)
    return folder


@pytest.fixture(scope="session")
def own_site() -> SiteContext:
    """The site of the project's own data."""
    return SiteContext(load(ROOT / "data"), Site("Shipped", "https://example.org/"))


@pytest.fixture(scope="session")
def own(own_site: SiteContext, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the exports of the project's own data."""
    folder = tmp_path_factory.mktemp("own") / "exported"
    SiteExports(own_site).write_folder(folder)
    return folder
