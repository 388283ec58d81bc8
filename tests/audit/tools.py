"""The checkers: how they are installed, found and run."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

from ..websites import ROOT

HERE = Path(__file__).parent
CACHE = ROOT / ".cache" / "audit"
LOCK = "package-lock.json"


def node_packages(*programs: str) -> Path:
    """Return the folder of the packages for Node; install them where the lock file has changed."""
    for name in ("node", "npm", *programs):
        if not shutil.which(name):
            sys.exit(
                f"The audit needs {name}, which is not here. Node 22.19 or newer and Java 11 or newer do."
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


def program(name: str) -> str:
    """Return the path of a program that a Python package brings along."""
    found = shutil.which(name, path=sysconfig.get_path("scripts"))
    return found or sys.exit(f"The audit needs {name}: run `make audit`, which installs it.")


def complaints(*command: str) -> list[str]:
    """Run a checker in the project; return what it writes where it finds anything."""
    answer = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return [answer.stdout + answer.stderr] if answer.returncode else []


def environment(browser: Path) -> dict[str, str]:
    """Return the environment in which Lighthouse finds the browser."""
    return dict(os.environ) | {"CHROME_PATH": str(browser)}
