"""Run a command, and write what it took as JSON.

It is run by its path, in a process of its own: the peak of a process starts at the size of the one that
starts it, so that one must be small.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time

BYTES = 1 if sys.platform == "darwin" else 1024
"""The unit of `ru_maxrss`."""


def main() -> int:
    """Run the command in the arguments; return its exit status."""
    start = time.perf_counter()
    status = subprocess.run(sys.argv[1:], check=False).returncode
    wall = time.perf_counter() - start
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    cost = {"cpu": usage.ru_utime + usage.ru_stime, "wall": wall, "memory": usage.ru_maxrss * BYTES / 2**20}
    print(json.dumps(cost))
    return status


if __name__ == "__main__":
    sys.exit(main())
