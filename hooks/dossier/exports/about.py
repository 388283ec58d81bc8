"""The record as a whole: what every format says of it."""

from __future__ import annotations

from typing import Any

from ..model.field import Schema
from ..pages.citations import LICENSE
from ..pages.page_context import SiteContext
from ..pages.urls import HOME
from . import schemas
from .export import VERSION

ABOUT: dict[str, Schema] = {
    "version": schemas.TEXT,
    "title": {"type": "string"},
    "homepage": schemas.ADDRESS,
    "license": schemas.WEB_ADDRESS,
    "date": schemas.or_null(schemas.reference("date"), "The date of the newest source."),
}
"""The schemas of the keys."""


def about(site: SiteContext) -> dict[str, Any]:
    """Return the version of the format, the title and the address of the site, the licence and the date."""
    date = site.dossier.updated
    return {
        "version": VERSION,
        "title": site.website.name,
        "homepage": site.permalink(HOME),
        "license": LICENSE,
        "date": date and date.edtf,
    }
