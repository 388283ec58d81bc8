"""Citing: what a reference manager, a search engine or a reader gets of a page, read back by real parsers."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from typing import Any
from urllib.parse import unquote

import pytest
import rispy  # type: ignore[import-untyped]
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import LatexDecodingMiddleware
from pylatexenc.latex2text import (  # type: ignore[import-untyped]
    LatexNodes2Text,
    MacroTextSpec,
    get_default_latex_context_db,
)
from selectolax.lexbor import LexborHTMLParser

from dossier.loading.data_folder import load
from dossier.model.dataset import Dossier, newest_date
from dossier.model.date_forms import parse
from dossier.model.records import Source
from dossier.pages import citations as citing
from dossier.pages.citations import Site, Work
from dossier.pages.page import environment

from ...websites import ROOT, only

SITE = Site("Ruritania and NATO", "https://example.org/some/path/")

SPECIAL = r"""100 % of $5 & #7: a_b ~ ^ \ <i>"x"</i> | {open @misc{k, title = {'“"""
"""Everything that means something in BibTeX, LaTeX, RIS or HTML, its braces not balanced."""
MARKUP = """</title></script><script>alert(1)</script>"><img src=x onerror='alert(1)'> &lt; {{ 7*7 }}"""


@cache
def ruritania() -> Dossier:
    return load(ROOT / "tests" / "good_data" / "data")


def source(number: int, **changes: Any) -> Source:
    return replace(ruritania().sources[number], **changes)


def cited(**changes: Any) -> Work:
    sources = changes.get("sources", ruritania().sources)
    work = Work("Science", f"{SITE.address}areas/science/", SITE, newest_date(sources), sources)
    return replace(work, **changes)


def dated(date: str | None) -> Work:
    return cited(sources=(source(0, date=parse(date) if date else None),))


def foot(work: Work) -> LexborHTMLParser:
    template = environment().get_template("cite_page.html", globals={"citing": citing})
    return LexborHTMLParser(template.module.cite_page(work, False))  # type: ignore[attr-defined]


def head(work: Work, description: str = "", **more: Any) -> LexborHTMLParser:
    template = environment().get_template("head.html", globals={"citing": citing})
    html = template.module.head(work, description, **more)  # type: ignore[attr-defined]
    return LexborHTMLParser(f"<!doctype html><html><head>{html}</head><body></body></html>")


def metas(tree: LexborHTMLParser) -> dict[str, list[str]]:
    """The contents of the meta tags by name or property."""
    found: dict[str, list[str]] = {}
    for node in tree.css("head > meta"):
        name = node.attributes.get("name") or node.attributes["property"] or ""
        found.setdefault(name, []).append(node.attributes["content"] or "")
    return found


def test_a_reference_names_title_site_date_link_and_original_sources() -> None:
    assert citing.TEXT.write(cited()) == (
        "“Science”. Ruritania and NATO, as of 14 March 2012. https://example.org/some/path/areas/science/."
        " Based on: “NATO's relations with Ruritania”, NATO, 2010, https://www.nato.int/ruritania.htm;"
        " “Wir messen den Fluss”, Zendaer Zeitung, 14 March 2012,"
        " https://zeitung.example.org/fluss?seite=1&teil=2."
    )


def test_bibtex_is_this_entry() -> None:
    assert citing.BIBTEX.write(cited()) == (
        "@misc{example-org-some-path-areas-science,\n"
        "  title = {{Science}},\n"
        "  howpublished = {Ruritania and NATO},\n"
        "  year = {2012},\n"
        "  month = mar,\n"
        "  day = {14},\n"
        "  url = {https://example.org/some/path/areas/science/},\n"
        "  note = {Based on: “NATO's relations with Ruritania”, NATO, 2010,"
        " https://www.nato.int/ruritania.htm; “Wir messen den Fluss”, Zendaer Zeitung, 14 March 2012,"
        " https://zeitung.example.org/fluss?seite=1\\&teil=2},\n"
        "}\n"
    )


def test_ris_is_this_record() -> None:
    assert citing.RIS.write(dated("2012-03-14")) == (
        "TY  - ELEC\r\n"
        "TI  - Science\r\n"
        "T2  - Ruritania and NATO\r\n"
        "PY  - 2012\r\n"
        "DA  - 2012/03/14/\r\n"
        "UR  - https://example.org/some/path/areas/science/\r\n"
        "N1  - Based on: “NATO's relations with Ruritania”, NATO, 14 March 2012,"
        " https://www.nato.int/ruritania.htm\r\n"
        "ER  - \r\n"
    )


@pytest.mark.parametrize(
    ("date", "text", "in_bibtex", "in_ris", "in_meta"),
    [
        ("2012-03-04", ", as of 4 March 2012", ("2012", "mar", "4"), "2012/03/04/", "2012/03/04"),
        ("2012-03", ", as of March 2012", ("2012", "mar", None), "2012/03//", "2012/03"),
        ("2012", ", as of 2012", ("2012", None, None), "2012///", "2012"),
        ("2012-12~", ", as of about December 2012", ("2012", "dec", None), "2012/12//", "2012/12"),
        ("2005/2009-09", ", as of 2005 to September 2009", ("2009", "sep", None), "2009/09//", "2009/09"),
        ("2005/..", ", since 2005", ("2005", None, None), "2005///", "2005"),
        ("../2009", ", until 2009", ("2009", None, None), "2009///", "2009"),
        (None, "", (None, None, None), None, None),
    ],
)
def test_a_date_is_never_more_exact_than_the_data(
    date: str | None, text: str, in_bibtex: tuple[str | None, ...], in_ris: str | None, in_meta: str | None
) -> None:
    work = dated(date)
    assert citing.TEXT.write(work).startswith(f"“Science”. Ruritania and NATO{text}. https://")
    entry = parse_string(citing.BIBTEX.write(work)).entries[0]
    assert tuple(entry.get(key) and entry[key] for key in ("year", "month", "day")) == in_bibtex
    (record,) = rispy.loads(citing.RIS.write(work))
    assert (record.get("year"), record.get("date")) == (in_ris and in_ris[:4], in_ris)
    assert metas(head(work)).get("citation_publication_date") == (in_meta and [in_meta])


def test_the_date_is_that_of_the_newest_source() -> None:
    days = [source(0, date=date and parse(date)) for date in ("2011", None, "2012-03", "2009/2010")]
    assert newest_date(days) == parse("2012-03")
    assert newest_date([*days, source(0, date=parse("2012"))]) == parse("2012")
    assert newest_date([source(0, date=None)]) is None


def test_what_rests_on_no_source_names_none() -> None:
    work = cited(sources=())
    assert citing.TEXT.write(work).endswith("/areas/science/.")
    assert parse_string(citing.BIBTEX.write(work)).entries[0].get("note") is None
    assert "notes" not in rispy.loads(citing.RIS.write(work))[0]
    assert "Based on" not in only(foot(work), "details").text()


def test_a_reference_to_many_sources_names_the_first() -> None:
    many = tuple(source(0, title=f"No. {number}") for number in range(7))
    text = citing.TEXT.write(cited(sources=many))
    assert "“No. 4”" in text
    assert "“No. 5”" not in text
    assert text.endswith("; and further sources, which the page lists.")
    assert "and further" not in citing.TEXT.write(cited(sources=many[:5]))


def latex(text: str) -> str:
    """Read LaTeX, whose names for characters pylatexenc does not all know."""
    names = {"textbraceleft": "{", "textbraceright": "}", "textless": "<", "textgreater": ">"}
    names |= {"textbar": "|", "textasciicircum": "^"}
    known = get_default_latex_context_db()
    macros = [MacroTextSpec(name, character) for name, character in names.items()]
    known.add_context_category("characters", macros=macros, prepend=True)
    decoding = LatexDecodingMiddleware(decoder=LatexNodes2Text(latex_context=known))
    library = parse_string(text, append_middleware=[decoding])
    assert not library.failed_blocks
    return str(library.entries[0]["title"])


def test_bibtex_keeps_special_characters() -> None:
    work = cited(title=SPECIAL, address=f"{SITE.address}a_b/?c=%20&d={{~}}#e")
    assert latex(citing.BIBTEX.write(work)) == SPECIAL
    # BibTeX itself counts braces even behind a backslash, where the parser here does not.
    assert citing.BIBTEX.write(work).count("{") == citing.BIBTEX.write(work).count("}")
    library = parse_string(citing.BIBTEX.write(work))
    assert [entry["url"] for entry in library.entries] == [f"{SITE.address}a_b/?c=%20&d=%7B~%7D#e"]


def test_a_bibtex_key_is_ascii_and_tells_records_apart() -> None:
    page = "https://täst.example/größe/"
    keys = [cited(address=address).key for address in (page, f"{page}#river-study", f"{page}#river")]
    assert len(set(keys)) == 3
    assert keys[1] == f"{keys[0]}-river-study"
    assert all(key.replace("-", "").isalnum() and key.isascii() for key in keys)


def test_ris_keeps_special_characters_and_one_line_a_value() -> None:
    work = cited(title=f"{SPECIAL}\r\nER  - \u2028 x", site=replace(SITE, name="Ruritania\nTY  - NATO"))
    (record,) = rispy.loads(citing.RIS.write(work))
    assert record["title"] == f"{SPECIAL} ER - x"
    assert record["secondary_title"] == "Ruritania TY - NATO"
    assert record["urls"] == [work.address]
    assert citing.RIS.write(work).count("\n") == citing.RIS.write(work).count("\r\n") == 8


def test_the_foot_of_a_page_shows_and_hands_out_every_format() -> None:
    work = cited(title=MARKUP, sources=(source(1, title=SPECIAL),))
    tree = foot(work)
    assert only(tree, ".nr-reference").text() == citing.TEXT.write(work)
    assert [node.text() for node in tree.css("pre")] == [
        citing.BIBTEX.write(work),
        citing.RIS.write(work).replace("\r\n", "\n"),
    ]
    downloads = {node.attributes["download"]: node.attributes["href"] for node in tree.css("a[download]")}
    assert {name: unquote((address or "").partition(",")[2]) for name, address in downloads.items()} == {
        f"{work.key}.bib": citing.BIBTEX.write(work),
        f"{work.key}.ris": citing.RIS.write(work),
    }
    assert not tree.css("script, img")


def test_the_reference_at_the_foot_links_what_it_names() -> None:
    reference = only(foot(cited()), ".nr-reference")
    addresses = [cited().address, *(item.url for item in ruritania().sources)]
    assert [link.attributes["href"] for link in reference.css("a")] == addresses
    assert only(LexborHTMLParser(reference.html or ""), "[lang=de]").text() == "Wir messen den Fluss"


def test_the_head_has_what_zotero_and_google_scholar_read() -> None:
    found = metas(head(cited(), "Rivers & more"))
    assert {name: values for name, values in found.items() if name.startswith(("citation", "DC"))} == {
        "citation_title": ["Science"],
        "citation_public_url": ["https://example.org/some/path/areas/science/"],
        "citation_publisher": ["Ruritania and NATO"],
        "citation_language": ["en"],
        "citation_publication_date": ["2012/03/14"],
        "DC.type": ["webpage"],
        "DC.rights": ["https://creativecommons.org/licenses/by/4.0/"],
    }


def test_the_head_has_a_preview_for_who_links_the_page() -> None:
    found = metas(head(cited(), "Rivers & more"))
    assert {name: values for name, (*values,) in found.items() if name.startswith(("og:", "twitter:"))} == {
        "og:type": ["article"],
        "og:title": ["Science"],
        "og:description": ["Rivers & more"],
        "og:url": ["https://example.org/some/path/areas/science/"],
        "og:site_name": ["Ruritania and NATO"],
        "og:image": ["https://example.org/some/path/assets/preview.png"],
        "og:image:type": ["image/png"],
        "og:image:width": ["1200"],
        "og:image:height": ["630"],
        "og:image:alt": ["Ruritania and NATO"],
        "twitter:card": ["summary_large_image"],
    }
    assert metas(head(cited(), kind="website"))["og:type"] == ["website"]


def test_markup_in_a_title_adds_nothing_to_the_head() -> None:
    site = replace(SITE, name=MARKUP)
    work = cited(title=MARKUP, site=site, sources=(source(0, title=MARKUP, publisher=MARKUP),))
    tree = head(work, MARKUP, trail=[(MARKUP, site.address)])
    assert [node.tag for node in tree.css("script, img, title, body *")] == ["script"]
    described = json.loads(only(tree, "script[type='application/ld+json']").text())["@graph"]
    assert described[0]["headline"] == MARKUP
    assert described[1]["itemListElement"][0]["name"] == MARKUP
    assert metas(tree)["og:description"] == metas(tree)["citation_title"] == [MARKUP]
