"""The scripts with which the pages of a list that is cut into parts find its records."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from ..pages.filtering import write_records
from ..pages.page_context import SiteContext
from ..pages.part_page import records_file
from ..pages.site_pages import list_divisions
from .export import Export


def list_records(site: SiteContext) -> Iterator[Export]:
    """Yield a script for each list that is cut."""
    for division, _ in list_divisions(site):
        if not division.whole:
            write = partial(write_records, site, division)
            yield Export(records_file(division), "text/javascript", "Where each record is", write)
