"""What feeds and calendars say of a record, in paragraphs: as HTML with absolute links, or as plain text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from markupsafe import escape

from ..model.event import Event
from ..model.prose import Prose, Reference
from ..model.records import Source, Visit
from ..model.standing import Standing
from ..model.statement import Statement
from ..pages.page_context import SiteContext
from ..pages.source_names import named, named_with_links


class Paragraph(NamedTuple):
    """A paragraph and what it is, such as "Place"."""

    label: str
    """Empty for what needs no name."""
    text: Prose | str
    sources: tuple[Source, ...] = ()
    """Its own, where they are not those of the whole."""


def tell(event: Event, site: SiteContext) -> Iterator[Paragraph]:
    """Tell what is known of an event, and what other sources say that does not fit."""
    if isinstance(event, Statement):
        yield tell_standing(event, site.dossier.standing(event), site)
    else:
        yield from _tell_details(event)
    yield from tell_conflicts(event, site)


def tell_standing(statement: Statement, standing: Standing, site: SiteContext, start: str = "") -> Paragraph:
    """Tell the claim and the status of a statement, and as of when they are known."""
    is_seen = site.dossier.is_as_seen(statement, standing)
    status = f" ({standing.status.words})" if standing.status else ""
    label = f"{start}{'as seen on' if is_seen else 'as of'} {standing.as_of}{status}"
    return Paragraph(label[0].upper() + label[1:], standing.claim)


def tell_conflicts(event: Event, site: SiteContext) -> Iterator[Paragraph]:
    """Tell what other sources say that does not fit."""
    for conflict in event.conflicts:
        yield Paragraph("Another source differs", conflict.text, site.dossier.sources_of(conflict))


def _tell_details(event: Event) -> Iterator[Paragraph]:
    yield Paragraph("Date", str(event.date or "recurring"))
    if isinstance(event, Visit):
        people = {"Visitors": event.visitors, "Hosts": event.hosts}
        yield Paragraph("Place", event.place)
        yield from (
            Paragraph(label, "; ".join(person.with_role for person in persons))
            for label, persons in people.items()
            if persons
        )
    yield from (Paragraph("", text) for text in prose_of(event))


def prose_of(event: Event) -> Iterator[Prose]:
    """Yield the texts of an event."""
    values = (getattr(event, key) for key in event.fields())
    return (value for value in values if isinstance(value, Prose))


def html(paragraphs: Iterable[Paragraph], sources: Iterable[Source], site: SiteContext) -> str:
    """Write paragraphs and their sources as HTML that can stand on any page."""

    def permalink(reference: Reference) -> str:
        return site.permalink(site.urls.referenced(reference))

    def written(paragraph: Paragraph) -> str:
        label = f"<strong>{escape(paragraph.label)}:</strong> " if paragraph.label else ""
        own = "; ".join(map(named_with_links, paragraph.sources))
        text = paragraph.text
        words = text.html(permalink) if isinstance(text, Prose) else escape(text)
        return f"<p>{label}{words}{f' ({own})' if own else ''}</p>"

    told = "".join(map(written, paragraphs))
    listed = "".join(f"<li>{named_with_links(source)}</li>" for source in sources)
    return f"{told}<p>Sources:</p><ul>{listed}</ul>"


def plain(paragraphs: Iterable[Paragraph], sources: Iterable[Source]) -> str:
    """Write paragraphs and their sources as plain text, one a line."""

    def written(paragraph: Paragraph) -> str:
        label = f"{paragraph.label}: " if paragraph.label else ""
        own = "; ".join(map(named, paragraph.sources))
        text = paragraph.text
        return label + (text.plain if isinstance(text, Prose) else text) + (f" ({own})" if own else "")

    return "\n".join([*map(written, paragraphs), *(f"Source: {named(source)}" for source in sources)])
