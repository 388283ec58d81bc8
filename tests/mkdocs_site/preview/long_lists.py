"""What an editor may do to lists that are too long for a page: they grow, shrink and are cut otherwise."""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from typing import Any

from dossier.pages.division.lists import MOST_LISTED_AREAS

from .edits import EDITS, Content, Edit, areas, content

LONG = "რურიტანია " * 490
"""Almost the longest text that there may be, in letters of three bytes: no page has room for four of them."""

COPIES = 4

TEXTS = {"visitors": "purpose", "url": "note", "activities": "summary", "primary_source": "summary"}
"""The key of a record's text by a key that tells what the record is; of others it is `text`."""

FIRST_YEAR, YEARS = 1992, 30


def write_text(record: dict[str, Any], text: str) -> None:
    """Change the main text of a record."""
    record[next((TEXTS[key] for key in TEXTS if key in record), "text")] = text


def add_long_records(file: Content, number: int) -> None:
    """Add copies of a record with long texts, each with a date in another year."""
    if file.listed:
        record = file.listed[number % len(file.listed)]
        kept = {key: value for key, value in record.items() if key not in ("formerly", "recurring")}
        name = "term" if "term" in record else "id"
        for copy in range(COPIES):
            date = {"date": str(FIRST_YEAR + (number + 6 * copy) % YEARS)} if name == "id" else {}
            file.listed.append({**kept, **date, name: f"long-{file.path.stem}-{number}-{copy}"})
            write_text(file.listed[-1], LONG)
        file.write()


def write_long_lists(project: Path) -> None:
    """Make every list of a project a little too long for a page."""
    for number in range(len([*(project / "data").rglob("*.yml")])):
        add_long_records(content(project, number), 2 * number)


def lengthen_list(project: Path, number: int) -> None:
    add_long_records(content(project, number), number)


def shorten_list(project: Path, number: int) -> None:
    file = content(project, number)
    file.listed[2:] = []
    file.write()


def lengthen_record(project: Path, number: int) -> None:
    file = content(project, number)
    write_text(file.records[number % len(file.records)], LONG)
    file.write()


def shorten_record(project: Path, number: int) -> None:
    file = content(project, number)
    write_text(file.records[number % len(file.records)], f"Short {number}.")
    file.write()


def empty_decade(project: Path, number: int) -> None:
    """Remove all records of a list that are of a decade."""
    file = content(project, number)
    decade = str(199 + number % 4)
    file.listed[:] = [record for record in file.listed if not record.get("date", "").startswith(decade)]
    file.write()


def gather_in_a_year(project: Path, number: int) -> None:
    """Move all records of a list to a year."""
    file = content(project, number)
    for record in file.listed:
        record["date"] = f"{1999 + number % 3}-{1 + number % 12:02}"
    file.write()


def add_many_areas(project: Path, number: int) -> None:
    """Have as many areas as the navigation lists, or one more."""
    text = "title: Many\nsummary: Many.\nactivities:\n- {id: ID, title: Many, status: ended, text: Many.}\n"
    for area in range(MOST_LISTED_AREAS + number % 2 - len(areas(project))):
        name = f"many-{number}-{area}"
        (project / f"data/areas/{name}.yml").write_text(text.replace("ID", name), encoding="utf-8")


def remove_one_of_many_areas(project: Path, number: int) -> None:
    for path in islice((project / "data/areas").glob("many-*.yml"), 1):
        path.unlink()


LONG_EDITS: tuple[Edit, ...] = (
    *(lengthen_list, shorten_list, lengthen_record, shorten_record, empty_decade, gather_in_a_year),
    *(add_many_areas, remove_one_of_many_areas),
    *EDITS,
)
