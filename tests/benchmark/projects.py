"""MkDocs projects of the same content: with this site's hooks, Markdown, macros, and empty pages."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml
from mkdocs.utils.yaml import yaml_load

from dossier.loading.data_folder import load
from dossier.model.dataset import Dossier
from dossier.pages import urls
from dossier.pages.division.lists import MOST_LISTED_AREAS

from ..websites import ROOT, copy_project
from .manuscript import write_manuscripts
from .sheets import SITE_NAME, Sheet, list_sheets

UNNEEDED = shutil.ignore_patterns("__pycache__")
HERE = Path(__file__).parent


@dataclass(frozen=True)
class Content:
    """What every project holds."""

    data: Path
    """The folder of the data files."""
    site: Path
    """Where this site's own build of it is; its layout, styles and scripts are taken from there."""

    @cached_property
    def dossier(self) -> Dossier:
        """The checked data."""
        return load(self.data)

    @cached_property
    def sheets(self) -> tuple[Sheet, ...]:
        """The pages before they are laid out."""
        return tuple(list_sheets(self.dossier, ROOT / "docs"))

    @property
    def lists_areas(self) -> bool:
        """Whether the navigation lists the areas."""
        return len(self.dossier.areas) <= MOST_LISTED_AREAS


def write_ours(project: Path, content: Content) -> None:
    """Write the project as it is in this repository, with other data."""
    copy_project(project, content.data)
    _write_settings(project, _settings())


def write_pages_alone(project: Path, content: Content) -> None:
    """Write the project as it is, with a further hook that leaves out the downloads."""
    write_ours(project, content)
    shutil.copy(HERE / "pages_alone.py", project / "hooks")
    settings = _settings()
    settings["hooks"].append("hooks/pages_alone.py")
    _write_settings(project, settings)


def write_markdown(project: Path, content: Content) -> None:
    """Write the project that has the same pages, theme and settings, and no hooks."""
    _write_without_hooks(project, content)
    write_manuscripts(content.sheets, project / "docs")


def write_macros(project: Path, content: Content) -> None:
    """Write the project whose pages are filled by mkdocs-macros, from the data files."""
    settings = _write_without_hooks(project, content)
    shutil.copytree(content.data, project / "data")
    shutil.copytree(ROOT / "hooks" / "dossier", project / "dossier", ignore=UNNEEDED)
    shutil.copy(HERE / "macros" / "main.py", project)
    settings["plugins"].append({"macros": {"on_undefined": "strict", "on_error_fail": True}})
    _write_settings(project, settings)
    for sheet in content.sheets:
        # The guide has braces that are no macros.
        sheet.settings["render_macros"] = sheet.page is not None
        records = [f'{{{{ records("{sheet.path}") }}}}'] if sheet.page else []
        _write_page(project, sheet, sheet.write(*records))


def write_empty(project: Path, content: Content) -> None:
    """Write the project that has as many pages, and nothing on them but their titles."""
    _write_without_hooks(project, content)
    for sheet in content.sheets:
        _write_page(project, sheet, f"# {sheet.settings['title']}\n")


def _write_page(project: Path, sheet: Sheet, text: str) -> None:
    file = project / "docs" / sheet.path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def _write_without_hooks(project: Path, content: Content) -> dict[str, Any]:
    """Write everything but the pages: the settings, which are returned, the theme's blocks, other files."""
    shutil.copytree(ROOT / "docs", project / "docs", ignore=shutil.ignore_patterns("*.md"))
    shutil.copytree(ROOT / "hooks" / "overrides", project / "hooks" / "overrides")
    settings = _settings()
    del settings["hooks"], settings["watch"]
    settings["markdown_extensions"].append("attr_list")  # for the ids that make the records' addresses
    # What the theme's overrides ask the dossier for is in the settings, so that they need no change.
    names = ("title", "publisher", "url", "language", "date")
    source = {name: str(getattr(content.dossier.primary_source, name) or "") for name in names}
    settings["site_description"] = content.dossier.partner.summary.plain
    settings["extra"] = {"build": {"dossier": {"primary_source": source}}}
    if content.lists_areas:
        section = _section_of_areas(settings["nav"])
        section += [urls.file_of(urls.area_page(area)) for area in content.dossier.areas]
    _write_settings(project, settings)
    return settings


def _settings() -> dict[str, Any]:
    """Read this site's settings, for another country and no repository."""
    with (ROOT / "mkdocs.yml").open(encoding="utf-8") as file:
        settings = yaml_load(file)
    return settings | {"site_name": SITE_NAME, "repo_url": None, "edit_uri": None}


def _section_of_areas(nav: list[Any]) -> list[str]:
    """Find the section of the navigation that starts with the areas' index."""
    sections = (section for item in nav if isinstance(item, dict) for section in item.values())
    return next(section for section in sections if urls.file_of(urls.AREAS) in section)


def _write_settings(project: Path, settings: dict[str, Any]) -> None:
    text = yaml.safe_dump(settings, sort_keys=False, allow_unicode=True)
    (project / "mkdocs.yml").write_text(text, encoding="utf-8")
