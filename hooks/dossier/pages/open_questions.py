"""Open questions: what is not known to have happened, what sources dispute, and what was not found."""

from __future__ import annotations

from dataclasses import dataclass

from ..model.event import Event
from ..model.prose import Prose
from ..problems.phrases import count
from .division.lists import DISPUTED, NOT_FOUND, UNCONFIRMED
from .list_context import ListContext, Place
from .page import Heading, Page, render
from .page_context import SiteContext


@dataclass(frozen=True, kw_only=True)
class OpenQuestionsContext(ListContext[Event | Prose]):
    """What the page of open questions shows beside the dossier itself."""

    template = "open_questions.html"

    @property
    def unconfirmed(self) -> tuple[Event | Prose, ...]:
        """The statements of what was to happen and is not known to have happened."""
        return self.under(UNCONFIRMED)

    @property
    def disputed(self) -> tuple[Event | Prose, ...]:
        """The records with conflicts."""
        return self.under(DISPUTED)

    @property
    def not_found(self) -> tuple[Event | Prose, ...]:
        """What was looked for in vain."""
        return self.under(NOT_FOUND)

    @property
    def asked(self) -> int:
        """The number of questions that a reader can filter."""
        return self.division.numbers[UNCONFIRMED] + self.division.numbers[DISPUTED]


def write_open_questions(site: SiteContext, place: Place[Event | Prose]) -> Page:
    """Write a page of the open questions."""
    dossier, division = site.dossier, site.urls.questions
    context = OpenQuestionsContext(site=site, name="Open questions", division=division, place=place)
    return render(
        context,
        description=(
            f"What is not known of the relations between NATO and {dossier.partner.name}:"
            f" {count(division.numbers[UNCONFIRMED], 'plan')} not known to have been carried out,"
            f" {count(division.numbers[DISPUTED], 'point')} on which sources differ,"
            f" {count(division.numbers[NOT_FOUND], 'thing')} looked for in vain."
        ),
        headings=[
            *([Heading(UNCONFIRMED.anchor, UNCONFIRMED.title)] if context.unconfirmed else []),
            *([Heading(DISPUTED.anchor, DISPUTED.title)] if context.disputed else []),
            *([Heading(NOT_FOUND.anchor, NOT_FOUND.title)] if context.not_found else []),
        ],
        entries=[],
    )
