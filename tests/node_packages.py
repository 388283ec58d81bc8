"""Packages for Node, installed from a lock file."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from .websites import ROOT

LOCK = "package-lock.json"


def node_packages(locked: Path) -> Path:
    """Return the folder of the packages that a folder locks; install them where the lock file has changed."""
    cache = ROOT / ".cache" / locked.name
    done, lock = cache / "installed.json", (locked / LOCK).read_bytes()
    if not done.is_file() or done.read_bytes() != lock:
        cache.mkdir(parents=True, exist_ok=True)
        for name in ("package.json", LOCK, ".npmrc"):
            shutil.copy(locked / name, cache / name)
        # The packages' own scripts would download what is already on this machine, such as Java.
        command = ["npm", "ci", "--ignore-scripts"]
        subprocess.run(command, cwd=cache, check=True, stdout=subprocess.DEVNULL)
        done.write_bytes(lock)
    return cache / "node_modules"
