"""The layout of this site's pages, cut from a built site, for generators that have no Material.

What is different on every page is a name between `@@`: the article (`BODY`), the table of contents, the
description of the page as JSON-LD; around the articles of the areas, their titles, addresses and neighbours.
"""

from __future__ import annotations

import re
from pathlib import Path

CONTENT = '<span id="_content"></span>'
CONTENTS = '<nav class="md-nav md-nav--secondary"'
LINKED_DATA = re.compile(r'(?<=<script type="application/ld\+json">).*?(?=</script>)', re.DOTALL)

HERE = '<a href="./" class="md-nav__link'
"""The entry of the page itself in the navigation."""

PARTS = {
    "_contents": (
        f'{CONTENTS} aria-label="Table of contents"><label class="md-nav__title" for="__toc">'
        '<span class="md-nav__icon md-icon"></span>Table of contents</label>'
        '<ul class="md-nav__list" data-md-component="toc" data-md-scrollfix>@@ITEMS@@</ul></nav>'
    ),
    "_heading": (
        '<li class="md-nav__item"><a href="#@@ID@@" class="md-nav__link">'
        '<span class="md-ellipsis">@@TITLE@@</span></a>@@CHILDREN@@</li>\n'
    ),
    "_headings": '<nav class="md-nav" aria-label="@@TITLE@@"><ul class="md-nav__list">@@ITEMS@@</ul></nav>',
    "_entry": (
        '<li class="md-nav__item"><a href="@@URL@@" class="md-nav__link">'
        '<span class="md-ellipsis">@@TITLE@@</span></a></li>\n'
    ),
    "_here": (
        '<li class="md-nav__item md-nav__item--active">'
        '<input class="md-nav__toggle md-toggle" type="checkbox" id="__toc">'
        '<label class="md-nav__link md-nav__link--active" for="__toc">'
        '<span class="md-ellipsis">@@TITLE@@</span><span class="md-nav__icon md-icon"></span></label>'
        '<a href="./" class="md-nav__link md-nav__link--active">'
        '<span class="md-ellipsis">@@TITLE@@</span></a>'
        "@@TABLE_OF_CONTENTS@@</li>\n"
    ),
}
"""The parts of the layout that pages repeat, as Material writes them."""


def cut_layouts(site: Path, area: str) -> dict[str, str]:
    """Cut the layouts of a built site, by name; `area` is the id of the area that is the model for all."""
    layouts = dict(PARTS)
    for path in sorted(site.rglob("index.html")):
        url = path.parent.relative_to(site).as_posix()
        if url == f"areas/{area}":
            layouts["area"] = _cut_area(path.read_text(encoding="utf-8"), area)
        elif not url.startswith("areas/"):
            layouts[url.replace("/", "-").replace(".", "home")] = _cut(path.read_text(encoding="utf-8"))
    return layouts


def _cut(page: str) -> str:
    """Cut out what the records make; the heading of the page stays."""
    start, end = page.index(CONTENT), page.rindex("</article>")
    end_of_heading = page.index("</h1>", start) + len("</h1>")
    page = f"{page[:end_of_heading]}\n@@BODY@@{page[end:]}"
    page = LINKED_DATA.sub("@@LINKED_DATA@@", page)
    while (start := page.find(CONTENTS)) >= 0:
        page = f"{page[:start]}@@TABLE_OF_CONTENTS@@{page[_end_of_nav(page, start) :]}"
    return page


def _end_of_nav(page: str, start: int) -> int:
    """Find where a `nav` element ends that may have others within it."""
    depth = 0
    for tag in re.compile(r"<(/?)nav\b[^>]*>").finditer(page, start):
        depth += -1 if tag[1] else 1
        if not depth:
            return tag.end()
    raise ValueError("a nav element has no end")


def _cut_area(page: str, area: str) -> str:
    """Cut out what is different around the articles of the areas, too."""
    page = _cut_list(_cut(page))
    for name, relation in (("PREVIOUS", "prev"), ("NEXT", "next")):
        if neighbour := re.search(rf'<link rel="{relation}" href="([^"]*)"', page):
            title = re.search(rf'md-footer__link--{relation}" aria-label="\w+: ([^"]*)"', page)
            assert title, f"the footer has no link to the {name.lower()} page"
            page = page.replace(f'href="{neighbour[1]}"', f'href="@@{name}_URL@@"')
            page = page.replace(f"{title[1]}", f"@@{name}_TITLE@@")
    ((description, title),) = re.findall(
        r'<meta name="description" content="([^"]*)">.*?<meta name="citation_title" content="([^"]*)">',
        page,
        re.DOTALL,
    )
    page = page.replace(description, "@@DESCRIPTION@@").replace(title, "@@TITLE@@")
    page = re.sub(r'(?<=<meta name="citation_publication_date" content=")[^"]*', "@@DATE@@", page)
    return page.replace(f"areas/{area}/", "@@URL@@")


def _cut_list(page: str) -> str:
    """Cut out the list of the areas, where the navigation has it."""
    here = page.find(HERE)
    if here < 0:
        return page
    start = page.index(">", page.rindex("<ul", 0, here)) + 1
    return f"{page[:start]}@@NAVIGATION@@{page[page.index('</ul>', here) :]}"
