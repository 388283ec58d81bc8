"""The page of the site that has the figures of the benchmark."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from datetime import date

from dossier.problems.phrases import count

from ..websites import ROOT
from . import measurement
from .builds import Comparison
from .chart import Point, draw
from .generators import MOST_RECORDS
from .machine import describe_machine, list_versions
from .peers import PEERS

PAGE = "docs/benchmark.md"
HEADS = "".join(
    f'<th scope="col">{head}</th>'
    for head in ("Generator", "CPU seconds", "times this site", "peak memory, MiB")
)
OF_MANY_PAGES = "P"
"""The size that is not on the way from small to large."""

HEAD = """\
---
title: Benchmark
search:
  exclude: true # it has no facts
description: What a build of the site takes, beside other generators that build the same content.
---

{opening}
The other generators make the same words, headings and links of it on every page, within 3%.

{tables}## Growth

{chart}
## What is compared

- *This site*: MkDocs and Material with the hooks, which read and check the YAML files, write pages, search
  entries and downloads, and a JSON file for each record. *Pages alone* is the same without downloads.
- *Material, ready-made Markdown*: the same pages as Markdown files, without hooks.
- *Material, mkdocs-macros*: pages of one macro each, which takes their content from this site's loader and
  templates.
- *Hugo* and *Eleventy*: own templates for all pages, which read the same YAML files. The layout around the
  articles is cut from this site's pages. Hugo refuses very long lists of records, so it gets them in files of
  {part:,}.
- *Material, empty pages*: as many pages with nothing on them but a title.

Only this site writes downloads and forms of citation. Ready-made Markdown, Hugo and Eleventy have no charts
and tooltips. Hugo and Eleventy do not check the data, and write a long list as one page, which is compared
record by record with the pages into which this site cuts it. Ready-made Markdown and macros have no JSON-LD,
and their search finds headings instead of records.

## How it was measured

On {day}: {machine}. {versions}.

CPU is user and system time of all processes of a build, the memory the peak of the largest. The builds ran in
turn, after one that did not count; the figures are medians. `{command}` repeats it. What the
making of a file costs differs from disk to disk; with `TMPDIR=/dev/shm` all files are in memory.
"""


def write(comparisons: Sequence[Comparison]) -> str:
    """Write the page, and return its path in the repository."""
    (ROOT / PAGE).write_text(text(comparisons), encoding="utf-8")
    return PAGE


def text(comparisons: Sequence[Comparison]) -> str:
    """Write the page as Markdown."""
    sizes = " ".join(comparison.size for comparison in comparisons)
    where = f"TMPDIR={folder} " if (folder := os.environ.get("TMPDIR")) else ""
    return HEAD.format(
        opening=_opening(comparisons),
        tables="".join(map(_table, comparisons)),
        chart=_chart([comparison for comparison in comparisons if comparison.size != OF_MANY_PAGES]),
        part=MOST_RECORDS,
        day=f"{date.today():%-d %B %Y}",
        machine=describe_machine(),
        versions=", ".join(list_versions()),
        command=f'{where}make bench SIZES="{sizes}" RUNS={comparisons[0].runs}',
    )


def _opening(comparisons: Sequence[Comparison]) -> str:
    largest = max(comparisons, key=lambda comparison: comparison.country.records)
    seconds = measurement.middle(largest.costs["ours"]).cpu
    return (
        f"This site builds a made-up country of {largest.country} in {seconds:.1f} seconds of processor time."
    )


def _table(comparison: Comparison) -> str:
    """Write a section with the medians, the quickest first; Material's own tables are too wide for phones."""
    costs = {name: measurement.middle(costs) for name, costs in comparison.costs.items()}
    rows = []
    for name in sorted(costs, key=lambda name: costs[name].cpu):
        title = f"<strong>{PEERS[name].title}</strong>" if name == "ours" else PEERS[name].title
        figures = (
            f"{costs[name].cpu:.2f}",
            f"{comparison.times_ours(name):.2f}",
            f"{costs[name].memory:.0f}",
        )
        cells = "".join(f"<td>{figure}</td>" for figure in figures)
        rows.append(f'<tr><th scope="row">{title}</th>{cells}</tr>\n')
    country = comparison.country
    return (
        f"## {count(country.records, 'record')} on {count(comparison.pages, 'page')}\n\n"
        f"Of {country}, in the median of {count(comparison.runs, 'build')}:\n\n"
        f'<table class="nr-costs">\n<thead>\n<tr>{HEADS}</tr>\n</thead>\n'
        f"<tbody>\n{''.join(rows)}</tbody>\n</table>\n\n"
    )


def _chart(comparisons: Sequence[Comparison]) -> str:
    """Draw what the peers take that were timed at every size."""
    names = [name for name in PEERS if all(name in comparison.costs for comparison in comparisons)]
    lines = {PEERS[name].title: [*_points(name, comparisons)] for name in names}
    picture = draw(lines, "CPU seconds of a build by the number of records")
    return f"<figure>\n{picture}\n</figure>\n"


def _points(name: str, comparisons: Sequence[Comparison]) -> Iterator[Point]:
    for comparison in comparisons:
        yield Point(comparison.country.records, measurement.middle(comparison.costs[name]).cpu)
