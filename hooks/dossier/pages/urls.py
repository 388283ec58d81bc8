"""Every URL and every anchor of the site.

A URL is relative to the root of the site, as in `timeline/#treaty`; `relative` writes it as a page links to
it, so that the site works at any path.
"""

from __future__ import annotations

from functools import cached_property
from typing import Any, assert_never
from urllib.parse import quote

from ..model.as_of import AsOf
from ..model.dataset import Dossier
from ..model.event import Event
from ..model.history import Change, Point
from ..model.kinds import KINDS, Kind
from ..model.prose import Prose, Reference
from ..model.record import Record
from ..model.records import Addressed, Area, Person, Source, Term, Visit
from ..model.statement import Statement
from . import anchors
from .division import lists
from .division.home_room import weigh_home
from .division.parts import Division, fit
from .division.weights import ROOM, Weight

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

PARTS_SCRIPT = "javascripts/parts.js"
PARTS_STYLE = "stylesheets/parts.css"
"""What only the pages of a list load that is cut into parts."""

LOCATOR = "assets/locator.svg"
"""The map that shows where the country is, where there is one."""


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


def anchors_file(division: Division[Any]) -> str:
    """Return the URL of the script that says where each record of a list is."""
    return f"{division.url}anchors.js"


def records_file(division: Division[Any]) -> str:
    """Return the URL of the script with what the filters of a list show and ask for."""
    return f"{division.url}records.js"


def relative(url: str, page: str) -> str:
    """Write a URL as the page at another URL links to it."""
    target, hash_sign, anchor = url.partition("#")
    if target == page and anchor:
        return f"#{anchor}"
    return ("../" * page.count("/") + target or "./") + hash_sign + anchor


def as_of_page(number: int) -> str:
    """Return the URL of the page as of a year."""
    return f"{AS_OF}{number:04}/"


class Urls:
    """The URLs of the records of a dossier, and the parts into which its long lists are cut."""

    def __init__(self, dossier: Dossier, repository: str = "", room: Weight = ROOM) -> None:
        """Take the URL below which the files can be edited, with a trailing slash, if there is one.

        `room` is what the records of a page may weigh.
        """
        self.dossier = dossier
        self.repository = repository
        self._room = room
        self._areas: dict[str, Division[Event]] = {}
        self._years: dict[int, Division[lists.Told | Event]] = {}

    def of(self, record: Addressed) -> str:
        """Return the URL of a record, on its own page or at its anchor on the page that lists it."""
        match record:
            case Area():
                return area_page(record)
            case Visit():
                return self.visits.at(record.id)
            case Statement():
                area = next(iter(self.dossier.areas_of(record)), None)
                return (self.area(area) if area else self.overview).at(record.id)
            case Event():
                return self.on_timeline(record)
            case Source():
                return self.sources.at(record.id)
            case Term():
                return self.terms.at(record.id)
        assert_never(record)

    def on_timeline(self, event: Event) -> str:
        """Return the URL of a dated event on the timeline."""
        return self.timeline.at(event.id)

    def year_on_timeline(self, number: int) -> str:
        """Return the URL of a year in which something happened."""
        return self.timeline.at(anchors.year(number))

    def person(self, someone: Person) -> str:
        """Return the URL of the visits of a person."""
        return self.visits.at(anchors.person(someone))

    def referenced(self, reference: Reference) -> str:
        """Return the URL of the record that a text links to."""
        return self.of(self.dossier.resolve(reference))

    def permanent(self, url: str) -> str:
        """Return the URL of a record that stays: that in its whole list, whose script leads to the part."""
        page, hash_sign, anchor = url.partition("#")
        return self._lists.get(page, page) + hash_sign + anchor

    @cached_property
    def _lists(self) -> dict[str, str]:
        """The URLs of whole lists by those of their parts."""
        divisions: list[Division[Any]] = [self.overview, self.areas, self.timeline, self.visits]
        divisions += [self.questions, self.changes, self.sources, self.terms]
        divisions += map(self.area, self.dossier.areas)
        return {part.url: division.url for division in divisions for part in division.parts}

    @cached_property
    def timeline(self) -> Division[Event]:
        """The timeline."""
        return Division(TIMELINE, lists.timeline(self.dossier), self._room)

    @cached_property
    def visits(self) -> Division[Visit | lists.Attendance]:
        """The visits, and who took part."""
        return Division(VISITS, lists.visits(self.dossier), self._room)

    @cached_property
    def changes(self) -> Division[Change | Point]:
        """The changes, and the versions of the primary source."""
        return Division(CHANGES, lists.changes(self.dossier), self._room)

    @cached_property
    def sources(self) -> Division[Source | lists.Support]:
        """The sources, and what rests on them."""
        return Division(SOURCES, lists.sources(self.dossier), self._room)

    @cached_property
    def questions(self) -> Division[Event | Prose]:
        """The open questions."""
        return Division(OPEN_QUESTIONS, lists.questions(self.dossier), self._room)

    @cached_property
    def terms(self) -> Division[Term]:
        """The glossary."""
        return Division(GLOSSARY, lists.terms(self.dossier), self._room)

    @cached_property
    def areas(self) -> Division[Area]:
        """The index of the areas."""
        entries = lists.areas if self.has_summaries else lists.area_names
        return Division(AREAS, entries(self.dossier), self._room)

    @cached_property
    def has_summaries(self) -> bool:
        """Whether the index of the areas has room for their summaries."""
        return fit([*lists.areas(self.dossier)], self._room)

    @cached_property
    def overview(self) -> Division[Event]:
        """The statements of the home page."""
        return Division(HOME, lists.overview(self.dossier), self._room, weigh_home(self.dossier))

    def area(self, area: Area) -> Division[Event]:
        """Return the statements and the events of an area."""
        if area.id not in self._areas:
            self._areas[area.id] = Division(area_page(area), lists.area(self.dossier, area), self._room)
        return self._areas[area.id]

    def as_of(self, known: AsOf) -> Division[lists.Told | Event]:
        """Return what was known by a year."""
        if known.year not in self._years:
            self._years[known.year] = Division(as_of_page(known.year), lists.as_of(known), self._room)
        return self._years[known.year]

    def edit(self, record: Record) -> str:
        """Return where a record can be edited: its file and line in the repository; empty without one."""
        place = record.origin.place
        return f"{self.edit_file(place.file)}#L{place.line}" if self.repository else ""

    def edit_file(self, file: str) -> str:
        """Return where a file can be edited; empty without a repository."""
        return f"{self.repository}{quote(file)}" if self.repository else ""
