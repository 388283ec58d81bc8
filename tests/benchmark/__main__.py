"""The command line: `python -m tests.benchmark`. It runs on Linux and macOS."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from . import breakdown, builds, editing, measurement, report
from .builds import Comparison
from .country import SIZES, Country
from .measurement import BuildError
from .peers import PEERS
from .projects import Content, write_ours

PARTS = ("builds", "profile", "editing")
MIDDLE = "M"
"""The size of what is profiled and edited."""


def main() -> int:
    """Run the chosen parts; return 1 where a build fails or the sites do not say the same."""
    options = read_options()
    try:
        comparisons = run_builds(options) if "builds" in options.parts else []
        if "profile" in options.parts:
            run_profile()
        if "editing" in options.parts:
            run_editing(options.runs)
    except BuildError as error:
        print(error, file=sys.stderr)
        return 1
    if not all(comparison.is_alike for comparison in comparisons):
        print("The sites do not say the same, so these figures do not compare.", file=sys.stderr)
        return 1
    if options.write and comparisons:
        print(f"\nwritten: {report.write(comparisons)}")
    return 0


def read_options() -> argparse.Namespace:
    """Read what is to be compared, and how often."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmark",
        description="Compare this site's build with those of other generators, of the same content.",
    )
    parser.add_argument("--sizes", nargs="+", choices=SIZES, default=["S", "M"], help="default: S M")
    parser.add_argument("--peers", nargs="+", choices=PEERS, default=list(PEERS), help="default: all")
    parser.add_argument("--parts", nargs="+", choices=PARTS, default=PARTS, help="default: all")
    parser.add_argument("--runs", type=positive, default=5, help="how many builds of each (default: 5)")
    parser.add_argument("--write", action="store_true", help=f"write the figures of builds to {report.PAGE}")
    return parser.parse_args()


def positive(text: str) -> int:
    """Read a number that is not less than one."""
    if (number := int(text)) < 1:
        raise argparse.ArgumentTypeError("must be at least 1")
    return number


def run_builds(options: argparse.Namespace) -> list[Comparison]:
    """Build countries of the chosen sizes by the chosen peers."""
    comparisons = []
    names = [name for name in PEERS if name in options.peers and name != "ours"]
    for size in options.sizes:
        with TemporaryDirectory(prefix="benchmark-") as folder:
            comparisons.append(builds.compare(Path(folder), size, names, options.runs))
    return comparisons


def run_profile() -> None:
    """Print where the time goes in ours."""
    with TemporaryDirectory(prefix="benchmark-") as name:
        folder = Path(name)
        Country(*SIZES[MIDDLE]).write(folder / "data")
        write_ours(folder / "ours", Content(folder / "data", folder / "ours" / "site"))
        profile = ["-m", "cProfile", "-o", str(folder / "profile"), "-m", "mkdocs", "build", "--quiet"]
        measurement.build(folder / "ours", [sys.executable, *profile])
        print(f"\nwhere the time goes in ours at {MIDDLE}, in seconds under a profiler")
        print(*breakdown.break_down(folder / "profile"), sep="\n", flush=True)


def run_editing(runs: int) -> None:
    """Print how long an editor waits for the changed page."""
    with TemporaryDirectory(prefix="benchmark-") as folder:
        print()
        for line in editing.run(Path(folder), Country(*SIZES[MIDDLE]), 2 * runs + 1):
            print(line, flush=True)


if __name__ == "__main__":
    sys.exit(main())
