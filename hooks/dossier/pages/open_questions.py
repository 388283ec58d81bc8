"""Open questions: what is not known to have happened, what sources dispute, and what was not found."""

from __future__ import annotations

from dataclasses import dataclass

from ..model.event import Event
from ..model.statement import Statement
from ..problems.phrases import count
from . import urls
from .page import Heading, Page, render
from .page_context import PageContext, SiteContext


@dataclass(frozen=True, kw_only=True)
class OpenQuestionsContext(PageContext):
    """What the page of open questions shows beside the dossier itself."""

    template = "open_questions.html"

    unconfirmed: tuple[Statement, ...]
    """The statements of what was to happen and is not known to have happened."""
    disputed: tuple[Event, ...]
    """The records with conflicts."""


def write_open_questions(site: SiteContext) -> Page:
    """Write the page of open questions."""
    dossier = site.dossier
    context = OpenQuestionsContext(
        site=site,
        url=urls.OPEN_QUESTIONS,
        title="Open questions",
        unconfirmed=dossier.unconfirmed,
        disputed=tuple(event for event in dossier.records.events if event.conflicts),
    )
    not_found = dossier.partner.not_found
    return render(
        context,
        description=(
            f"What is not known of the relations between NATO and {dossier.partner.name}:"
            f" {count(len(context.unconfirmed), 'plan')} not known to have been carried out,"
            f" {count(len(context.disputed), 'point')} on which sources differ,"
            f" {count(len(not_found), 'thing')} looked for in vain."
        ),
        headings=[
            *([Heading("_unconfirmed", "Outcome not known")] if context.unconfirmed else []),
            *([Heading("_disputed", "Where sources differ")] if context.disputed else []),
            *([Heading("_not-found", "Looked for and not found")] if not_found else []),
        ],
        entries=[],
    )
