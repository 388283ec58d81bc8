"""The checkers: installed from the lock file beside this one, into a folder that git ignores."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from ..websites import ROOT

HERE = Path(__file__).parent
CACHE = ROOT / ".cache" / "audit"
LOCK = "package-lock.json"


def install() -> Path:
    """Return the folder of the installed packages; install them where the lock file has changed."""
    for program in ("node", "npm", "java"):
        if not shutil.which(program):
            sys.exit(
                f"The audit needs {program}, which is not here. Node 22.19 or newer and Java 11 or newer do."
            )
    installed = CACHE / "node_modules"
    done = CACHE / "installed.json"
    lock = (HERE / LOCK).read_bytes()
    if done.is_file() and done.read_bytes() == lock:
        return installed
    CACHE.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", LOCK, ".npmrc"):
        shutil.copy(HERE / name, CACHE / name)
    # The packages' own scripts would download what is already on this machine, such as Java.
    subprocess.run(["npm", "ci", "--ignore-scripts"], cwd=CACHE, check=True, stdout=subprocess.DEVNULL)
    done.write_bytes(lock)
    return installed


def environment(browser: Path) -> dict[str, str]:
    """Return the environment in which Lighthouse finds the browser."""
    return dict(os.environ) | {"CHROME_PATH": str(browser)}
