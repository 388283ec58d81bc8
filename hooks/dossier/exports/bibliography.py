"""All sources in the formats of reference managers: BibTeX, RIS and CSL-JSON.

Each source is a web page, for that is all that is known of every one. A public body is the author of its
official sources; any other publisher is the site on which a page is, as the data have no authors.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ..model.dates import When
from ..model.enumerations import SourceKind
from ..model.records import Source
from ..pages import urls
from ..pages.citations import BIBTEX, RIS, day_in_ris, encode
from ..pages.page_context import SiteContext
from ..problems.phrases import language
from .export import Export, known, write_json, write_text

LIGATURE = re.compile(r"([-',`])(?=\1)|[?!](?=`)")
"""Matches what TeX would join with the next character, as in two hyphens that make a dash."""


def list_files(site: SiteContext) -> Iterator[Export]:
    """List the files of all sources."""
    sources = site.dossier.sources
    yield Export(
        urls.SOURCES_BIBTEX,
        BIBTEX.media_type,
        "The sources, for BibTeX and biblatex.",
        lambda: write_text(map(bibtex, sources), "\n"),
    )
    yield Export(
        urls.SOURCES_RIS,
        RIS.media_type,
        "The sources, for EndNote, Zotero and other reference managers.",
        lambda: write_text(map(ris, sources), "\r\n"),
    )
    yield Export(
        urls.SOURCES_CSL,
        "application/vnd.citationstyles.csl+json",
        "The sources, for Pandoc and other programs with CSL styles.",
        lambda: write_json([*map(csl, sources)]),
    )


def bibtex(source: Source) -> str:
    """Write an entry for BibTeX 0.99, which biblatex reads too; its key is the id of the source."""
    texts = {
        "title": f"{{{_tex(source.title)}}}",  # two braces keep the capitals
        _role(source, "author", "howpublished"): f"{{{_tex(source.publisher)}}}",
        "language": language(source.language).lower(),  # as biblatex names languages
        "keywords": source.kind,
        "note": _tex("; ".join(_notes(source))),
        "annote": _tex(source.note.plain) if source.note else "",
        "url": encode(source.url),  # taken verbatim
        "urldate": source.accessed and source.accessed.edtf,
    }
    fields = "".join(f"  {name} = {{{text}}},\n" for name, text in known(texts).items())
    return f"@misc{{{source.id},\n{fields}{BIBTEX.date(source.date)}}}\n"


def ris(source: Source) -> str:
    """Write a record of the RIS format (Research Information Systems)."""
    remark = [source.note.plain] if source.note else []
    fields = [
        ("ID", source.id),
        ("TI", source.title),
        (_role(source, "AU", "T2"), source.publisher),
        ("UR", encode(source.url).replace(";", "%3B")),  # a semicolon would begin another address
        *([("Y2", day_in_ris(source.accessed))] if source.accessed else []),
        ("LA", source.language),
        ("KW", source.kind),
        *(("N1", note) for note in (*_notes(source), *remark)),
    ]
    lines = "".join(f"{tag}  - {RIS.escape(text)}\r\n" for tag, text in fields)
    return f"TY  - ELEC\r\n{lines}{RIS.date(source.date)}ER  - \r\n"


def csl(source: Source) -> dict[str, Any]:
    """Describe a source as an item of CSL-JSON 1.0.2."""
    is_author = source.kind is SourceKind.OFFICIAL
    return known(
        {
            "id": source.id,
            "type": "webpage",
            "title": source.title,
            "author": [{"literal": source.publisher}] if is_author else None,
            "container-title": None if is_author else source.publisher,
            "issued": source.date and csl_date(source.date),
            "accessed": source.accessed and csl_date(source.accessed),
            "URL": encode(source.url),
            "archive_location": source.archived and encode(source.archived),
            "language": source.language,
            "keyword": source.kind,
            "note": "; ".join(_whereabouts(source)),
            "annote": source.note and source.note.plain,
        }
    )


def csl_date(date: When) -> dict[str, Any]:
    """Describe a date with the parts that are known; CSL has no open spans, which stay words."""
    parts = [[*filter(None, (point.year, point.month, point.day))] for point in date.points if point]
    if len(parts) < len(date.points):
        return {"literal": str(date)}
    return {"date-parts": parts} | ({"circa": True} if "~" in date.edtf else {})


def _tex(text: str) -> str:
    return LIGATURE.sub(r"\g<0>{}", BIBTEX.escape(text))


def _role(source: Source, author: str, site: str) -> str:
    return author if source.kind is SourceKind.OFFICIAL else site


def _notes(source: Source) -> Iterator[str]:
    """Yield what BibTeX and RIS have no field for."""
    if source.date and source.date.edtf != source.date.newest.iso:
        yield f"Date: {source.date}"
    if source.archived:
        yield f"Archived at {encode(source.archived)}"
    yield from _whereabouts(source)


def _whereabouts(source: Source) -> Iterator[str]:
    if source.read_at:
        yield f"Read at {encode(source.read_at)}"
    if source.gone:
        yield f"As of {source.gone}, the address no longer led to the document"
