"""How long an editor waits: from the saving of one line to the changed page, as a browser gets it."""

from __future__ import annotations

import signal
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from statistics import median

from dossier.pages.page_context import SiteContext
from dossier.pages.urls import file_of

from ..live import Live, live
from ..websites import ROOT
from . import projects
from .country import Country


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
        Trial("the shipped data", ROOT / "data", 0.12),
        Trial(f"{country.milestones:,} milestones", folder / "made-up", 0.25),
    ]
    yield f"{'seconds from saving to the page':<34}{'ours':>8}{'goal':>8}{'Markdown':>10}"
    for number, trial in enumerate(trials):
        ours, markdown = folder / f"ours-{number}", folder / f"markdown-{number}"
        content = projects.Content(trial.data, ours / "site")
        projects.write_ours(ours, content)
        projects.write_markdown(markdown, content)
        edited = content.dossier.milestones[0]
        page = SiteContext(content.dossier).urls.timeline.at(edited.id).partition("#")[0]
        waits = median(_waits(ours, "data/milestones.yml", edited.title, page, runs))
        waits_of_markdown = median(_waits(markdown, f"docs/{file_of(page)}", edited.title, page, runs))
        yield f"{trial.name:<34}{waits:>8.2f}{trial.goal:>8.2f}{waits_of_markdown:>10.2f}"


def _waits(project: Path, file: str, phrase: str, path: str, runs: int) -> list[float]:
    """Change a phrase again and again, and time each change until it is on the page at a path."""
    lot = Random(2011)
    with live(project) as site:
        text = site.read(file)
        _wait(site, path, file, text.replace(phrase, f"{phrase} Warm-up", 1), "Warm-up")
        waits = []
        for number in range(runs):
            time.sleep(lot.uniform(0.5, 1))  # an editor saves at no particular moment between two looks
            mark = f"Change-{number}"
            waits.append(_wait(site, path, file, text.replace(phrase, f"{phrase} {mark}", 1), mark))
        site.stop(signal.SIGINT)  # at which plain MkDocs removes its folder too
        return waits


def _wait(site: Live, path: str, file: str, text: str, mark: str) -> float:
    page = site.get(path)
    start = time.perf_counter()
    (site.project / file).write_text(text, encoding="utf-8")
    while mark not in page:
        site.wait(page)
        page = site.get(path)
    return time.perf_counter() - start
