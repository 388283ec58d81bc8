"""What a build takes: seconds of the processor and of the clock, and memory."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from statistics import median
from typing import NamedTuple

BYTES_OF_MAXRSS = 1 if sys.platform == "darwin" else 1024


class Cost(NamedTuple):
    """What one build took."""

    cpu: float
    """Seconds, of user and system together."""
    wall: float
    memory: float
    """The peak, in MiB."""


class BuildError(Exception):
    """Raised where a build fails."""


def build(settings: Path, *python: str) -> Cost:
    """Build a project strictly in a process of its own, given options of Python."""
    environment = {name: value for name, value in os.environ.items() if not name.endswith(("_URL", "_URI"))}
    environment |= {"NO_MKDOCS_2_WARNING": "1", "PYTHONHASHSEED": "0"}
    command = [sys.executable, *python, "-m", "mkdocs", "build", "--strict", "-q", "-f", str(settings)]
    start = time.perf_counter()
    process = os.posix_spawn(sys.executable, command, environment)
    _, status, usage = os.wait4(process, 0)
    wall = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status) != 0:
        raise BuildError(f"the build of {settings} failed")
    return Cost(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss * BYTES_OF_MAXRSS / 2**20)


def middle(costs: list[Cost]) -> Cost:
    """Take the median of each figure."""
    return Cost(*(median(figures) for figures in zip(*costs, strict=True)))


def ratio(ours: list[Cost], others: list[Cost]) -> float:
    """Compare the processor's seconds in pairs of neighbouring runs, and take the median."""
    return median(one.cpu / other.cpu for one, other in zip(ours, others, strict=True))
