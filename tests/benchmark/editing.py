"""How long an editor waits: from the saving of one line to the changed page, as a browser gets it."""

from __future__ import annotations

import signal
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from statistics import median

from ..live import Live, live
from ..websites import ROOT
from . import projects
from .country import Country

PAGE = "timeline/"
"""The longest page, and so the one that takes the longest."""


@dataclass(frozen=True)
class Trial:
    """What is edited, and how long the change may take to be seen."""

    name: str
    data: Path
    goal: float
    """Seconds, in the median."""


def run(folder: Path, country: Country, runs: int) -> Iterator[str]:
    """Time the edits of two data sets, beside those of the same pages in ready-made Markdown."""
    country.write(folder / "made-up")
    trials = [
        Trial("the shipped data", ROOT / "data", 0.3),
        Trial(f"{country.milestones:,} milestones", folder / "made-up", 0.6),
    ]
    yield f"{'seconds from saving to the page':<34}{'ours':>8}{'goal':>8}{'Markdown':>10}"
    for number, trial in enumerate(trials):
        ours, markdown = folder / f"ours-{number}", folder / f"markdown-{number}"
        content = projects.Content(trial.data, ours / "site")
        projects.write_ours(ours, content)
        projects.write_markdown(markdown, content)
        title = content.dossier.milestones[0].title
        waits = median(_waits(ours, "data/milestones.yml", title, runs))
        waits_of_markdown = median(_waits(markdown, "docs/timeline.md", title, runs))
        yield f"{trial.name:<34}{waits:>8.2f}{trial.goal:>8.2f}{waits_of_markdown:>10.2f}"


def _waits(project: Path, file: str, phrase: str, runs: int) -> list[float]:
    """Change a phrase again and again, and time each change."""
    lot = Random(2011)
    with live(project) as site:
        text = site.read(file)
        _wait(site, file, text, phrase, "Warm-up")
        waits = []
        for number in range(runs):
            time.sleep(lot.uniform(0.5, 1))  # an editor saves at no particular moment between two looks
            waits.append(_wait(site, file, text, phrase, f"Change-{number}"))
        site.stop(signal.SIGINT)  # at which plain MkDocs removes its folder too
        return waits


def _wait(site: Live, file: str, text: str, phrase: str, mark: str) -> float:
    page = site.get(PAGE)
    changed = text.replace(phrase, f"{phrase} {mark}", 1)
    start = time.perf_counter()
    (site.project / file).write_text(changed, encoding="utf-8")
    while mark not in page:
        site.wait(page)
        page = site.get(PAGE)
    return time.perf_counter() - start
