"""The context of a page: its links work at any path, and its sources are numbered."""

from __future__ import annotations

import pytest

from dossier.model.enumerations import Direction
from dossier.pages.page_context import PageContext, SiteContext


def page_at(url: str, site: SiteContext) -> PageContext:
    return PageContext(site=site, url=url, title="")


def test_a_record_is_linked_from_where_the_page_is(site_context: SiteContext) -> None:
    page = page_at("areas/science/", site_context)
    assert page.link_to(site_context.dossier.visits[1]) == "../../visits/#seminar"
    assert page.link_to(site_context.dossier.areas[0].activities[0]) == "#river-study"


def test_links_within_prose_are_relative(site_context: SiteContext) -> None:
    page = page_at("areas/science/", site_context)
    assert page.prose(site_context.dossier.areas[0].summary) == (
        'Ruritanian scientists studied <a href="#river-study">rivers</a> with NATO\'s help.'
    )
    assert page.prose(site_context.dossier.areas[1].summary) == (
        'How Ruritania changed its forces; <a href="../../visits/#yearly-consultations">a yearly meeting</a>'
        " looks at it."
    )


def test_a_claim_of_a_lead_is_cited_behind_the_link_to_its_record(site_context: SiteContext) -> None:
    gazette = site_context.dossier.sources[1]
    lead = page_at("", site_context).cited_prose(site_context.dossier.partner.summary)
    assert [sources for _, sources in lead] == [(gazette,), ()]
    assert lead[0][0] == (
        'Ruritania worked with NATO on <a href="areas/science/#river-study"><em>science</em></a>'
    )
    assert lead[1][0].startswith(" and on <strong>defence reform</strong>; its <a href=")


def test_sources_are_numbered_in_the_order_in_which_they_are_cited(site_context: SiteContext) -> None:
    nato, gazette = site_context.dossier.sources
    page = page_at("", site_context)
    assert page.cite([gazette]) == [(1, gazette, True)]
    assert page.cite([nato, gazette]) == [(2, nato, True), (1, gazette, False)]
    assert page.cited == (gazette, nato)
    assert page_at("", site_context).cited == ()


@pytest.mark.parametrize(
    ("direction", "words"),
    [
        (Direction.TO_NATO, "to NATO"),
        (Direction.TO_PARTNER, "to Ruritania"),
        (Direction.ELSEWHERE, "elsewhere"),
    ],
)
def test_a_direction_is_shown_in_words(direction: Direction, words: str, site_context: SiteContext) -> None:
    assert page_at("", site_context).direction(direction) == words
