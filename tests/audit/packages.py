"""The packages: known weaknesses, licences, and the bill of materials of the site (CycloneDX)."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import defaultdict
from importlib.metadata import PackageMetadata, PackageNotFoundError, metadata

from ..websites import ROOT
from .tools import complaints

SITE = "requirements.txt"
LOCKS = (
    SITE,
    "requirements-dev.txt",
    "requirements-audit.txt",
    "requirements-bench.txt",
    "requirements-materialx.txt",
)

BILL = ROOT / "site-sbom.json"
"""Beside `site/`, not in it: it is about the build, and no page links to it."""


def shortcomings() -> list[str]:
    """Print the licences, write the bill of materials, and return the known weaknesses."""
    print("licences of what builds the site:", *licences(), sep="\n  ")
    options = ("--pyproject", "pyproject.toml", "--output-reproducible", "--output-file", str(BILL))
    failed = complaints(sys.executable, "-W", "ignore", "-m", "cyclonedx_py", "requirements", SITE, *options)
    print(f"bill of materials: {BILL.name}", flush=True)
    return [*failed, *(weakness for lock in LOCKS for weakness in weaknesses(lock))]


def licences() -> list[str]:
    """Return the licences of the locked packages, each with the packages that have it."""
    found = defaultdict(set)
    for name in re.findall(r"^([\w.-]+)==", (ROOT / SITE).read_text("utf-8"), re.MULTILINE):
        try:
            found[_licence(metadata(name))].add(name)
        except PackageNotFoundError:
            found["no data, as it is not installed on this machine"].add(name)
    return [f"{licence}: {', '.join(sorted(names))}" for licence, names in sorted(found.items())]


def _licence(package: PackageMetadata) -> str:
    classifiers = [name for name in package.get_all("Classifier", []) if name.startswith("License ::")]
    stated: str = package.get_all("License-Expression", package.get_all("License", [""]))[0].strip()
    if stated in ("", "UNKNOWN") or "\n" in stated:  # some have the whole text there
        stated = ", ".join(name.rpartition(" :: ")[2] for name in classifiers)
    return stated or "no licence is stated"


def weaknesses(lock: str) -> list[str]:
    """Return the known weaknesses of locked packages, and say where nothing is known of some."""
    options = ("--disable-pip", "--require-hashes", "--format=json", "--progress-spinner=off")
    command = [sys.executable, "-m", "pip_audit", "--requirement", lock, *options]
    answer = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    try:
        packages = json.loads(answer.stdout)["dependencies"]
    except json.JSONDecodeError:
        reason = answer.stderr.strip().rpartition("\n")[2]
        print(f"{lock}: no data on known weaknesses ({reason})", flush=True)
        return []
    missing = [package["name"] for package in packages if "vulns" not in package]
    found = [
        f"{lock}: {package['name']} {package['version']}: {weakness['id']},"
        f" fixed in {', '.join(weakness['fix_versions']) or 'no version'}"
        for package in packages
        for weakness in package.get("vulns", [])
    ]
    print(
        f"{lock}: {len(found)} known weaknesses in {len(packages) - len(missing)} packages;"
        f" no data on {len(missing)}",
        flush=True,
    )
    return found
