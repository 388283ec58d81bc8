"""The corrections of the theme's HTML: each is still needed, and nothing else is touched."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from mkdocs_site.theme_fixes import FIXES, SCRIPT_FIXES, fix_theme

SETTINGS = "site_name: Theme\nplugins: [search]\ntheme: {name: material, features: [navigation.tabs]}\n"


@pytest.fixture(scope="module")
def theme_page(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A page in a section, as the theme alone makes it."""
    folder = tmp_path_factory.mktemp("theme")
    page = folder / "docs" / "section" / "page.md"
    page.parent.mkdir(parents=True)
    page.write_text('# Page\n\n`<script src="x">` and `tabindex=""`\n')
    (folder / "mkdocs.yml").write_text(SETTINGS)
    build(load_config(str(folder / "mkdocs.yml")))
    return (folder / "site" / "section" / "page" / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("wrong", "right"), FIXES, ids=["tabindex", "autocomplete", "label", "title", "dialog", "defer"]
)
def test_the_theme_still_has_the_fault(wrong: re.Pattern[str], right: str, theme_page: str) -> None:
    assert wrong.search(theme_page), "the theme has changed: is this correction still needed?"


@pytest.mark.parametrize(("wrong", "right"), SCRIPT_FIXES, ids=["source map", "alternate forms"])
def test_the_scripts_still_have_the_fault(wrong: re.Pattern[bytes], right: bytes) -> None:
    scripts = Path(load_config(theme="material").theme.dirs[0], "assets", "javascripts")
    (script,) = scripts.glob("bundle.*.min.js")
    assert wrong.search(script.read_bytes()), "the theme has changed: is this correction still needed?"


def test_no_fault_is_left(theme_page: str) -> None:
    page = fix_theme(theme_page)
    assert not re.search(r'<label[^>]*tabindex=""', page)
    assert not re.search(r'type="checkbox"[^>]*autocomplete', page)
    assert re.findall(r"<script[^>]*bundle[^>]*>", page) == re.findall(
        r"<script defer [^>]*bundle[^>]*>", page
    )


def test_what_a_page_says_is_left_alone(theme_page: str) -> None:
    content = re.compile(r"<article.*</article>", re.DOTALL)
    assert content.findall(fix_theme(theme_page)) == content.findall(theme_page)


def test_a_label_leads_to_a_control_that_there_is() -> None:
    label = '<label class="md-nav__title" for="__toc">'
    assert fix_theme(label) == '<label class="md-nav__title">'
    assert fix_theme(f'<input id="__toc">{label}') == f'<input id="__toc">{label}'
