"""Corrections of Material's HTML where it offers no block for them, and of its files."""

from __future__ import annotations

import re

from mkdocs.structure.files import Files

FIXES = (
    # An empty tabindex, which the label of a section has, is not valid HTML.
    (re.compile(r'(<label class="md-nav__link[^>]*) tabindex=""'), r"\1"),
    # HTML knows no autocompletion of a check box.
    (re.compile(r'(<input class="md-toggle"[^>]*) autocomplete="off"'), r"\1"),
    # The list of a section is named by a label that holds only an icon, where the section has an index.
    (re.compile(r'(<nav class="md-nav" [^>]*aria-labelledby="__nav_\w+)_label"'), r'\1_title"'),
    (re.compile(r'(<label class="md-nav__title" for="(__nav_\w+)")(?=>)'), r'\1 id="\2_title"'),
    # The dialog of the search has no name, without which a screen reader cannot say what has opened.
    (re.compile(r'(<div class="md-search"[^>]* role="dialog")(?=>)'), r'\1 aria-label="Search"'),
    # The theme's script, which is last in the page, need not hold up the first paint.
    (re.compile(r'<script (?=src="[^"]*assets/javascripts/bundle\.)'), "<script defer "),
)
"""What is wrong, and what is written instead."""

SCRIPT_FIXES = (
    # The last line leads a browser's tools to the source map, which `exclude_docs` leaves out.
    (re.compile(rb"\n//# sourceMappingURL=\S+\s*\Z"), b""),
    # Every other form of a page, such as its feed, would count as a translation, with a sitemap of its own.
    (re.compile(rb'(?<="link\[rel=alternate\])(?=")'), b"[hreflang]"),
)

TOC_LABEL = '<label class="md-nav__title"'


def fix_theme(html: str) -> str:
    """Correct the HTML that the theme has made around what a page says."""
    before, start, rest = html.partition("<article ")
    content, end, after = rest.rpartition("</article>")
    if 'id="__toc"' not in before:  # a page outside the navigation has no control for its label
        before = before.replace(f'{TOC_LABEL} for="__toc"', TOC_LABEL)
    return "".join([_correct(before), start, content, end, _correct(after)])


def _correct(html: str) -> str:
    for wrong, right in FIXES:
        html = wrong.sub(right, html)
    return html


def fix_scripts(files: Files) -> None:
    """Correct the scripts of the theme."""
    for file in files.javascript_files():
        if file.src_uri.endswith(".min.js"):
            for wrong, right in SCRIPT_FIXES:
                file.content_bytes = wrong.sub(right, file.content_bytes)
