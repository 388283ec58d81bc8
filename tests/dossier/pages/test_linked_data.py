"""The metadata of a page as linked data, as a search engine understands them."""

from __future__ import annotations

from typing import Any

from dossier.pages import linked_data
from dossier.pages.citations import Work
from dossier.pages.urls import Urls

from ...websites import only
from ..schema_org import understood
from .test_citations import SITE, cited, head, ruritania


def described(work: Work, **more: Any) -> dict[str, list[Any]]:
    """Return what the head of a page describes, by type."""
    found: dict[str, list[Any]] = {}
    for node in understood(only(head(work, **more), "script[type='application/ld+json']").text()):
        found.setdefault(node.pop("@type"), []).append(node)
    return found


def test_a_parser_understands_what_the_article_is_and_cites() -> None:
    assert described(cited()) == {
        "Article": [
            {
                "@id": "https://example.org/some/path/areas/science/",
                "headline": "Science",
                "url": "https://example.org/some/path/areas/science/",
                "isPartOf": {
                    "@type": "WebSite",
                    "name": "Ruritania and NATO",
                    "url": "https://example.org/some/path/",
                },
                "dateModified": "2012-03-14",
                "inLanguage": "en",
                "license": "https://creativecommons.org/licenses/by/4.0/",
                "citation": [
                    "https://www.nato.int/ruritania.htm",
                    "https://zeitung.example.org/fluss?seite=1&teil=2",
                ],
            }
        ]
    }


def test_an_article_without_date_and_sources_claims_neither() -> None:
    (article,) = described(cited(sources=()))["Article"]
    assert "dateModified" not in article
    assert "citation" not in article


def test_a_parser_understands_the_way_to_a_page() -> None:
    trail = [("Home", SITE.address), ("Areas", f"{SITE.address}areas/"), ("Science", cited().address)]
    (crumbs,) = described(cited(), trail=trail)["BreadcrumbList"]
    steps = crumbs["itemListElement"]
    assert [(step["position"], step["name"], step["item"]) for step in steps] == [
        (number, *step) for number, step in enumerate(trail, start=1)
    ]


def test_a_parser_understands_milestones_and_visits_with_a_date() -> None:
    dossier = ruritania()
    happened = linked_data.events([*dossier.milestones, *dossier.visits], Urls(dossier), SITE)
    events = described(cited(), events=happened)["Event"]
    told = [
        (
            item["@id"].removeprefix(SITE.address),
            item.get("startDate"),
            item.get("endDate"),
            item.get("location"),
        )
        for item in events
    ]
    assert told == [
        ("timeline/#treaty", "2005", None, None),
        ("timeline/#treaty-in-force", "2005-11-02", None, None),
        ("timeline/#mission-opens", "2005-11", None, None),
        ("timeline/#talks", "2001", None, None),
        ("timeline/#old-rules", None, "2004", None),
        ("visits/#king-at-headquarters", "2004-11-05", None, {"@type": "Place", "name": "Brussels"}),
        ("visits/#seminar", "2009-09-05", "2009-09-10", {"@type": "Place", "name": "Vienna"}),
    ]
    assert events[0]["name"] == "The treaty of Strelsau is signed"
