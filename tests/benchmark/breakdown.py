"""Where the time of a build goes, in a handful of lines."""

from __future__ import annotations

import pstats
from collections.abc import Iterator
from pathlib import Path
from typing import Any

PARTS = {
    "imports": [("importlib._bootstrap>", "_find_and_load", "")],
    "reading YAML": [("dossier/yaml_source/parser.py", "read", "")],
    "models and rules": [("dossier/loading/data_folder.py", "load", "")],
    "writing pages": [
        ("dossier/pages/page.py", "body", ""),
        ("dossier/pages/expressions.py", "expand", ""),
        ("mkdocs_site/publishing.py", "cite", ""),
    ],
    "downloads": [("dossier/exports/site_exports.py", "write_all", "")],
    "Markdown": [("markdown/core.py", "convert", "")],
    "theme templates": [
        ("jinja2/environment.py", "render", "mkdocs/commands/build.py"),
        ("jinja2/environment.py", "get_template", "mkdocs/commands/build.py"),
    ],
    "search": [
        ("plugins/search/plugin.py", "on_page_context", ""),
        ("plugins/search/plugin.py", "on_post_build", ""),
        ("mkdocs_site/search_index.py", "list_entries", ""),
    ],
}
"""The functions in which each part's time is spent: file, name and, where it matters, calling file."""


def break_down(profile: Path) -> Iterator[str]:
    """Write the parts of a profiled build with their seconds and shares, the longest first."""
    statistics: Any = pstats.Stats(str(profile))
    functions = statistics.stats
    total = sum(own for _, _, own, _, _ in functions.values())
    seconds = {
        part: sum(_seconds(functions, *function) for function in places) for part, places in PARTS.items()
    }
    seconds["models and rules"] -= seconds["reading YAML"]  # which loading does, too
    seconds["rest"] = total - sum(seconds.values())
    for part, spent in sorted(seconds.items(), key=lambda item: item[1], reverse=True):
        yield f"{part:<16}{spent:>8.2f} s{spent / total:>7.0%}"


def _seconds(functions: Any, file: str, name: str, caller: str) -> float:
    """Add up the time from the calls of a function to their returns."""
    found = [
        function
        for (path, _, called), function in functions.items()
        if called == name and path.endswith(file)
    ]
    assert found, f"a build calls no {name} of {file}"
    return sum(
        sum(call[3] for (calling, _, _), call in callers.items() if calling.endswith(caller))
        if caller
        else cumulative
        for _, _, _, cumulative, callers in found
    )
