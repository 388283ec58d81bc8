"""The glossary: what the abbreviations and names mean."""

from __future__ import annotations

from dataclasses import dataclass

from ..model.records import Term
from .list_context import ListContext, Place
from .page import Page, render
from .page_context import SiteContext
from .search_entries import search_entry


@dataclass(frozen=True, kw_only=True)
class GlossaryContext(ListContext[Term]):
    """What the glossary shows: only the dossier."""

    template = "glossary.html"


def write_glossary(site: SiteContext, place: Place[Term]) -> Page:
    """Write a page of the glossary."""
    dossier = site.dossier
    context = GlossaryContext(site=site, name="Glossary", division=site.urls.terms, place=place)
    return render(
        context,
        description=(
            "The abbreviations, bodies and programmes in the relations between NATO"
            f" and {dossier.partner.name}, explained."
        ),
        records=dossier.terms,
        entries=[search_entry(term, dossier) for term in context.values],
    )
