"""Projects of the same content for other generators: Eleventy and Hugo."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Any

import yaml

from dossier.pages.division.home_room import has_cards
from dossier.pages.urls import Urls

from ..node_packages import node_packages
from .layout import cut_layouts
from .projects import Content
from .sheets import ADDRESS, SITE_NAME, Sheet

HERE = Path(__file__).parent
MOST_RECORDS = 1_000
STATIC = ("404.html", "assets", "stylesheets", "javascripts")
"""What both take ready-made from this site's build."""


def write_eleventy(project: Path, content: Content) -> None:
    """Write the project for Eleventy, whose modules read the data files."""
    shutil.copytree(HERE / "eleventy", project)
    (project / "node_modules").symlink_to(node_packages(HERE / "eleventy"))
    shutil.copytree(content.data, project / "data")
    _copy_static(content, project / "static")
    _write_all(project / "layouts", {f"{name}.html": text for name, text in _layouts(content).items()})
    introductions = {
        f"{sheet.path.removesuffix('/index.md').removesuffix('.md')}.md": sheet.linked_introduction()
        for sheet in content.sheets
        if sheet.introduction
    }
    _write_all(project / "introductions", introductions)
    (project / "site.json").write_text(json.dumps(_site(content)), encoding="utf-8")


def write_hugo(project: Path, content: Content) -> None:
    """Write the project for Hugo, whose templates read the data files."""
    shutil.copytree(HERE / "hugo", project)
    shutil.copytree(content.data, project / "data")
    for name in ("milestones", "visits"):
        _cut_list(project / "data" / f"{name}.yml")
    _copy_static(content, project / "static")
    layouts = {f"{name}.html": _as_template(text) for name, text in _layouts(content).items()}
    _write_all(project / "layouts" / "_partials" / "layouts", layouts)
    _write_all(project / "content", _hugo_pages(content.sheets))
    (project / "data" / "site.json").write_text(json.dumps(_site(content)), encoding="utf-8")


def _cut_list(file: Path) -> None:
    """Cut a list into files of a folder: Hugo takes one of 10,000 records for an attack by aliases."""
    records = re.split(r"^(?=- )", file.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    file.unlink()
    parts = range(0, len(records), MOST_RECORDS)
    files = {f"part-{start:06}.yml": "".join(records[start : start + MOST_RECORDS]) for start in parts}
    _write_all(file.with_suffix(""), files)


def _as_template(layout: str) -> str:
    return re.sub(r"@@(\w+)@@", r"{{ .\1 }}", layout)


def _hugo_pages(sheets: Sequence[Sheet]) -> dict[str, str]:
    """Write the content files of all pages but those of the areas, which a template makes from the data."""
    folders = {"index", *(str(PurePosixPath(sheet.path).parent) for sheet in sheets)}
    files = {}
    for sheet in sheets:
        if sheet.page and not re.fullmatch(r"[^/]*/?|as-of/\d+/", sheet.url):
            continue  # an area, or a part of a long page, which is one page in Hugo
        layout = sheet.url.replace("/", "-").rstrip("-") or "home"
        name, _, year = layout.rpartition("-") if layout[-1].isdigit() else (layout, "", None)
        body = name.replace("-", "_") if sheet.page else "written"
        settings = {"layout": layout, "body": body, "year": year and int(year)}
        head = yaml.safe_dump({"title": sheet.settings["title"], "params": settings})
        stem = sheet.path.removesuffix(".md").removesuffix("/index")
        file = f"{stem}/_index.md".replace("index/", "") if stem in folders else sheet.path
        files[file] = f"---\n{head}---\n{sheet.linked_introduction()}\n"
    return files


def _layouts(content: Content) -> dict[str, str]:
    """Cut the layouts; an area that has others on both sides is the model for all."""
    areas = content.dossier.areas
    return cut_layouts(content.site, areas[len(areas) // 2].id)


def _site(content: Content) -> dict[str, Any]:
    """Describe the site: its name, which pages are written by hand, what the search has of its pages."""
    index = json.loads((content.site / "search" / "search_index.json").read_text(encoding="utf-8"))
    written = [sheet for sheet in content.sheets if sheet.page is None]
    return {
        "name": SITE_NAME,
        "address": ADDRESS,
        "lists_areas": content.lists_areas,
        "has_cards": has_cards(content.dossier),
        "has_summaries": Urls(content.dossier).has_summaries,
        "written": [{"location": sheet.url, "title": sheet.settings["title"]} for sheet in written],
        "search": index["config"],
        "pages": [*_entries_of_pages(index["docs"], {sheet.url for sheet in written})],
    }


def _entries_of_pages(entries: list[dict[str, str]], written: set[str]) -> Iterator[dict[str, str]]:
    """Yield what the search has of hand-written pages, and of the others as wholes, but for the areas."""
    for entry in entries:
        url, _, anchor = entry["location"].partition("#")
        if url in written or not (anchor or re.match("areas/.", url)):
            yield entry


def _copy_static(content: Content, target: Path) -> None:
    target.mkdir(parents=True)
    for name in STATIC:
        path = content.site / name
        if path.is_dir():
            shutil.copytree(path, target / name)
        elif path.is_file():
            shutil.copy(path, target / name)


def _write_all(folder: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
