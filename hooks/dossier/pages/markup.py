"""The HTML that is on pages a thousand times, written by functions: a macro takes several times as long.

Ids are safe in HTML: the rules leave none of other characters.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from markupsafe import Markup, escape

from ..model.dates import PartialDate, When
from ..model.enumerations import Status
from ..model.event import Event
from ..model.records import Addressed, Area, Person, Source
from ..model.standing import Standing
from ..model.statement import Statement
from . import anchors
from .division.lists import MOST_MENTIONS
from .page_context import PageContext
from .right_to_left import isolate_html


@lru_cache(maxsize=4096)
def when(date: When) -> Markup:
    """Write a date or a span."""
    if isinstance(date, PartialDate):
        return Markup(f'<time datetime="{date.iso}">{date}</time>')
    start, end = date.start, date.end
    if start and end and date.is_within_month:
        return Markup(f'<time datetime="{start.iso}">{start.day}</time>–{when(end)}')
    if start and end:
        return Markup(f"{when(start)} to {when(end)}")
    return Markup(f"since {when(start)}" if start else f"until {when(date.newest)}")


def status(value: Status) -> Markup:
    """Write a status."""
    return Markup(f'<span class="nr-status nr-status--{value}">{value.words}</span>')


def permalink(anchor: str, title: str) -> Markup:
    """Write the link to a place on the page itself."""
    label = f"Permanent link to {escape(title)}"
    return Markup(f'<a class="headerlink" href="#{anchor}" title="Permanent link" aria-label="{label}">#</a>')


def handles(page: PageContext, record: Addressed, title: str) -> Markup:
    """Write what a reader can do with a record."""
    return tools(record.id, title, page.urls.edit(record))


def tools(anchor: str, title: str, edit: str) -> Markup:
    """Write what a reader can do with what is at an anchor, and where it is edited, if anywhere."""
    title = escape(title)
    link = f' <a class="nr-handle" href="{escape(edit)}" aria-label="Edit {title}">Edit</a>' if edit else ""
    return Markup(
        '<span class="nr-handles"><button type="button" class="nr-handle nr-cite-button"'
        f' aria-label="Cite or share {title}">Cite or share</button>{link} {permalink(anchor, title)}</span>'
    )


def cite(page: PageContext, sources: Iterable[Source]) -> Markup:
    """Write the numbers of sources, as links to the foot of the page."""
    links = (
        f'<a href="#{anchors.reference(number)}"{anchor}><span class="nr-unseen">Source </span>[{number}]</a>'
        for number, _, is_first in page.cite(sources)
        for anchor in [f' id="{anchors.cited(number)}"' if is_first else ""]
    )
    return Markup(f'<span class="nr-cite">{"".join(links)}</span>')


def press(page: PageContext, sources: tuple[Source, ...], as_of: When | None = None) -> Markup:
    """Write that sources are press reports, where all are."""
    remark = page.rests_on_press(sources, as_of)
    return Markup(f' · <span class="nr-remark">{remark}</span>' if remark else "")


def people(persons: Iterable[Person], page: PageContext | None = None) -> Markup:
    """Write persons with their roles; from a page that is given, they link to their visits."""
    return Markup("; ".join(_person(person, page) for person in persons))


def _person(person: Person, page: PageContext | None) -> str:
    name: str = isolate_html(person.name)
    if page:
        name = f'<a href="{page.link(page.urls.person(person))}">{name}</a>'
    role = f', <span class="nr-role">{escape(person.role)}</span>' if person.role else ""
    return f'<span class="nr-person">{name}{role}</span>'


def links(page: PageContext, records: Iterable[Event]) -> Markup:
    """Write links to records by their titles."""
    return Markup(
        ", ".join(
            f'<a href="{page.link_to(record)}">{escape(page.title_of(record))}</a>' for record in records
        )
    )


def areas(page: PageContext, records: Iterable[Area]) -> Markup:
    """Write links to areas."""
    return Markup(", ".join(f'<a href="{page.link_to(area)}">{escape(area.title)}</a>' for area in records))


def mentions(page: PageContext, record: Event) -> Markup:
    """Write links to the records whose texts link to a record."""
    records = page.dossier.mentions_of(record)
    more = f" and {len(records) - MOST_MENTIONS:,} more" if len(records) > MOST_MENTIONS else ""
    shown = links(page, records[:MOST_MENTIONS])
    return Markup(f'<p class="nr-meta">See also: {shown}{more}</p>\n' if records else "")


def conflicts(page: PageContext, record: Event) -> Markup:
    """Write what other sources say that does not fit."""
    return Markup(
        "".join(
            f'<p class="nr-conflict"><strong>Another source differs:</strong> {page.prose(conflict.text)}'
            f" {cite(page, sources)}{press(page, sources)}</p>\n"
            for conflict in record.conflicts
            for sources in [page.dossier.sources_of(conflict)]
        )
    )


def former(record: Event) -> Markup:
    """Write the anchors of the ids that a record once had."""
    return Markup("".join(f'<span id="{id}"></span>' for id in record.formerly))


def data_area(page: PageContext, record: Event) -> Markup:
    """Write by which area a filter finds a record; statements of no area are those of the overview."""
    ids = " ".join(area.id for area in page.dossier.areas_of(record))
    return Markup(f'data-area="{ids or ("_overview" if isinstance(record, Statement) else "")}"')


def claim(page: PageContext, standing: Standing) -> Markup:
    """Write a claim with its sources."""
    return Markup(f"{page.prose(standing.claim)}&nbsp;{cite(page, standing.claim_sources)}")


def known(page: PageContext, record: Statement, standing: Standing) -> Markup:
    """Write the status of a statement, as of when, and by which source if its claim has others."""
    badge = f"{status(standing.status)} " if standing.status else ""
    words = "as seen on" if page.dossier.is_as_seen(record, standing) else "as of"
    as_of = f'<span class="nr-as-of">{words} {when(standing.as_of)}</span>'
    source = f"&nbsp;{cite(page, [standing.as_of_source])}" if standing.names_as_of_source else ""
    return Markup(f"{badge}{as_of}{source}")


def brief(page: PageContext, event: Event, sources: tuple[Source, ...] = ()) -> Markup:
    """Write an event as an entry of a list that leads to its own place."""
    return Markup(
        "<li>\n"
        f'<span class="nr-date">{when(event.date) if event.date else "recurring"}</span>\n'
        f'<span class="nr-kind nr-kind--{event.noun}">{event.noun}</span>\n'
        f"{links(page, [event])} {cite(page, sources or page.dossier.sources_of(event))}\n"
        "</li>\n"
    )


@lru_cache(maxsize=4096)
def imprint(source: Source) -> Markup:
    """Write the publisher, the date and the addresses of a source."""
    date = f", {when(source.date)}" if source.date else ""
    read = f' · <a href="{escape(source.read_at)}">read here</a>' if source.read_at else ""
    copy = f' · <a href="{escape(source.archived)}">archived copy</a>' if source.archived else ""
    url = escape(source.url)
    return Markup(
        f'{isolate_html(source.publisher)}{date}. <a class="nr-url" href="{url}">{url}</a>{read}{copy}'
    )
