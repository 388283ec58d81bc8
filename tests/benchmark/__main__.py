"""The command line: `python -m tests.benchmark`. It needs the `wait4` of Linux or macOS."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from dossier.loading.data_folder import load

from . import breakdown, editing, likeness, measurement, projects
from .country import Country
from .measurement import BuildError, Cost

GOAL = 0.85
"""The most that this site's build may take of what ready-made Markdown takes."""

SIZES = {"areas": 50, "milestones": 1_000, "visits": 500}


def main() -> int:
    """Build both sites in turn, edit both, and print what each takes; return 1 where a build fails."""
    options = read_options()
    country = Country(options.areas, options.milestones, options.visits)
    with TemporaryDirectory(prefix="benchmark-") as folder:
        try:
            run(Path(folder), country, options.runs)
        except BuildError as error:
            print(error, file=sys.stderr)
            return 1
    return 0


def read_options() -> argparse.Namespace:
    """Read the sizes of the made-up country and the number of runs."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmark",
        description="Compare this site's build with that of ready-made Markdown of the same content.",
    )
    for noun, size in SIZES.items():
        parser.add_argument(f"--{noun}", type=positive, default=size, help=f"how many (default: {size})")
    parser.add_argument("--runs", type=positive, default=5, help="how many builds of each (default: 5)")
    return parser.parse_args()


def positive(text: str) -> int:
    """Read a number that is not less than one."""
    if (number := int(text)) < 1:
        raise argparse.ArgumentTypeError("must be at least 1")
    return number


def run(folder: Path, country: Country, runs: int) -> None:
    """Print how alike both sites are, what they take, and where the time goes in ours."""
    data, ours, markdown = folder / "data", folder / "ours", folder / "markdown"
    country.write(data)
    dossier = load(data)
    assert not dossier.warnings, dossier.warnings
    settings = [projects.write_ours(ours, data), projects.write_markdown(markdown, dossier)]
    # The first builds warm the caches up, and count for nothing.
    measurement.build(settings[0])
    projects.copy_downloads(ours, markdown)
    measurement.build(settings[1])
    print(f"{country.areas:,} areas, {country.milestones:,} milestones, {country.visits:,} visits\n")
    print(*likeness.compare(ours / "site", markdown / "site"), sep="\n")
    print_costs(*measure(settings, runs))
    measurement.build(settings[0], "-m", "cProfile", "-o", str(folder / "profile"))
    print("\nwhere the time goes in ours, in seconds under a profiler")
    print(*breakdown.break_down(folder / "profile"), sep="\n")
    print()
    for line in editing.run(folder, country, 2 * runs + 1):
        print(line, flush=True)


def measure(settings: list[Path], runs: int) -> list[list[Cost]]:
    """Build the projects in turn, so that whatever else the machine does hits both alike."""
    rounds = [[measurement.build(path) for path in settings] for _ in range(runs)]
    return [list(costs) for costs in zip(*rounds, strict=True)]


def print_costs(ours: list[Cost], markdown: list[Cost]) -> None:
    """Print a table of the medians, and the ratio beside its goal."""
    print(f"\n{'median of ' + str(len(ours)):<16}{'CPU s':>8}{'wall s':>8}{'MiB':>8}")
    for name, costs in (("ours", ours), ("Markdown", markdown)):
        cost = measurement.middle(costs)
        print(f"{name:<16}{cost.cpu:>8.2f}{cost.wall:>8.2f}{cost.memory:>8.0f}")
    print(f"CPU, ours to Markdown: {measurement.ratio(ours, markdown):.2f} (goal: at most {GOAL})")


if __name__ == "__main__":
    sys.exit(main())
