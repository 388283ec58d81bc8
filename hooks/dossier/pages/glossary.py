"""The glossary: what the abbreviations and names mean."""

from __future__ import annotations

from dataclasses import dataclass

from . import urls
from .page import Page, render
from .page_context import PageContext, SiteContext
from .search_entries import search_entry


@dataclass(frozen=True, kw_only=True)
class GlossaryContext(PageContext):
    """What the glossary shows: only the dossier."""

    template = "glossary.html"


def write_glossary(site: SiteContext) -> Page:
    """Write the glossary."""
    dossier = site.dossier
    return render(
        GlossaryContext(site=site, url=urls.GLOSSARY, title="Glossary"),
        description=(
            "The abbreviations, bodies and programmes in the relations between NATO"
            f" and {dossier.partner.name}, explained."
        ),
        records=dossier.terms,
        entries=[search_entry(term, dossier) for term in dossier.terms],
    )
