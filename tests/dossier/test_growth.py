"""The cost of a site grows with the number of its records, and with nothing else: no step is quadratic.

Work is counted, not timed: a call is the same on every machine.
"""

from __future__ import annotations

import sys
from pathlib import Path
from types import FrameType
from typing import Any, NamedTuple

from dossier.exports.whole_site import list_site
from dossier.loading.data_folder import load
from dossier.pages.citations import Site
from dossier.pages.page_context import SiteContext

from ..benchmark.country import Country

MOST_GROWTH = 11
"""The most that ten times as many records may multiply: a little more than ten, for logarithms and chance."""

SIZES = {"areas": 5, "milestones": 30, "visits": 30}
"""A small country, which has all that does not grow: every page, the sources and the glossary."""


class Work(NamedTuple):
    """What it takes to read the data of a country, and to write all pages and exports."""

    calls: int
    characters: int


def work(folder: Path, times: int) -> Work:
    """Count the calls of functions and the characters of the files, for some times as many records."""
    Country(**{kind: times * size for kind, size in SIZES.items()}).write(folder)
    calls = 0

    def count(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        pages, exports = list_site(SiteContext(load(folder), Site("Ruritania", "https://example.org/")), {})
        characters = sum(len(page.body) for page in pages.values()) + sum(map(len, exports.values()))
    finally:
        sys.setprofile(None)
    return Work(calls, characters)


def test_ten_times_as_many_further_records_take_ten_times_the_work(tmp_path: Path) -> None:
    work(tmp_path / "first", 1)  # compiles the templates
    start, few, many = (work(tmp_path / str(times), times) for times in (1, 2, 11))
    assert many.calls - start.calls <= MOST_GROWTH * (few.calls - start.calls)
    assert many.characters - start.characters <= MOST_GROWTH * (few.characters - start.characters)
