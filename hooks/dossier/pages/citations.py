"""How a page or a record is cited: as text, BibTeX, RIS and in meta tags.

`pattern` hands the templates to the script that cites one record. The script reads the sources from the page
and writes their dates itself, as the functions here do; a browser test compares the two.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any
from urllib.parse import quote

from markupsafe import Markup, escape

from ..model.dates import MONTHS, Span, When
from ..model.field_types import kebab_case
from ..model.records import Source
from .source_names import FURTHER, MOST_NAMED, link, named, named_with_links, names_of

LANGUAGE = "en"
LICENSE = "https://creativecommons.org/licenses/by/4.0/"
LICENSE_ID = "CC-BY-4.0"
"""Its name in the list of SPDX."""

FIELD = re.compile(r"\$\{(\w+)\}")
URI_CHARACTERS = ":/?#[]@!$&'()*+,;=%~-._"
"""What RFC 3986 allows in an address besides letters and digits; everything else is percent-encoded."""
URI = re.compile(rf"[\w{re.escape(URI_CHARACTERS)}]*", re.ASCII)
"""Matches an address in which there is nothing to encode, as in nearly all."""


@dataclass(frozen=True)
class Site:
    """The site of the cited pages."""

    name: str
    address: str
    """The absolute address of the root, with a trailing slash."""


@dataclass(frozen=True)
class Work:
    """What is cited: a page or a record."""

    title: str
    address: str
    """The absolute permanent link."""
    site: Site
    date: When | None
    """The date of the data, never that of the build."""
    sources: tuple[Source, ...]
    """The original sources, in the order of their numbers on the page."""

    @property
    def uri(self) -> str:
        """The permanent link in characters that every format accepts."""
        return encode(self.address)

    @property
    def key(self) -> str:
        """A name of ASCII letters, digits and hyphens, for BibTeX and for files."""
        return kebab_case(self.uri.partition("://")[2])


@dataclass(frozen=True)
class Format:
    """A form of reference: a template, and how text is escaped in it."""

    template: str
    """Its fields are `title`, `site`, `date`, `address`, `key` and `basis`."""
    basis: tuple[str, str]
    """The text before and after the original sources, if there are any."""
    accessed: tuple[str, str]
    """What is before and after the date of access, which only the reader's browser knows."""
    write_date: Callable[[When], str]
    escapes: Mapping[str, str] = field(default_factory=dict)
    """The special characters of the format, and what is written for them."""
    suffix: str = "txt"
    media_type: str = "text/plain"

    def date(self, date: When | None) -> str:
        """Write a date, if it is known."""
        return self.write_date(date) if date else ""

    def escape(self, text: str) -> str:
        """Write text on one line, without anything that the format would take for markup."""
        line = " ".join(text.split())
        return line.translate(self._table) if self.escapes else line

    @cached_property
    def _table(self) -> dict[int, str]:
        return {ord(mark): written for mark, written in self.escapes.items()}

    def parts(self, known: Mapping[str, str]) -> list[str]:
        """Cut the template into texts, with the name of an unknown field between every two."""
        parts = [""]
        for index, piece in enumerate(FIELD.split(self.template)):
            if index % 2 and piece not in known:
                parts += [piece, ""]
            else:
                parts[-1] += known[piece] if index % 2 else piece
        return parts

    def write(self, work: Work) -> str:
        """Write a reference to a work."""
        names = "; ".join(names_of(work.sources, named))
        before, after = self.basis
        values = {
            "title": self.escape(work.title),
            "site": self.escape(work.site.name),
            "date": self.date(work.date),
            "address": work.uri,
            "key": work.key,
            "accessed": "",
            "basis": f"{before}{self.escape(names)}{after}" if names else "",
        }
        return "".join(self.parts(values))

    def data(self, reference: str) -> str:
        """Write a `data:` address (RFC 2397) under which a reference can be downloaded."""
        return f"data:{self.media_type};charset=utf-8,{quote(reference, safe='')}"


def _date_in_text(date: When) -> str:
    is_open = isinstance(date, Span) and not (date.start and date.end)
    return f", {date}" if is_open else f", as of {date}"


def _date_in_bibtex(date: When) -> str:
    point = date.newest
    month = f"  month = {MONTHS[point.month - 1][:3].lower()},\n" if point.month else ""
    day = f"  day = {{{point.day}}},\n" if point.day else ""
    return f"  year = {{{point.year:04}}},\n{month}{day}"


def day_in_ris(date: When) -> str:
    """Write a date as RIS has it, its slashes even where the parts between them are not known."""
    point = date.newest
    month = f"{point.month:02}" if point.month else ""
    day = f"{point.day:02}" if point.day else ""
    return f"{point.year:04}/{month}/{day}/"


def _date_in_ris(date: When) -> str:
    return f"PY  - {date.newest.year:04}\r\nDA  - {day_in_ris(date)}\r\n"


TEXT = Format(
    template="“${title}”. ${site}${date}. ${address}${accessed}.${basis}",
    accessed=(", accessed ", ""),
    basis=(" Based on: ", "."),
    write_date=_date_in_text,
)

BIBTEX = Format(
    # Two braces keep the capitals of a title; LaTeX takes the address verbatim.
    template=(
        "@misc{${key},\n  title = {{${title}}},\n  howpublished = {${site}},\n"
        "${date}  url = {${address}},\n${accessed}${basis}}\n"
    ),
    accessed=("  urldate = {", "},\n"),
    basis=("  note = {Based on: ", "},\n"),
    write_date=_date_in_bibtex,
    escapes={character: f"\\{character}" for character in "&%$#_"}
    # BibTeX counts braces even after a backslash, so those of a text are written by name.
    | {"{": r"{\textbraceleft}", "}": r"{\textbraceright}", "\\": r"{\textbackslash}"}
    | {"~": r"{\textasciitilde}", "^": r"{\textasciicircum}"}
    | {"<": r"{\textless}", ">": r"{\textgreater}", "|": r"{\textbar}"},
    suffix="bib",
    media_type="application/x-bibtex",
)
"""An entry for BibTeX 0.99, which biblatex reads too."""

RIS = Format(
    template=(
        "TY  - ELEC\r\nTI  - ${title}\r\nT2  - ${site}\r\n${date}UR  - ${address}\r\n"
        "${accessed}${basis}ER  - \r\n"
    ),
    accessed=("Y2  - ", "/\r\n"),
    basis=("N1  - Based on: ", "\r\n"),
    write_date=_date_in_ris,
    suffix="ris",
    media_type="application/x-research-info-systems",
)
"""A record of the RIS format (Research Information Systems), tags and dates as it specifies."""

FORMATS = {"text": TEXT, "bibtex": BIBTEX, "ris": RIS}


def reference(work: Work) -> Markup:
    """Write a reference in the format of text as HTML, its addresses as links."""
    before, after = TEXT.basis
    names = names_of(work.sources, named_with_links)
    values = {
        "title": escape(TEXT.escape(work.title)),
        "site": escape(TEXT.escape(work.site.name)),
        "date": escape(TEXT.date(work.date)),
        "address": link(work.uri),
        "accessed": Markup('<span class="nr-accessed"></span>'),
        "basis": before + Markup("; ").join(names) + after if names else Markup(),
    }
    return Markup("").join(TEXT.parts(values))


def pattern(work: Work, list_address: str = "", *, is_listed: bool) -> dict[str, Any]:
    """Return what the script needs to cite a page and its records, beside the list of sources on the page.

    The records of a page that is a part of a list have their addresses in that list.
    """
    return {
        "title": work.title,
        "site": work.site.name,
        "address": work.uri,
        **({"list": list_address} if list_address not in ("", work.uri) else {}),
        "key": work.key,
        "most": MOST_NAMED,
        "further": FURTHER,
        "formats": {
            name: {
                "parts": form.parts({"site": form.escape(work.site.name)}),
                "accessed": form.accessed,
                "basis": form.basis,
                "escapes": dict(form.escapes),
                "suffix": form.suffix,
                "type": form.media_type,
            }
            for name, form in FORMATS.items()
        },
        "names": [] if is_listed else [named(source) for source in work.sources],
        "count": len(work.sources),
        "dates": {name: form.date(work.date) for name, form in FORMATS.items()},
    }


def slashed(date: When) -> str:
    """Write a date as in Highwire's meta tags, such as `2012/03/14`, `2012/03` or `2012`."""
    return date.newest.iso.replace("-", "/")


def encode(address: str) -> str:
    """Write an address in the characters that RFC 3986 allows."""
    return address if URI.fullmatch(address) else quote(address, safe=URI_CHARACTERS)
