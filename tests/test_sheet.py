"""A page while it is written: its links work at any path, and its sources are numbered."""

from __future__ import annotations

from pathlib import Path

import pytest

from dossier.choices import Direction
from dossier.dossier import Dossier
from dossier.loading import load
from dossier.sheet import Sheet


@pytest.fixture
def ruritania(good_data: Path) -> Dossier:
    return load(good_data)


@pytest.mark.parametrize(
    ("page", "address", "link"),
    [
        ("", "", "./"),
        ("", "#framework", "#framework"),
        ("", "areas/", "areas/"),
        ("", "areas/science/#river-study", "areas/science/#river-study"),
        ("timeline/", "", "../"),
        ("timeline/", "#framework", "../#framework"),
        ("timeline/", "timeline/#treaty", "#treaty"),
        ("timeline/", "timeline/", "../timeline/"),
        ("timeline/", "visits/#seminar", "../visits/#seminar"),
        ("areas/", "areas/science/", "../areas/science/"),
        ("areas/science/", "areas/science/#river-study", "#river-study"),
        ("areas/science/", "areas/defence/", "../../areas/defence/"),
        ("areas/science/", "#framework", "../../#framework"),
    ],
)
def test_links_are_relative(page: str, address: str, link: str, ruritania: Dossier) -> None:
    assert Sheet(ruritania, page).link(address) == link


def test_a_record_is_linked_where_it_stands(ruritania: Dossier) -> None:
    sheet = Sheet(ruritania, "areas/science/")
    assert sheet.link_to(ruritania.visits[1]) == "../../visits/#seminar"
    assert sheet.link_to(ruritania.areas[0].activities[0]) == "#river-study"


def test_links_within_prose_are_relative(ruritania: Dossier) -> None:
    sheet = Sheet(ruritania, "areas/science/")
    assert sheet.prose(ruritania.areas[0].summary) == (
        'Ruritanian scientists studied <a href="#river-study">rivers</a> with NATO\'s help.'
    )
    assert sheet.prose(ruritania.areas[1].summary) == (
        'How Ruritania changed its forces; <a href="../../visits/#yearly-consultations">a yearly meeting</a>'
        " looks at it."
    )


def test_sources_are_numbered_in_the_order_in_which_they_are_cited(ruritania: Dossier) -> None:
    nato, gazette = ruritania.sources
    sheet = Sheet(ruritania, "")
    assert list(sheet.cite([gazette])) == [(1, gazette)]
    assert list(sheet.cite([nato, gazette])) == [(2, nato), (1, gazette)]
    assert sheet.cited == [gazette, nato]
    assert Sheet(ruritania, "").cited == []


@pytest.mark.parametrize(
    ("direction", "words"),
    [
        (Direction.TO_NATO, "to NATO"),
        (Direction.TO_PARTNER, "to Ruritania"),
        (Direction.ELSEWHERE, "elsewhere"),
    ],
)
def test_a_direction_is_shown_in_words(direction: Direction, words: str, ruritania: Dossier) -> None:
    assert Sheet(ruritania, "").direction(direction) == words
