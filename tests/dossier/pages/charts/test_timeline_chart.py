"""The timeline chart: marks that say how exact a date is, names beside them, and no room wasted."""

from __future__ import annotations

from datetime import date
from itertools import combinations

import pytest

from dossier.model.date_forms import parse
from dossier.model.event import Event
from dossier.model.record import Origin
from dossier.model.records import Milestone
from dossier.pages.charts.chart_layout import Group, draw_chart
from dossier.pages.charts.chart_names import MOST_NAMES, lines_of
from dossier.pages.charts.chart_scale import MARGIN, WIDTH, Scale
from dossier.pages.charts.timeline_chart import MARK, Mark, TimelineChart
from dossier.problems.problem import Place

TITLE = "Ruritania joins the treaty on the river"


def milestone(when: str, number: int = 0, *, key: bool = False) -> Milestone:
    """Return a milestone of a date."""
    nowhere = Origin(Place("milestones.yml", 1, 1), {})
    return Milestone(
        origin=nowhere, in_words="", id=f"event-{number}-{when}", date=parse(when), title=TITLE, key=key
    )


def chart_of(*events: Event) -> TimelineChart:
    """Return a chart of one lane."""
    chart = draw_chart([Group("Milestones", "milestone", events)])
    assert chart
    return chart


DECADES = tuple(map(str, range(1998, 2018)))


def drawn(when: str) -> tuple[Mark, Scale]:
    """Return the mark of a date among two decades, and their scale."""
    event = milestone(when, len(DECADES))
    chart = chart_of(*[milestone(year) for year in DECADES], event)
    return next(mark for mark in chart.marks if mark.event is event), chart.scale


@pytest.mark.parametrize("when", ["2005-07-02", "2005-07", "2005-06-30/2005-07-04"])
def test_days_and_months_are_dots_at_their_place(when: str) -> None:
    mark, scale = drawn(when)
    assert mark.is_dot
    assert mark.extent.middle == pytest.approx(scale.left[2005] + scale.year / 2, abs=scale.year / 24)


def test_a_date_known_only_by_its_year_is_as_long_as_the_year() -> None:
    mark, scale = drawn("2005")
    assert not mark.is_dot
    assert not mark.is_lasting
    assert mark.extent == pytest.approx((scale.left[2005], scale.left[2006]))


def test_a_span_is_as_long_as_it_lasted() -> None:
    mark, scale = drawn("2001-12-07/2014-10-28")
    assert mark.is_lasting
    years = (date(2014, 10, 29) - date(2001, 12, 7)).days / 365.25
    assert mark.extent.right - mark.extent.left == pytest.approx(years * scale.year, abs=scale.year / 100)


def test_a_span_without_an_end_runs_to_the_edge() -> None:
    assert drawn("2005/..")[0].extent.right == pytest.approx(WIDTH - MARGIN)
    assert drawn("../2005")[0].extent.left == pytest.approx(MARGIN)


def test_empty_stretches_are_cut_out() -> None:
    chart = chart_of(milestone("1868"), milestone("1992"), milestone("1995"), milestone("2001"))
    shown = [(years.start, years.stop - 1) for years in chart.scale.stretches]
    assert shown == [(1866, 1868), (1992, 1995), (2001, 2001)]
    assert len(list(chart.scale.gaps)) == 2
    assert chart.scale.year > 60


def test_everything_is_within_the_width() -> None:
    chart = chart_of(
        *[milestone(f"{year}-{month:02}-28", key=True) for year in range(1992, 2018) for month in (1, 12)]
    )
    for mark in chart.marks:
        assert 0 <= mark.room.left < mark.room.right <= WIDTH
    assert all(left < WIDTH for _, left in chart.scale.labels)


def test_neither_marks_nor_names_overlap() -> None:
    chart = chart_of(
        *[milestone(f"{year}-0{month}", key=month == 1) for year in range(2000, 2012) for month in (1, 2, 9)]
    )
    assert any(mark.name for mark in chart.marks)
    for one, other in combinations(chart.marks, 2):
        assert one.y != other.y or not one.room.overlaps(other.room)
        assert one.touched.right - one.touched.left >= MARK


def test_key_events_are_named_first_and_then_others() -> None:
    events = [milestone(str(year), key=year in (2003, 2010)) for year in range(1992, 2018)]
    named = [mark.event.date for mark in chart_of(*events).marks if mark.name]
    assert {parse("2003"), parse("2010")} < set(named)
    assert len(named) <= MOST_NAMES


def test_a_lane_of_too_many_events_has_a_column_a_year() -> None:
    chart = chart_of(*[milestone(f"{2000 + number % 20}", number) for number in range(1000)])
    (lane,) = chart.lanes
    assert not lane.marks
    assert [column.count for column in lane.columns] == [50] * 20
    assert dict(chart.legend) == {"column": "the number of events"}
    assert chart.ways == "Each column leads to its first year"


def test_columns_of_many_years_are_wide_enough_to_be_touched() -> None:
    chart = chart_of(*[milestone(f"{1800 + number % 200}", number) for number in range(2000)])
    columns = chart.lanes[0].columns
    assert columns[0].words == "1800 to 1809"
    assert all(column.extent.right - column.extent.left >= MARK for column in columns)


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("Ruritania joins", ("Ruritania", "joins")),
        ("Ruritania enters the Partnership for Peace", ("Ruritania enters the", "Partnership for Peace")),
        (
            "The United Kingdom and Ruritania sign an agreement on transit to Strelsau",
            ("The United Kingdom and", "Ruritania sign an agreement…"),
        ),
    ],
)
def test_a_name_is_a_title_in_two_lines_cut_at_a_word(title: str, lines: tuple[str, ...]) -> None:
    assert lines_of(title) == lines


def test_the_legend_says_what_the_chart_has() -> None:
    assert [sign for sign, _ in chart_of(milestone("2005-07")).legend] == ["dot"]
    assert chart_of(milestone("2005-07")).ways == "Each mark leads to its entry"
    assert [sign for sign, _ in chart_of(milestone("2005"), milestone("1990/2001")).legend] == [
        "lasting",
        "year",
        "gap",
    ]


def test_without_dates_there_is_no_chart() -> None:
    assert draw_chart([Group("Milestones", "milestone", [])]) is None
