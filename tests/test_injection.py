"""Markup in a field is shown as text: no record can bring a tag, a script or a handler onto a page."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from .websites import ROOT, build, copy_project, only, page

GOOD_DATA = ROOT / "tests" / "good_data" / "data"

MARKUP = (
    """</title></h1></textarea>"'><script>window.hacked=1;alert(1)</script>"""
    """<img src=x onerror="window.hacked=1;alert(1)"><svg onload=alert(1)> &lt;b&gt; {{ 7*7 }} {% raw %}"""
)
PLAIN = {"name", "adjective", "title", "publisher", "place", "role", "term", "visitors", "hosts"}
"""The keys of plain text, where Markdown is text too."""
PROSE = {"summary", "text", "purpose", "note"}


def poison(data: Path) -> None:
    """Put markup behind every text of data files."""
    for file in data.rglob("*.yml"):
        records = poisoned(yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader))
        file.write_text(yaml.safe_dump(records, allow_unicode=True), encoding="utf-8")


def poisoned(value: Any, key: str = "") -> Any:
    """Put markup behind every text of a record."""
    if isinstance(value, dict):
        return {name: poisoned(item, name) for name, item in value.items()}
    if isinstance(value, list):
        return [poisoned(item, key) for item in value]
    if key in PLAIN:
        return f"{value} {MARKUP} [x](javascript:alert(1)) *x*"
    return f"{value} {MARKUP}" if key in PROSE else value


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A site, and the same one with markup in every text."""
    folder = tmp_path_factory.mktemp("injection")
    clean = copy_project(folder / "clean", data=GOOD_DATA)
    dirty = copy_project(folder / "dirty", data=GOOD_DATA)
    poison(dirty / "data")
    for project in (clean, dirty):
        result = build(project, project / "site")
        assert result.returncode == 0, result.stderr
    return clean / "site", dirty / "site"


def pairs(sites: tuple[Path, Path]) -> Iterator[tuple[Path, Path]]:
    """Each page of the clean site with its counterpart."""
    clean, dirty = sites
    for file in clean.rglob("*.html"):
        yield file, dirty / file.relative_to(clean)


def test_markup_adds_no_element_but_lines_of_a_label(sites: tuple[Path, Path]) -> None:
    for clean, dirty in pairs(sites):
        tags = [
            Counter(node.tag for node in page(file).css("*:not(.nr-term, .nr-tip, tspan)"))
            for file in (clean, dirty)
        ]
        assert tags[1] == tags[0], dirty


def test_markup_adds_no_script_handler_or_link(sites: tuple[Path, Path]) -> None:
    for clean, dirty in pairs(sites):
        scripts = [
            [node.text() for node in page(file).css("script:not([type='application/ld+json'])")]
            for file in (clean, dirty)
        ]
        assert scripts[1] == scripts[0], dirty
        for node in page(dirty).css("*"):
            for name, value in node.attributes.items():
                assert not name.startswith("on"), f"{dirty}: {node.html}"
                assert not (name in ("href", "src") and (value or "").startswith("javascript:")), dirty


def test_markup_is_shown(sites: tuple[Path, Path]) -> None:
    _, dirty = sites
    for path in ("", "areas/science/", "timeline/", "visits/", "sources/", "glossary/"):
        content = only(page(dirty / path / "index.html"), "article.md-content__inner")
        text = " ".join(content.text().split())
        assert MARKUP in text, path
        assert "[x](javascript:alert(1)) *x*" in text, path
    assert MARKUP in only(page(dirty / "areas" / "science" / "index.html"), "head > title").text()


def test_the_search_index_has_no_markup(sites: tuple[Path, Path]) -> None:
    _, dirty = sites
    index = json.loads((dirty / "search" / "search_index.json").read_text(encoding="utf-8"))
    for entry in index["docs"]:
        if entry["location"].startswith(("about/", "editing/")):
            continue  # hand-written pages, whose headings and paragraphs Material keeps
        assert "<" not in entry["title"] + entry["text"], entry
