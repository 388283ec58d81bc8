from __future__ import annotations

import re
from xml.etree import ElementTree

from selectolax.lexbor import LexborHTMLParser

from .builds import Comparison
from .measurement import Cost
from .report import text


def comparison(size: str, seconds: float) -> Comparison:
    costs = {"ours": [Cost(seconds, seconds, 50)], "hugo": [Cost(seconds / 2, seconds, 100)]}
    return Comparison(size, 7, costs, is_alike=True)


def test_a_section_has_the_quickest_generator_first() -> None:
    section = text([comparison("S", 0.5), comparison("M", 2)]).split("## ")[2]
    rows = LexborHTMLParser(section).css("tbody tr")
    assert [[cell.text() for cell in row.css("th, td")] for row in rows] == [
        ["Hugo", "1.00", "0.50", "100"],
        ["This site", "2.00", "1.00", "50"],
    ]
    assert section.startswith("2,128 records on 7 pages\n")


def test_the_opening_is_about_the_largest_country() -> None:
    opening = "This site builds a made-up country of 50 areas, 1,000 milestones and 500 visits in 2.0 seconds"
    assert opening in text([comparison("M", 2), comparison("S", 0.5)])


def test_the_chart_has_a_line_for_each_generator_and_no_empty_line_that_would_end_its_html() -> None:
    (figure,) = re.findall(
        r"<figure>.*?</figure>", text([comparison("S", 0.5), comparison("M", 2)]), re.DOTALL
    )
    assert "\n\n" not in figure
    chart = ElementTree.fromstring(figure)
    assert len(chart.findall(".//polyline")) == 2
    assert [node.text for node in chart.iter("text")][-2:] == ["This site", "Hugo"]
