"""Text that runs from right to left does not take its neighbours along."""

from __future__ import annotations

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from dossier.loading.data_folder import load
from dossier.pages.citations import TEXT, Site, Work
from dossier.pages.page_context import SiteContext
from dossier.pages.right_to_left import isolate, isolate_html
from dossier.pages.site_pages import SitePages

PERSIAN = """
- id: fars
  title: روابط ناتو 2011
  publisher: خبرگزاری فارس
  kind: press
  url: https://example.org/fa
  date: 2011-05-04
  language: fa
"""


@pytest.mark.parametrize("text", ["روابط 2011", "ABC ב", "ناتو"])
def test_it_is_isolated(text: str) -> None:
    assert isolate(text) == f"\u2068{text}\u2069"
    assert isolate_html(text) == f"<bdi>{text}</bdi>"


@pytest.mark.parametrize("text", ["NATO", "Türkiye", "НАТО", "R&D"])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert isolate(text) == text
    assert isolate_html(text) == text.replace("&", "&amp;")


def test_a_source_is_isolated_wherever_it_is_named(good_data: Path) -> None:
    (good_data / "sources" / "fars.yml").write_text(PERSIAN, encoding="utf-8")
    dossier = load(good_data)
    source = next(source for source in dossier.sources if source.id == "fars")
    listed = LexborHTMLParser(SitePages(SiteContext(dossier))["sources.md"].body).css_first('[id="fars"]')
    assert listed is not None
    assert [node.text() for node in listed.css("bdi")] == [source.title, source.publisher]
    work = Work(
        "Talks", "https://example.org/#talks", Site("A", "https://example.org/"), source.date, (source,)
    )
    assert f"“\u2068{source.title}\u2069”, \u2068{source.publisher}\u2069, 4 May 2011" in TEXT.write(work)
