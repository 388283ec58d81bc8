"""Compiled templates are kept from build to build, and never stand in for a changed template."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, FileSystemLoader
from mkdocs.config.defaults import MkDocsConfig

from mkdocs_site.compiled_templates import keep_compiled


class Precompiled(Environment):
    """Templates that must not be compiled any more."""

    def compile(self, *_: Any, **__: Any) -> Any:
        raise AssertionError("a template was compiled again")


@pytest.fixture
def config(tmp_path: Path) -> MkDocsConfig:
    """The settings of a project with one template."""
    (tmp_path / "page.html").write_text("one")
    return MkDocsConfig(config_file_path=str(tmp_path / "mkdocs.yml"))


def render(kind: type[Environment], folder: Path, config: MkDocsConfig) -> str:
    """Render the template with an environment of its own, as every build does."""
    templates = kind(loader=FileSystemLoader(folder))
    keep_compiled(templates, config)
    return templates.get_template("page.html").render()


def test_a_template_is_compiled_once(tmp_path: Path, config: MkDocsConfig) -> None:
    assert render(Environment, tmp_path, config) == "one"
    assert render(Precompiled, tmp_path, config) == "one"


def test_a_changed_template_is_compiled_anew(tmp_path: Path, config: MkDocsConfig) -> None:
    assert render(Environment, tmp_path, config) == "one"
    (tmp_path / "page.html").write_text("two")
    assert render(Environment, tmp_path, config) == "two"


def test_where_nothing_can_be_kept_templates_are_compiled_each_time(
    tmp_path: Path, config: MkDocsConfig
) -> None:
    (tmp_path / ".cache").touch()  # a file, in which no folder can be
    assert render(Environment, tmp_path, config) == "one"
