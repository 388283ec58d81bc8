"""ProperDocs, which goes on with MkDocs 1, builds the same site with the same hooks and settings."""

from __future__ import annotations

import re
from pathlib import Path

from ..test_bad_data import expected, lay_over
from ..websites import build, contents, copy_project
from .comparison import build_at_address

GENERATOR = re.compile(rb'<meta name="generator" content="[^"]*">')


def test_the_site_is_the_same_but_for_the_name_of_its_generator(project: Path, mkdocs_site: Path) -> None:
    own = contents(mkdocs_site)
    others = contents(build_at_address(project, "properdocs", engine="properdocs"))
    assert b"ProperDocs" in others["index.html"]
    assert others.keys() == own.keys()
    without_name = {name: GENERATOR.sub(b"", content) for name, content in own.items()}
    assert [
        name for name, content in others.items() if GENERATOR.sub(b"", content) != without_name[name]
    ] == []


def test_problems_in_the_data_stop_it_in_the_same_words(good_data: Path, tmp_path: Path) -> None:
    lay_over("many-problems", good_data)
    project = copy_project(tmp_path / "project", data=good_data)
    result = build(project, project / "site", engine="properdocs")
    assert result.returncode == 1
    assert expected("many-problems").strip() in result.stderr
    assert "Traceback" not in result.stderr
    assert not (project / "site").exists()
