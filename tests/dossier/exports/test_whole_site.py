"""A site is all that a dossier makes, and nothing of it stays behind when another takes its place."""

from __future__ import annotations

import gc
import weakref

from dossier.exports.whole_site import list_site
from dossier.pages.page_context import SiteContext


def test_a_site_that_is_replaced_goes_at_once(site_context: SiteContext) -> None:
    pages, exports = list_site(site_context, {})
    assert all(page.body for page in pages.values())
    assert sum(map(len, exports.values()))
    held = weakref.ref(pages), weakref.ref(exports)
    gc.disable()
    try:
        del pages, exports
        assert [reference() for reference in held] == [None, None]
    finally:
        gc.enable()
