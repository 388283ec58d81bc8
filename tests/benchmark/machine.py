"""The machine that is measured on, and the versions of what is measured."""

from __future__ import annotations

import json
import os
import platform
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from .generators import HERE

PACKAGES = {
    "mkdocs": "MkDocs",
    "mkdocs-material": "Material",
    "mkdocs-macros-plugin": "mkdocs-macros",
    "hugo": "Hugo",
}


def describe_machine() -> str:
    """Name the processor, the number of its cores and the system."""
    information = Path("/proc/cpuinfo")
    lines = information.read_text(encoding="utf-8").splitlines() if information.is_file() else []
    models = (line.partition(": ")[2] for line in lines if line.startswith("model name"))
    return f"{next(models, platform.machine())}, {os.cpu_count()} cores, {platform.system()}"


def list_versions() -> Iterator[str]:
    """List what is compared with its versions, as far as it is installed."""
    yield f"Python {platform.python_version()}"
    for package, name in PACKAGES.items():
        with suppress(PackageNotFoundError):
            yield f"{name} {version(package)}"
    if node := shutil.which("node"):
        answer = subprocess.run([node, "--version"], capture_output=True, text=True, check=True)
        locked = json.loads((HERE / "eleventy" / "package.json").read_text(encoding="utf-8"))
        yield f"Eleventy {locked['dependencies']['@11ty/eleventy']} on Node {answer.stdout.strip()[1:]}"
