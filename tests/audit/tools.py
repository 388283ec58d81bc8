"""The checkers: how they are installed, found and run."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

from ..node_packages import node_packages
from ..websites import ROOT


def packages_for(*programs: str) -> Path:
    """Return the folder of the packages for Node, which are installed where they are not there yet."""
    for name in ("node", "npm", *programs):
        if not shutil.which(name):
            sys.exit(
                f"The audit needs {name}, which is not here. Node 22.19 or newer and Java 11 or newer do."
            )
    return node_packages(Path(__file__).parent)


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
