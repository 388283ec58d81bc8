"""What a build takes: seconds of the processor and of the clock, and memory."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from statistics import median
from typing import NamedTuple

METER = Path(__file__).parent / "meter.py"


class Cost(NamedTuple):
    """What one build took."""

    cpu: float
    """Seconds, of user and system together, of the process and those that it started."""
    wall: float
    memory: float
    """The peak, in MiB, of the largest process."""


class BuildError(Exception):
    """Raised where a build fails."""


def build(project: Path, command: list[str]) -> Cost:
    """Build a project anew, in a process of its own."""
    shutil.rmtree(project / "site", ignore_errors=True)
    environment = {name: value for name, value in os.environ.items() if not name.endswith(("_URL", "_URI"))}
    environment |= {"NO_MKDOCS_2_WARNING": "1", "PYTHONHASHSEED": "0"}
    result = subprocess.run(
        [sys.executable, "-I", "-S", str(METER), *command],
        cwd=project,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if result.returncode:
        raise BuildError(f"the build of {project} failed:\n{result.stdout}{result.stderr}")
    return Cost(**json.loads(result.stdout.splitlines()[-1]))


def middle(costs: list[Cost]) -> Cost:
    """Take the median of each figure."""
    return Cost(*(median(figures) for figures in zip(*costs, strict=True)))


def ratio(costs: list[Cost], others: list[Cost]) -> float:
    """Compare the processor's seconds in pairs of neighbouring runs, and take the median."""
    return median(one.cpu / other.cpu for one, other in zip(costs, others, strict=True))
