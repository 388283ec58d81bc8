"""The live preview of a list that is cut into parts: an edit can change what they say and which there are."""

from __future__ import annotations

from pathlib import Path

from dossier.loading.data_folder import load
from dossier.pages.urls import Urls

from ...benchmark.country import Country
from ...live import live
from ...websites import copy_project

MILESTONES = "data/milestones.yml"
FLOOD = "- id: flood\n  date: 2050-01\n  title: A flood of the river\n"


def test_an_edit_is_on_its_part_and_in_what_filters_find(tmp_path: Path) -> None:
    Country(areas=1, milestones=260, visits=2).write(tmp_path / "data")
    dossier = load(tmp_path / "data")
    changed = dossier.timeline[100]
    page, _, _ = Urls(dossier).on_timeline(changed).partition("#")
    assert page != "timeline/"
    with live(copy_project(tmp_path / "project", data=tmp_path / "data")) as site:
        assert "nr-parts" in site.get("timeline/")
        data = site.read(MILESTONES)

        edited = data.replace(f"- id: {changed.id}\n", f"- id: {changed.id}\n  key: true\n")
        edited = edited.replace("  title: ", "  title: Renamed ", 1)
        assert "key milestone" in site.save(MILESTONES, edited, page)
        assert "Renamed" in site.get("timeline/records.js")

        assert "Timeline: 2050s" in site.save(MILESTONES, data + FLOOD, "timeline/2050s/")
        assert "A flood of the river" in site.get("timeline/2050s/")
        assert "timeline/2050s/" in site.get("timeline/")

        assert "Page not found" in site.save(MILESTONES, data, "timeline/2050s/")
