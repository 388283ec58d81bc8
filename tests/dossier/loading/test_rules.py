"""What holds across records where `bad_data/` shows only the mistakes: what is no problem."""

from __future__ import annotations

from pathlib import Path

import pytest

from dossier.loading.data_folder import load
from dossier.problems.problem import DataError

VISIT = "{id: %s, title: Talks, direction: elsewhere, visitors: [Engineers], place: Vienna, %s}"
AREA = """
title: Floods
summary: Of floods.
activities:
  - {id: %s, title: Pumps, status: planned, text: Pumps., %s}
"""
SOURCE = "{id: %s, title: An atlas, publisher: Zenda University, kind: research, url: 'https://a.org/'%s}"


@pytest.mark.parametrize(
    "files",
    [
        pytest.param(
            {
                "sources/science.yml": SOURCE % ("science", ""),
                "areas/treaty.yml": AREA % ("pumps", "sources: [nato-2010]"),
                "milestones/science.yml": "{id: science, date: 2007, title: A, text: '[A](source:science)'}",
            },
            id="sources, areas and records have ids of their own",
        ),
        pytest.param(
            {"glossary/treaty.yml": "{term: Treaty, name: A text}"},
            id="a term may be called like a milestone",
        ),
        pytest.param({"glossary/y2007.yml": "{term: Y2007, name: A year}"}, id="years leave terms alone"),
        pytest.param({"areas/y2007.yml": AREA % ("pumps", "as_of: 2007")}, id="years leave areas alone"),
        pytest.param(
            {
                "sources/y2007.yml": SOURCE % ("y2007", ""),
                "glossary/x.yml": "{term: X, name: X, sources: [y2007]}",
            },
            id="years leave sources alone",
        ),
        pytest.param(
            {"milestones/index.yml": "{id: index, date: 2007, title: A flood}"},
            id="only an area cannot be called index",
        ),
        pytest.param(
            {"milestones/y20071.yml": "{id: y20071, date: 2007, title: A flood}"},
            id="no year has five digits",
        ),
        pytest.param(
            {
                "sources/atlas.yml": SOURCE % ("atlas", ""),
                "areas/floods.yml": AREA % ("pumps", "as_of: 2007, sources: [atlas]"),
            },
            id="a statement with as_of needs no dated source",
        ),
        pytest.param(
            {
                "sources/atlas.yml": SOURCE % ("atlas", ""),
                "areas/floods.yml": AREA % ("pumps", "sources: [nato-2010, atlas]"),
            },
            id="the date of the first source is enough",
        ),
        pytest.param(
            {
                "sources/atlas.yml": SOURCE % ("atlas", ", note: 'Not [the other](source:atlas-2)'"),
                "sources/atlas-2.yml": SOURCE % ("atlas-2", ", note: 'Not [the other](source:atlas)'"),
            },
            id="a link names a source",
        ),
        pytest.param(
            {
                "areas/floods.yml": AREA
                % ("pumps", "as_of: 2008-05, updates: [{as_of: 2008, text: Pumps came.}]")
            },
            id="an update may be of the year of what it updates",
        ),
        pytest.param(
            {
                "areas/floods.yml": AREA
                % ("pumps", "as_of: 2008-05-02, updates: [{as_of: 2008-05-02, text: Pumps came.}]")
            },
            id="an update may be of the day of what it updates",
        ),
        pytest.param(
            {
                "areas/floods.yml": AREA
                % ("pumps", "as_of: 2007/2009, updates: [{as_of: 2008, text: Pumps came.}]")
            },
            id="an update may be of the time of what it updates",
        ),
        pytest.param(
            {"visits/x.yml": VISIT % ("flood-talks", "recurring: true, date: 2007")},
            id="a recurring visit may have a date",
        ),
        pytest.param(
            {"visits/x.yml": VISIT % ("flood-talks", "recurring: false, date: 2007")},
            id="a visit may say that it does not recur",
        ),
    ],
)
def test_this_is_no_problem(files: dict[str, str], good_data: Path) -> None:
    for name, text in files.items():
        (good_data / name).parent.mkdir(exist_ok=True)
        (good_data / name).write_text(text, encoding="utf-8")
    assert load(good_data).warnings == ()


def test_warnings_are_sorted_by_place(good_data: Path) -> None:
    (good_data / "sources" / "a").mkdir()
    for name in ("c", "a/b", "a-b"):
        text = SOURCE % (name.replace("/", ""), "")
        (good_data / "sources" / f"{name}.yml").write_text(text, encoding="utf-8")
    warnings = load(good_data).warnings
    files = [f"data/sources/{name}.yml" for name in ("a-b", "a/b", "c")]
    assert [(warning.place.file, warning.is_warning) for warning in warnings] == [
        (file, True) for file in files
    ]


HINT = "link to https://..., mailto:... or a record, for example visit:ID"


@pytest.mark.parametrize(
    ("target", "message"),
    [
        *(
            (target, f'the link to "{target}" leads nowhere; {HINT}')
            for target in (
                *("javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "ftp://example.org/"),
                *("/areas/", "areas/", "#b", "//example.org/", "https:example.org", "https://"),
                *("visit:", "term:nato", "b c", ""),
            )
        ),
        *(
            (target, f'the link to "{target}" leads nowhere; write visit:seminar')
            for target in ("Visit:seminar", "visits:seminar", "visit: seminar", "Visits: seminar", "seminar")
        ),
    ],
)
def test_a_link_in_prose_leads_to_the_web_or_to_a_record(target: str, message: str, good_data: Path) -> None:
    (good_data / "milestones").mkdir()
    text = f"{{id: flood, date: 2007, title: A, text: 'See [this]({target}).'}}"
    (good_data / "milestones" / "flood.yml").write_text(text, encoding="utf-8")
    with pytest.raises(DataError) as caught:
        load(good_data)
    assert [problem.message for problem in caught.value.problems] == [message]


@pytest.mark.parametrize("date", ["1901", "../2105", "2010~"])
def test_a_date_within_a_century_of_another_is_no_problem(date: str, good_data: Path) -> None:
    (good_data / "milestones" / "x.yml").parent.mkdir()
    (good_data / "milestones" / "x.yml").write_text(f"{{id: x, date: {date}, title: A}}", encoding="utf-8")
    assert load(good_data).warnings == ()


def test_a_few_dates_may_be_centuries_apart(good_data: Path) -> None:
    for path in good_data.rglob("*.yml"):
        if path.stem not in ("sources", "zenda-gazette", "partner"):
            path.unlink()
    partner = "{name: A, adjective: B, summary: C, primary_source: nato-2010}"
    (good_data / "partner.yml").write_text(partner, encoding="utf-8")
    milestones = "[{id: a, date: 1648, title: A}, {id: b, date: 1992, title: B}]"
    (good_data / "milestones.yml").write_text(milestones, encoding="utf-8")
    assert not any("years from all others" in str(warning) for warning in load(good_data).warnings)
