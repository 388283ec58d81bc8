"""Hand-written pages: Markdown files with metadata, and with expressions on the dossier."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from ..problems.file_messages import Files as FileMessages
from ..problems.problem import DataError, Place
from .expressions import DOCS, PageError, expand
from .page_context import SiteContext

CONFLICT = re.compile(r"^(<{7}|>{7})(?= |$)", re.MULTILINE)
"""What git leaves in a page; the line between the two versions would underline a heading too."""

FRONT_MATTER = re.compile(r"---[ \t]*\n(?P<values>.*?\n)(---|\.\.\.)[ \t]*\n", re.DOTALL)


@dataclass(frozen=True)
class HandWritten:
    """A hand-written page, or the introduction of a page that is made from the data."""

    name: str
    """Its file in `docs/`."""
    markdown: str
    """Its text, filled in."""
    title: str
    """As its metadata say, or else its file."""
    description: str
    """Empty if its metadata have none."""


def read_pages(docs: Path, names: Iterable[str], site: SiteContext) -> dict[str, HandWritten]:
    """Read the hand-written pages in a folder, and fill them in.

    Raises:
        DataError: if any cannot be read or filled in; it has every problem.
    """
    pages, problems = {}, []
    for name in names:
        try:
            pages[name] = _read(docs, name, site)
        except PageError as error:
            problems.append(error.problem)
    if problems:
        raise DataError(problems)
    return pages


def _read(docs: Path, name: str, site: SiteContext) -> HandWritten:
    place = f"{DOCS}{name}"
    try:
        text = (docs / name).read_text(encoding="utf-8-sig")
    except OSError:
        raise PageError(Place(place, 1, 1), FileMessages.CLOSED()) from None
    except UnicodeDecodeError:
        raise PageError(Place(place, 1, 1), FileMessages.NOT_UTF_8()) from None
    if found := CONFLICT.search(text):
        raise PageError(Place(place, text.count("\n", 0, found.start()) + 1, 1), FileMessages.CONFLICT())
    values, markdown = _split(text)
    markdown = expand(markdown, place, site, lines_before=text.count("\n") - markdown.count("\n"))
    title = values.get("title") or Path(name).stem.replace("-", " ").capitalize()
    return HandWritten(name, markdown, str(title), str(values.get("description", "")))


def _split(text: str) -> tuple[dict[str, Any], str]:
    """Split a file into its metadata, in YAML as MkDocs reads them, and its text."""
    found = FRONT_MATTER.match(text)
    try:
        values = yaml.safe_load(found["values"]) if found else {}
    except yaml.YAMLError:
        values = None
    return (values, text[found.end() :].lstrip("\n")) if found and isinstance(values, dict) else ({}, text)
