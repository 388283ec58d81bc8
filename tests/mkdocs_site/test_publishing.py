"""How pages are published: their place in the site, said above their text and in their metadata."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from dossier.pages.division.lists import MOST_LISTED_AREAS

from ..websites import ROOT, build, copy_project, only, page

AREA = """\
title: Area {number}
summary: The area with the number {number}.
activities:
  - {{id: statement-{number}, title: A statement, status: ongoing, text: Officers attended courses.}}
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with more areas than the navigation lists."""
    data = ROOT / "tests" / "good_data" / "data"
    project = copy_project(tmp_path_factory.mktemp("many") / "project", data)
    for number in range(MOST_LISTED_AREAS):
        (project / "data" / "areas" / f"area-{number}.yml").write_text(AREA.format(number=number))
    result = build(project, project / "site", SITE_URL="https://example.org/")
    assert result.returncode == 0, result.stderr
    return project / "site"


def trail(file: Path) -> list[tuple[str, str]]:
    """Read the breadcrumbs in the metadata of a page."""
    graph: list[dict[str, Any]] = json.loads(only(page(file), "[type='application/ld+json']").text())[
        "@graph"
    ]
    (crumbs,) = (thing for thing in graph if thing["@type"] == "BreadcrumbList")
    return [(step["name"], step["item"]) for step in crumbs["itemListElement"]]


def test_an_area_that_the_navigation_does_not_list_says_where_it_belongs(site: Path) -> None:
    tree = page(site / "areas" / "area-7" / "index.html")
    links = tree.css("nav[aria-label=Breadcrumb] a")
    assert [(link.text(), link.attributes["href"]) for link in links] == [("Home", "../.."), ("Areas", "../")]
    assert "hidden" in only(tree, ".md-sidebar--primary").attributes
    assert trail(site / "areas" / "area-7" / "index.html")[1:] == [
        ("Areas", "https://example.org/areas/"),
        ("Area 7", "https://example.org/areas/area-7/"),
    ]


def test_breadcrumbs_lead_to_the_start_of_a_section(site: Path) -> None:
    assert trail(site / "about" / "index.html")[1:] == [("About", "https://example.org/about/")]
    assert trail(site / "glossary" / "index.html")[1:] == [
        ("About", "https://example.org/about/"),
        ("Glossary", "https://example.org/glossary/"),
    ]
