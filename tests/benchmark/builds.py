"""Builds of the same content by every peer, in turn."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from . import likeness, measurement
from .country import SIZES, Country
from .measurement import Cost
from .peers import PEERS
from .projects import Content

GOAL = 0.85
"""The most that the pages of this site may take of what ready-made Markdown takes."""

LARGE = 10_000
"""Records; a country of more is built half as many times."""


@dataclass(frozen=True)
class Comparison:
    """What the builds of one country took."""

    size: str
    """A name in `SIZES`."""
    pages: int
    costs: Mapping[str, list[Cost]]
    """By the names of the peers, in the order of the runs."""
    is_alike: bool
    """Whether all sites said the same."""

    @property
    def country(self) -> Country:
        """The country that was built."""
        return Country(*SIZES[self.size])

    @property
    def runs(self) -> int:
        """How many builds of each peer were timed."""
        return len(self.costs["ours"])

    def times_ours(self, peer: str) -> float:
        """Return how many times the processor time of ours a peer took."""
        return measurement.ratio(self.costs[peer], self.costs["ours"])

    def table(self) -> Iterator[str]:
        """Write the medians, a line for each peer."""
        yield f"{'median of ' + str(self.runs):<32}{'CPU s':>8}{'wall s':>8}{'MiB':>8}{'times ours':>12}"
        for name, costs in self.costs.items():
            cost = measurement.middle(costs)
            figures = f"{cost.cpu:>8.2f}{cost.wall:>8.2f}{cost.memory:>8.0f}{self.times_ours(name):>12.2f}"
            yield f"{PEERS[name].title:<32}{figures}"
        if "pages" in self.costs and "markdown" in self.costs:
            share = measurement.ratio(self.costs["pages"], self.costs["markdown"])
            yield f"CPU, our pages alone to Markdown: {share:.2f} (goal: at most {GOAL})"


def compare(folder: Path, size: str, names: Collection[str], runs: int) -> Comparison:
    """Build a country by some peers, and print how alike the sites are and what they took."""
    country = Country(*SIZES[size])
    print(f"\n{size}: {country}", flush=True)
    country.write(folder / "data")
    content = Content(folder / "data", folder / "ours" / "site")
    assert not content.dossier.warnings, content.dossier.warnings
    peers = {name: PEERS[name] for name in ("ours", *names) if _can_run(name)}
    is_alike = True
    for name, peer in peers.items():
        peer.write(folder / name, content)
        # The first builds warm the caches up, and count for nothing.
        measurement.build(folder / name, peer.command())
        if name != "ours" and peer.says_the_same:
            found = likeness.compare(content.site, folder / name / "site")
            print(f"{peer.title:<32}{found}", *found.differences, sep="\n  ", flush=True)
            is_alike &= not found.differences
    costs: dict[str, list[Cost]] = {name: [] for name in peers}
    # In turn, so that whatever else the machine does hits all alike.
    for _ in range(runs if country.records < LARGE else -(-runs // 2)):
        for name, peer in peers.items():
            costs[name].append(measurement.build(folder / name, peer.command()))
    comparison = Comparison(size, len(content.sheets), costs, is_alike)
    print(*comparison.table(), sep="\n", flush=True)
    return comparison


def _can_run(name: str) -> bool:
    """Say whether a peer can run here; if not, print why."""
    if obstacle := PEERS[name].obstacle():
        print(f"{PEERS[name].title} is left out: it {obstacle}.", file=sys.stderr)
    return not obstacle
