"""The sources as reference managers take them, read back by real parsers."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
import rispy  # type: ignore[import-untyped]
from bibtexparser.entrypoint import parse_string
from citeproc import (  # type: ignore[import-untyped]
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    formatter,
)
from citeproc.source.json import CiteProcJSON  # type: ignore[import-untyped]
from pybtex.database import parse_string as parse_with_pybtex  # type: ignore[import-untyped]

from dossier.exports import bibliography
from dossier.exports.site_exports import SiteExports
from dossier.model.dataset import Dossier
from dossier.model.date_forms import parse
from dossier.model.records import Source
from dossier.pages.page_context import SiteContext

from ..pages.test_citations import SPECIAL, latex
from .conftest import AWKWARD


def official(dossier: Dossier, **changes: Any) -> Source:
    """The source of a public body, which is its author."""
    return replace(dossier.sources[0], **changes)


def press(dossier: Dossier, **changes: Any) -> Source:
    """A newspaper, with every key that a source can have."""
    return replace(dossier.sources[1], **changes)


def rendered(sources: Sequence[Source]) -> list[str]:
    """The bibliography in the style of Harvard, by a processor of CSL."""
    items = json.loads(json.dumps([bibliography.csl(source) for source in sources]))
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    written = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
    for source in sources:
        written.register(Citation([CitationItem(source.id)]))
    return [str(item) for item in written.bibliography()]


def test_bibtex_is_this_entry(ruritania: Dossier) -> None:
    assert bibliography.bibtex(press(ruritania)) == (
        "@misc{zenda-gazette,\n"
        "  title = {{Wir messen den Fluss}},\n"
        "  howpublished = {{Zendaer Zeitung}},\n"
        "  language = {german},\n"
        "  keywords = {press},\n"
        "  note = {Archived at https://archive.example.org/2012/fluss;"
        " Read at https://library.example.org/fluss;"
        " As of May 2014, the address no longer led to the document},\n"
        "  annote = {A newspaper of Zenda; NATO's account is another.},\n"
        "  url = {https://zeitung.example.org/fluss?seite=1&teil=2},\n"
        "  urldate = {2013-01-02},\n"
        "  year = {2012},\n"
        "  month = mar,\n"
        "  day = {14},\n"
        "}\n"
    )


def test_ris_is_this_record(ruritania: Dossier) -> None:
    assert bibliography.ris(press(ruritania)) == (
        "TY  - ELEC\r\n"
        "ID  - zenda-gazette\r\n"
        "TI  - Wir messen den Fluss\r\n"
        "T2  - Zendaer Zeitung\r\n"
        "UR  - https://zeitung.example.org/fluss?seite=1&teil=2\r\n"
        "Y2  - 2013/01/02/\r\n"
        "LA  - de\r\n"
        "KW  - press\r\n"
        "N1  - Archived at https://archive.example.org/2012/fluss\r\n"
        "N1  - Read at https://library.example.org/fluss\r\n"
        "N1  - As of May 2014, the address no longer led to the document\r\n"
        "N1  - A newspaper of Zenda; NATO's account is another.\r\n"
        "PY  - 2012\r\n"
        "DA  - 2012/03/14/\r\n"
        "ER  - \r\n"
    )


def test_csl_is_this_item(ruritania: Dossier) -> None:
    assert bibliography.csl(press(ruritania)) == {
        "id": "zenda-gazette",
        "type": "webpage",
        "title": "Wir messen den Fluss",
        "container-title": "Zendaer Zeitung",
        "issued": {"date-parts": [[2012, 3, 14]]},
        "accessed": {"date-parts": [[2013, 1, 2]]},
        "URL": "https://zeitung.example.org/fluss?seite=1&teil=2",
        "archive_location": "https://archive.example.org/2012/fluss",
        "language": "de",
        "keyword": "press",
        "note": "Read at https://library.example.org/fluss;"
        " As of May 2014, the address no longer led to the document",
        "annote": "A newspaper of Zenda; NATO's account is another.",
    }


def test_a_public_body_is_the_author_of_what_it_says(ruritania: Dossier) -> None:
    source = official(ruritania, publisher="Ministry of Barns and Stables")
    (author,) = (
        parse_with_pybtex(bibliography.bibtex(source), "bibtex").entries["nato-2010"].persons["author"]
    )
    assert author.last_names == ["{Ministry of Barns and Stables}"]
    assert rispy.loads(bibliography.ris(source))[0]["authors"] == ["Ministry of Barns and Stables"]
    assert bibliography.csl(source)["author"] == [{"literal": "Ministry of Barns and Stables"}]


def test_a_style_names_who_speaks_and_when(ruritania: Dossier) -> None:
    assert rendered(ruritania.sources) == [
        "NATO (2010) NATO's relations with Ruritania. Available at: https://www.nato.int/ruritania.htm.",
        "Wir messen den Fluss (2012) Wir messen den Fluss, Zendaer Zeitung. Available at:"
        " https://zeitung.example.org/fluss?seite=1&teil=2 (Accessed: January 2, 2013).",
    ]


@pytest.mark.parametrize(
    ("date", "in_bibtex", "in_ris", "in_csl", "note"),
    [
        ("2012-03-04", ("2012", "mar", "4"), "2012/03/04/", {"date-parts": [[2012, 3, 4]]}, None),
        ("2012-03", ("2012", "mar", None), "2012/03//", {"date-parts": [[2012, 3]]}, None),
        ("2012", ("2012", None, None), "2012///", {"date-parts": [[2012]]}, None),
        (
            "2012-12~",
            ("2012", "dec", None),
            "2012/12//",
            {"date-parts": [[2012, 12]], "circa": True},
            "Date: about December 2012",
        ),
        (
            "2009-09-05/2009-09-10",
            ("2009", "sep", "10"),
            "2009/09/10/",
            {"date-parts": [[2009, 9, 5], [2009, 9, 10]]},
            "Date: 5–10 September 2009",
        ),
        (
            "2005~/2009-09",
            ("2009", "sep", None),
            "2009/09//",
            {"date-parts": [[2005], [2009, 9]], "circa": True},
            "Date: about 2005 to September 2009",
        ),
        ("2005/..", ("2005", None, None), "2005///", {"literal": "since 2005"}, "Date: since 2005"),
        ("../2009", ("2009", None, None), "2009///", {"literal": "until 2009"}, "Date: until 2009"),
        (None, (None, None, None), None, None, None),
    ],
)
def test_a_date_is_never_more_exact_than_the_data(
    ruritania: Dossier,
    date: str | None,
    in_bibtex: tuple[str | None, ...],
    in_ris: str | None,
    in_csl: dict[str, Any] | None,
    note: str | None,
) -> None:
    source = official(ruritania, date=date and parse(date))
    entry = parse_string(bibliography.bibtex(source)).entries[0]
    assert tuple(entry.get(key) and entry[key] for key in ("year", "month", "day")) == in_bibtex
    assert (entry.get("note") and entry["note"]) == note
    (record,) = rispy.loads(bibliography.ris(source))
    assert (record.get("date"), record.get("notes")) == (in_ris, note and [note])
    assert bibliography.csl(source).get("issued") == in_csl


@pytest.mark.parametrize("text", [SPECIAL, "``so'' --- ,, ?` l''", *AWKWARD])
def test_no_text_is_harmed(ruritania: Dossier, text: str) -> None:
    source = press(ruritania, title=text, publisher=text)
    written = bibliography.bibtex(source)
    assert latex(written) == text
    assert written.count("{") == written.count("}")  # BibTeX counts them even behind a backslash
    assert parse_with_pybtex(written, "bibtex").entries["zenda-gazette"]
    (record,) = rispy.loads(bibliography.ris(source))
    assert (record["title"], record["secondary_title"]) == (text, text)
    assert rendered([source])[0].startswith(f"{text} (2012) {text}, {text}.")


def test_an_address_is_one_address(ruritania: Dossier) -> None:
    source = official(ruritania, url="https://example.org/a;b?c=%20&d={~}|ғ,#e")
    encoded = "https://example.org/a;b?c=%20&d=%7B~%7D%7C%D2%93,#e"
    assert parse_string(bibliography.bibtex(source)).entries[0]["url"] == encoded
    assert rispy.loads(bibliography.ris(source))[0]["urls"] == [encoded.replace(";", "%3B")]
    assert bibliography.csl(source)["URL"] == encoded


def test_every_source_is_in_every_file(own_site: SiteContext) -> None:
    sources, exports = own_site.dossier.sources, SiteExports(own_site)
    ids = [source.id for source in sources]
    bibtex = exports["data/sources.bib"].decode()
    library = parse_string(bibtex)
    assert not library.failed_blocks
    assert [entry.key for entry in library.entries] == ids
    assert [*parse_with_pybtex(bibtex, "bibtex").entries] == ids
    assert [record["id"] for record in rispy.loads(exports["data/sources.ris"].decode())] == ids
    assert [item["id"] for item in json.loads(exports["data/sources.csl.json"])] == ids
    assert len(rendered(sources)) == len(ids)
