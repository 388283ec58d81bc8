"""A made-up country: data files of any size, the same ones for the same sizes and seed."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import product
from pathlib import Path
from random import Random
from typing import Any, TypeAlias

import yaml

Record: TypeAlias = dict[str, Any]

NAME, ADJECTIVE = "Ruritania", "Ruritanian"
FIRST_YEAR, LAST_YEAR = 1992, 2020
NEWEST_YEAR = 2024
"""Updates are between the last year of everything else and this one."""

SOURCES, TERMS, OVERVIEW, STATEMENTS = 40, 30, 8, 10
"""How many sources, terms, statements on the home page and statements in an area."""

ASPECTS = (
    *("training", "planning", "research", "language courses", "early warning", "civilian control"),
    *("standards", "exercises", "public debate", "budgeting", "logistics", "reviews"),
)
FIELDS = (
    *("border security", "civil protection", "defence reform", "cyber defence", "military medicine"),
    *("air traffic", "mine clearance", "peace support", "science", "public information", "arms control"),
)
ACTORS = (
    *("The ministry of defence", "A group of experts", "The general staff", "The emergency service"),
    *("The academy of sciences", "A team from three Allies", "The foreign ministry", "The national guard"),
)
DEEDS = (
    *("worked on", "agreed on", "took part in", "prepared", "reported on", "reviewed", "asked for help with"),
    *("opened", "hosted", "signed"),
)
THINGS = (
    *("a plan for the coming two years", "the training of officers and instructors", "a regional exercise"),
    *("the removal of old stocks", "new rules for the budget", "the network of universities"),
    *("an agreement on transit", "the list of shared goals", "a course on international law"),
)
ENDS = (
    *("so that units could serve beside those of the Allies", "within the frame of the partnership"),
    *("with advice from partners in the region", "after talks that had lasted for two years"),
    *("as the goals of both sides had set out", "at the request of the government"),
    *("before the next review of the programme began", "with money from a trust fund"),
)
FIRST_NAMES = ("Anna", "Boris", "Clara", "Denis", "Elena", "Felix", "Greta", "Hugo", "Irina", "Jonas")
LAST_NAMES = ("Albrecht", "Berger", "Castell", "Dorn", "Elphberg", "Falk", "Gruber", "Ilic", "Janko")
ROLES = (
    *("Foreign Minister", "Minister of Defence", "Chief of the General Staff", "Head of Mission"),
    *("Ambassador", "Deputy Minister of Emergencies", "Special Representative"),
)
PLACES = ("Brussels", "Strelsau", "Zenda", "Mons", "Rome", "Hentzau")
TOPICS = ("Advice", "Equipment", "Training")
AS_OF_PAGES = (2005, 2021)
KNOWN_WORDS = (
    *("Allies", "trust fund", "partnership", "general staff", "national guard", "emergency service"),
    *("foreign ministry", "regional exercise", "academy of sciences", "international law", "transit"),
)
"""The terms that the texts use; the others are in the glossary alone."""

SIZES = {"S": (5, 20, 10), "M": (50, 1_000, 500), "L": (500, 10_000, 5_000), "P": (1_000, 2_000, 100)}
"""How many areas, milestones and visits a country has, by the name of its size; P has many pages."""

STATUSES = ("completed", "ongoing", "in-development", "planned", "under-consideration", "offered", "ended")


@dataclass
class Country:
    """Writes the records, as an editor would, from words drawn by lot."""

    areas: int
    milestones: int
    visits: int
    seed: int = 2011
    lot: Random = field(init=False)
    area_ids: list[str] = field(init=False)

    def __post_init__(self) -> None:
        self.lot = Random(self.seed)
        titles = [f"{aspect} in {what}" for aspect, what in product(ASPECTS, FIELDS)]
        self.area_ids = [
            f"{titles[number % len(titles)]} {number // len(titles) or ''}".strip().replace(" ", "-")
            for number in range(self.areas)
        ]

    def __str__(self) -> str:
        return f"{self.areas:,} areas, {self.milestones:,} milestones and {self.visits:,} visits"

    @property
    def records(self) -> int:
        """How many records it has in all."""
        statements = OVERVIEW + STATEMENTS * self.areas
        return statements + self.areas + self.milestones + self.visits + SOURCES + TERMS

    def write(self, folder: Path) -> None:
        """Write the data files into a folder."""
        files: dict[str, object] = {
            "milestones": [self.milestone(number) for number in range(self.milestones)],
            "visits": [self.visit(number) for number in range(self.visits)],
            "sources": [self.source(number) for number in range(SOURCES)],
            "glossary": [self.term(number) for number in range(TERMS)],
            "partner": self.partner(),
        }
        files |= {f"areas/{area}": self.area(area) for area in self.area_ids}
        (folder / "areas").mkdir(parents=True)
        for name, content in files.items():
            text = yaml.dump(content, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=100)
            (folder / f"{name}.yml").write_text(text, encoding="utf-8")

    def partner(self) -> Record:
        """Write the country itself."""
        return {
            "name": NAME,
            "adjective": ADJECTIVE,
            "summary": f"{NAME} is a partner country of NATO. {self.text()} {self.link()}",
            "primary_source": "source-0",
            "key_facts": [{"label": what.capitalize(), "text": self.link()} for what in FIELDS[:5]],
            "as_of_pages": list(AS_OF_PAGES),
            "not_found": [self.sentence() for _ in range(5)],
            "overview": [self.statement(f"overview-{number}") for number in range(OVERVIEW)],
        }

    def area(self, area: str) -> Record:
        """Write an area with its statements."""
        return {
            "title": area.replace("-", " ").capitalize(),
            "summary": self.text(),
            "activities": [self.activity(f"{area}-{number}") for number in range(STATEMENTS)],
        }

    def activity(self, id: str) -> Record:
        """Write a statement of an area; one in ten has a date, one in twenty a former id."""
        return {
            **self.statement(id),
            "topic": self.lot.choice(TOPICS),
            **({"date": self.date()} if self.chance(0.1) else {}),
            **({"as_of": str(self.lot.randint(FIRST_YEAR, LAST_YEAR))} if self.chance(0.3) else {}),
            **self.named_sources(),
            **({"formerly": [f"former-{id}"]} if self.chance(0.05) else {}),
        }

    def statement(self, id: str) -> Record:
        """Write what every statement has; one in four has updates."""
        link = [self.link()] if self.chance(0.15) else []
        years = [LAST_YEAR + 1, LAST_YEAR + 2, NEWEST_YEAR][: self.lot.randint(1, 3)]
        return {
            "id": id,
            "title": self.title(),
            "status": self.lot.choice(STATUSES),
            "text": " ".join([self.text(), *link]),
            **({"updates": list(map(self.update, years))} if self.chance(0.25) else {}),
        }

    def update(self, year: int) -> Record:
        """Write what a later source says: more often the same than something newer."""
        (kind,) = self.lot.choices(("confirmation", "change", "omission"), weights=(6, 3, 1))
        said = {"text": self.text(), "status": self.lot.choice(STATUSES)} if kind == "change" else {}
        return {"kind": kind, "as_of": str(year), **said, **self.named_sources()}

    def milestone(self, number: int) -> Record:
        """Write a milestone; one in fifty has a source that differs."""
        conflict = {"text": self.sentence(), "sources": ["source-1"]}
        return {
            "id": f"milestone-{number}",
            "date": self.date(),
            "title": self.title(),
            "text": self.text(),
            **({"key": True} if self.chance(0.05) else {}),
            **self.named_areas(),
            **self.named_sources(),
            **({"conflicts": [conflict]} if self.chance(0.02) else {}),
        }

    def visit(self, number: int) -> Record:
        """Write a visit; one in fifty recurs."""
        visitors = [self.person() for _ in range(self.lot.choice((1, 1, 2)))]
        when = {"recurring": True} if self.chance(0.02) else {"date": self.date()}
        return {
            "id": f"visit-{number}",
            "title": f"{visitors[0]['name']} in {(place := self.lot.choice(PLACES))}",
            "direction": self.lot.choice(("to-nato", "to-partner", "elsewhere")),
            "visitors": visitors,
            "place": place,
            **when,
            **({"hosts": [self.person()]} if self.chance(0.6) else {}),
            **({"purpose": self.sentence()} if self.chance(0.8) else {}),
            **({"key": True} if self.chance(0.05) else {}),
            **self.named_areas(),
            **self.named_sources(),
        }

    def source(self, number: int) -> Record:
        """Write a source."""
        source = {
            "id": f"source-{number}",
            "title": f"{self.title()}: report {number}",
            "publisher": self.lot.choice(("NATO", "Foreign ministry", "The Zenda Herald")),
            "kind": self.lot.choice(("official", "press", "research")),
            "url": f"https://example.org/reports/{number}.html",
            "date": self.date(),
        }
        return source | ({"note": self.sentence()} if self.chance(0.3) else {})

    def term(self, number: int) -> Record:
        """Write a term; together they name every source, as the rules ask of an editor."""
        name = self.title()
        letters = "".join(word[0].upper() for word in name.split())
        term = KNOWN_WORDS[number] if number < len(KNOWN_WORDS) else f"{letters}{number}"
        sources = [f"source-{of % SOURCES}" for of in (number, number + TERMS)]
        return {"term": term, "name": name, "text": self.sentence(), "sources": sources}

    def person(self) -> Record:
        """Write a person with an office."""
        name = f"{self.lot.choice(FIRST_NAMES)} {self.lot.choice(LAST_NAMES)}"
        return {"name": name, "role": self.lot.choice(ROLES)}

    def named_areas(self) -> Record:
        """Name one or two areas, or none."""
        number = min(self.lot.choice((0, 1, 1, 1, 2)), self.areas)
        return {"areas": self.lot.sample(self.area_ids, number)} if number else {}

    def named_sources(self) -> Record:
        """Name one or two sources, or leave it at the primary one."""
        numbers = self.lot.sample(range(SOURCES), self.lot.choice((0, 0, 1, 1, 2)))
        return {"sources": [f"source-{number}" for number in numbers]} if numbers else {}

    def date(self) -> str:
        """Write a day, a month or a year, seldom a span."""
        year, month, day = (self.lot.randint(*ends) for ends in ((FIRST_YEAR, LAST_YEAR), (1, 12), (1, 28)))
        forms = (f"{year}", f"{year}-{month:02}", f"{year}-{month:02}-{day:02}", f"{year}/{year + 1}")
        return self.lot.choices(forms, weights=(2, 3, 4, 1))[0]

    def title(self) -> str:
        """Write a short heading."""
        return f"{self.lot.choice(THINGS)} for {self.lot.choice(FIELDS)}".capitalize()

    def link(self) -> str:
        """Write a sentence with a link to a milestone."""
        number = self.lot.randrange(self.milestones)
        return f"It followed [{self.lot.choice(THINGS)}](milestone:milestone-{number})."

    def text(self) -> str:
        """Write two sentences."""
        return f"{self.sentence()} {self.sentence()}"

    def sentence(self) -> str:
        """Write a sentence."""
        words = (self.lot.choice(list_) for list_ in (ACTORS, DEEDS, THINGS, ENDS))
        return f"{' '.join(words)}."

    def chance(self, share: float) -> bool:
        """Draw whether something is so."""
        return self.lot.random() < share
