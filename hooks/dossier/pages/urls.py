"""Every URL and every anchor of the site.

A URL is relative to the root of the site, as in `timeline/#treaty`; `relative` writes it as a page links to
it, so that the site works at any path. Anchors of the page's own parts start with an underscore, which no
record's id can.
"""

from __future__ import annotations

from typing import assert_never
from urllib.parse import quote

from ..model.dataset import Dossier
from ..model.event import Event
from ..model.field_types import kebab_case
from ..model.kinds import KINDS, Kind
from ..model.prose import Reference
from ..model.record import Record
from ..model.records import Addressed, Area, Person, Source, Term, Visit
from ..model.standing import Step
from ..model.statement import Statement

HOME = ""
AREAS = "areas/"
TIMELINE = "timeline/"
VISITS = "visits/"
CHANGES = "changes/"
SOURCES = "sources/"
GLOSSARY = "glossary/"
OPEN_QUESTIONS = "open-questions/"
AS_OF = "as-of/"

LLMS = "llms.txt"
"""The list of the pages as Markdown, for language models."""

DATA = "data/"
"""The page on the data, below which the exports are."""
FEED = "data/feed.xml"
JSON_FEED = "data/feed.json"
CHANGES_JSON = "data/changes.json"
CHANGES_SCHEMA = "data/changes.schema.json"
CALENDAR = "data/timeline.ics"
SOURCES_BIBTEX = "data/sources.bib"
SOURCES_RIS = "data/sources.ris"
SOURCES_CSL = "data/sources.csl.json"

DATA_INDEX = "data/index.json"
DATA_SCHEMA = "data/dossier.schema.json"
DATA_API = "data/openapi.json"
DOSSIER = "data/dossier.json"
DATA_PACKAGE = "data/datapackage.json"
DATABASE = "data/dossier.sqlite"

LOCATOR = "assets/locator.svg"
"""The map that shows where the country is, where there is one."""

REFERENCES = "_sources"
"""The anchor of the list of sources at the foot of a page."""


def of_file(path: str) -> str:
    """Return the URL of the page that a Markdown file makes, such as `areas/` for `areas/index.md`."""
    return path.removesuffix("index.md").replace(".md", "/")


def file_of(url: str) -> str:
    """Return the Markdown file of the page at a URL; an index for a page that has others below it."""
    return f"{url}index.md" if url in (HOME, AREAS) else f"{url.removesuffix('/')}.md"


def area_page(area: Area) -> str:
    """Return the URL of an area's page."""
    return f"{AREAS}{area.id}/"


def area_feed(area: Area) -> str:
    """Return the URL of the feed of an area."""
    return f"{DATA}areas/{area.id}.xml"


def record_folder(kind: Kind) -> str:
    """Return where the records of a kind are as JSON: events share a set of ids, others have folders."""
    return f"{DATA}records/" if issubclass(kind.model, Event) else f"{DATA}records/{kind.collection}/"


def record_file(record: Addressed) -> str:
    """Return the URL of a record as JSON."""
    (kind,) = (kind for kind in KINDS if isinstance(record, kind.model))
    return f"{record_folder(kind)}{record.id}.json"


def table_file(name: str) -> str:
    """Return the URL of a table as CSV."""
    return f"{DATA}{name}.csv"


def markdown_of(url: str) -> str:
    """Return the URL of the Markdown twin of a page."""
    return f"{url}index.md"


def relative(url: str, page: str) -> str:
    """Write a URL as the page at another URL links to it."""
    target, hash_sign, anchor = url.partition("#")
    if target == page and anchor:
        return f"#{anchor}"
    return ("../" * page.count("/") + target or "./") + hash_sign + anchor


def as_of_page(number: int) -> str:
    """Return the URL of the page as of a year."""
    return f"{AS_OF}{number:04}/"


def year(number: int) -> str:
    """Return the anchor of a year, such as `y2007`."""
    return f"y{number:04}"


def topic(name: str) -> str:
    """Return the anchor of a topic on the page of its area."""
    return f"_topic-{kebab_case(name)}"


def reference(number: int) -> str:
    """Return the anchor of a source at the foot of a page that cites it."""
    return f"_source-{number}"


def cited(number: int) -> str:
    """Return the anchor of the place where a page first cites a source."""
    return f"_cited-{number}"


def tooltip(term: Term) -> str:
    """Return the anchor of the explanation of a term."""
    return f"_hint-{term.id}"


def person(someone: Person) -> str:
    """Return the anchor of the visits of a person, on the page of visits."""
    return f"_person-{someone.key}"


def change(statement: Statement, step: Step) -> str:
    """Return the anchor of a change on the page of changes: the statement's id and the date."""
    date = step.as_of.newest.iso
    alike = [update for update in statement.updates if update.as_of.newest.iso == date]
    number = alike.index(step.record) if step.record in alike else 0
    return f"{statement.id}_{date}" + (f"_{number + 1}" if number else "")


class Urls:
    """The URLs of the records of a dossier."""

    def __init__(self, dossier: Dossier, repository: str = "") -> None:
        """Take the URL below which the files can be edited, with a trailing slash, if there is one."""
        self.dossier = dossier
        self.repository = repository

    def of(self, record: Addressed) -> str:
        """Return the URL of a record, on its own page or at its anchor on the page that lists it."""
        match record:
            case Area():
                return area_page(record)
            case Visit():
                return f"{VISITS}#{record.id}"
            case Statement():
                page = next(map(area_page, self.dossier.areas_of(record)), HOME)
                return f"{page}#{record.id}"
            case Event():
                return self.on_timeline(record)
            case Source():
                return f"{SOURCES}#{record.id}"
            case Term():
                return f"{GLOSSARY}#{record.id}"
        assert_never(record)

    def on_timeline(self, event: Event) -> str:
        """Return the URL of a dated event on the timeline."""
        return f"{TIMELINE}#{event.id}"

    def referenced(self, reference: Reference) -> str:
        """Return the URL of the record that a text links to."""
        return self.of(self.dossier.resolve(reference))

    def edit(self, record: Record) -> str:
        """Return where a record can be edited: its file and line in the repository; empty without one."""
        place = record.origin.place
        return f"{self.edit_file(place.file)}#L{place.line}" if self.repository else ""

    def edit_file(self, file: str) -> str:
        """Return where a file can be edited; empty without a repository."""
        return f"{self.repository}{quote(file)}" if self.repository else ""
