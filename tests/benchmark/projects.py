"""Two MkDocs projects of the same content: one with this site's hooks, one with Markdown alone."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import yaml
from mkdocs.utils.yaml import yaml_load

from dossier.model.dataset import Dossier
from dossier.pages import urls
from mkdocs_site.publishing import MOST_LISTED_AREAS

from ..websites import ROOT, copy_project
from .country import NAME
from .manuscript import write_manuscripts


def write_ours(project: Path, data: Path) -> Path:
    """Write the project as it is in this repository, with other data; return its settings file."""
    copy_project(project, data)
    return _write_settings(project, _settings())


def write_markdown(project: Path, dossier: Dossier) -> Path:
    """Write the project that has the same pages, theme and settings, and no hooks."""
    shutil.copytree(ROOT / "docs", project / "docs", ignore=shutil.ignore_patterns("*.md"))
    shutil.copytree(ROOT / "hooks" / "overrides", project / "hooks" / "overrides")
    write_manuscripts(dossier, ROOT / "docs", project / "docs")
    settings = _settings()
    del settings["hooks"], settings["watch"]
    settings["markdown_extensions"].append("attr_list")  # for the ids that make the records' addresses
    # What the theme's overrides ask the dossier for is in the settings, so that they need no change.
    names = ("title", "publisher", "url", "language", "date")
    source = {name: str(getattr(dossier.primary_source, name) or "") for name in names}
    settings["site_description"] = dossier.partner.summary.plain
    settings["extra"] = {"build": {"dossier": {"primary_source": source}}}
    if len(dossier.areas) <= MOST_LISTED_AREAS:
        section = _section_of_areas(settings["nav"])
        section += [urls.file_of(urls.area_page(area)) for area in dossier.areas]
    return _write_settings(project, settings)


def copy_downloads(ours: Path, markdown: Path) -> None:
    """Give the Markdown project, as ready-made files, the downloads that the hooks have written."""
    downloads = ours / "site" / "data"
    if downloads.is_dir():
        shutil.copytree(downloads, markdown / "docs" / "data", dirs_exist_ok=True)


def _settings() -> dict[str, Any]:
    """Read this site's settings, for another country and no repository."""
    with (ROOT / "mkdocs.yml").open(encoding="utf-8") as file:
        settings = yaml_load(file)
    return settings | {"site_name": f"{NAME} and NATO", "repo_url": None, "edit_uri": None}


def _section_of_areas(nav: list[Any]) -> list[str]:
    """Find the section of the navigation that starts with the areas' index."""
    sections = (section for item in nav if isinstance(item, dict) for section in item.values())
    return next(section for section in sections if urls.file_of(urls.AREAS) in section)


def _write_settings(project: Path, settings: dict[str, Any]) -> Path:
    path = project / "mkdocs.yml"
    path.write_text(yaml.safe_dump(settings, sort_keys=False, allow_unicode=True), encoding="utf-8")
    return path
