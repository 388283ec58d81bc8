"""The flow of imports: a folder of the core knows only those above it, and nothing there knows MkDocs."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from .websites import ROOT

CORE = ROOT / "hooks" / "dossier"
ORDER = (
    "problems",
    "yaml_source",
    "model",
    "loading",
    "editing",
    "pages",
    "exports",
    "link_check",
    "archiving",
    "__main__",
)
"""The folders of the core in the order in which data flow through them."""
MODULES = sorted(path.relative_to(CORE).as_posix() for path in CORE.rglob("*.py") if path.parent != CORE)


def imports(path: Path) -> Iterator[str]:
    """Give the modules that a file imports, those of the core from its folder on."""
    package = path.relative_to(CORE).parent.parts
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) + 1 - node.level] if node.level else ()
            names = [node.module] if node.module else [name.name for name in node.names]
            yield from (".".join([*above, name]) for name in names)


@pytest.mark.parametrize("module", MODULES)
def test_imports_go_with_the_flow(module: str) -> None:
    own = ORDER.index(module.partition("/")[0])
    found = {name.partition(".")[0] for name in imports(CORE / module)}
    assert found & {*ORDER[own + 1 :]} == set()
    assert found & {"mkdocs", "material", "mkdocs_site", "build"} == set()


def test_every_folder_of_the_core_is_in_the_order() -> None:
    assert {path.name for path in CORE.iterdir() if path.is_dir()} - {"__pycache__"} == {*ORDER[:-1]}
