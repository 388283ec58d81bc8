"""URLs: each record has one, links work at any path, and files lead back to their pages."""

from __future__ import annotations

import pytest

from dossier.model.dataset import Dossier
from dossier.model.records import Addressed
from dossier.pages.urls import Urls, file_of, of_file, relative


def test_every_record_has_one_url(ruritania: Dossier) -> None:
    statements = {statement.id: statement for statement in ruritania.statements}
    records: list[Addressed] = [
        *ruritania.areas,
        ruritania.milestones[0],
        ruritania.visits[0],
        ruritania.sources[0],
        ruritania.terms[0],
        statements["framework"],
        statements["river-study"],
    ]
    assert [Urls(ruritania).of(record) for record in records] == [
        "areas/science/",
        "areas/defence/",
        "timeline/#treaty",
        "visits/#king-at-headquarters",
        "sources/#nato-2010",
        "glossary/#contact-point-embassy",
        "#framework",
        "areas/science/#river-study",
    ]


@pytest.mark.parametrize(
    ("page", "url", "link"),
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
def test_links_are_relative(page: str, url: str, link: str) -> None:
    assert relative(url, page) == link


@pytest.mark.parametrize(
    ("file", "url"),
    [
        ("index.md", ""),
        ("areas/index.md", "areas/"),
        ("areas/science.md", "areas/science/"),
        ("timeline.md", "timeline/"),
    ],
)
def test_a_file_makes_the_page_at_its_url(file: str, url: str) -> None:
    assert of_file(file) == url
    assert file_of(url) == file


def test_a_record_is_edited_at_its_line(ruritania: Dossier) -> None:
    record = ruritania.milestones[0]
    assert Urls(ruritania).edit(record) == ""
    line = record.origin.place.line
    assert Urls(ruritania, "https://example.org/a/").edit(record) == (
        f"https://example.org/a/data/milestones.yml#L{line}"
    )
