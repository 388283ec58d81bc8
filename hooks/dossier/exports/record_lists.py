"""The scripts with which the pages of a list that is cut into parts find its records."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from ..pages.filtering import FILTERED, write_anchors, write_records
from ..pages.page_context import SiteContext
from ..pages.site_pages import list_divisions
from ..pages.urls import anchors_file, records_file
from .export import Export


def list_records(site: SiteContext) -> Iterator[Export]:
    """Yield the scripts of each list that is cut; only those with a filter need what the records say."""
    cut = [division for division, _ in list_divisions(site) if not division.whole]
    for division in cut:
        write = partial(write_anchors, division)
        yield Export(anchors_file(division), "text/javascript", "Where each record is", write)
        if division.url in FILTERED:
            write = partial(write_records, site, division)
            yield Export(records_file(division), "text/javascript", "What filters ask for", write)
