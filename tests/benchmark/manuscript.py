"""The pages of a dossier as ready-made Markdown, for MkDocs to parse without hooks.

The Markdown is made from the HTML of the pages, so that whatever they show, it shows too.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser, LexborNode

from dossier.pages import urls

from .likeness import APPARATUS, UNSEEN
from .sheets import Sheet

HEADINGS = ("h1", "h2", "h3")
LISTS = {"ul": "- ", "ol": "1. "}
BLOCKS = (
    *("p", "div", "section", "article", "aside", "details", "summary"),
    *("li", "dl", "dt", "dd", "table", *HEADINGS, *LISTS),
)
EMPHASIS = {"strong": "**", "em": "*", "cite": "*", "code": "`"}


def write_manuscripts(sheets: Iterable[Sheet], target: Path) -> None:
    """Write every page of the site; those that the data make have the hand-written ones above them."""
    for sheet in sheets:
        blocks = Manuscript(sheet.url).write(sheet.page.body) if sheet.page else ()
        (target / sheet.path).parent.mkdir(parents=True, exist_ok=True)
        (target / sheet.path).write_text(sheet.write(*blocks), encoding="utf-8")


@dataclass(frozen=True)
class Manuscript:
    """Writes HTML as Markdown, for the page at a URL."""

    url: str

    def write(self, html: str) -> Iterator[str]:
        """Write the blocks of a page."""
        body = LexborHTMLParser(html).body
        assert body
        for node in body.css(", ".join(APPARATUS + UNSEEN)):
            node.decompose()
        return self.blocks(body)

    def blocks(self, parent: LexborNode) -> Iterator[str]:
        """Write the blocks within an element; the words between them are paragraphs."""
        words = ""
        for node in parent.iter(include_text=True):
            if node.tag in BLOCKS:
                yield from filter(None, [words.strip()])
                yield from _identified(self.block(node), node.attributes.get("id"))
                words = ""
            else:
                words += self.inline(node)
        yield from filter(None, [words.strip()])

    def block(self, node: LexborNode) -> Iterator[str]:
        """Write an element that makes blocks."""
        tag = node.tag or ""
        if tag in HEADINGS:
            yield f"{'#' * int(tag[1])} {self.words(node)}"
        elif tag in LISTS and not node.css_first("h3"):  # what has a heading is no list, but a section
            items = (_identified(self.blocks(item), item.attributes.get("id")) for item in node.iter())
            yield "\n".join(_item(LISTS[tag], blocks) for blocks in items)
        elif tag == "dt":
            yield f"**{self.words(node)}**"
        elif tag == "dd":
            yield _item("- ", self.blocks(node))
        elif tag == "table":
            yield "\n".join(self.rows(node))
        else:
            yield from self.blocks(node)

    def rows(self, table: LexborNode) -> Iterator[str]:
        """Write a table; the address of a row is in its first cell."""
        for number, row in enumerate(table.css("tr")):
            cells: list[str] = []
            for cell in row.iter():
                columns = int(cell.attributes.get("colspan") or 1)
                cells += [" ".join(self.blocks(cell)), *[""] * (columns - 1)]
            anchor = row.attributes.get("id")
            yield f"| {' | '.join([f'{cells[0]} {{ #{anchor} }}' if anchor else cells[0], *cells[1:]])} |"
            if number == 0:
                yield "|---" * len(cells) + "|"

    def inline(self, node: LexborNode) -> str:
        """Write text, or an element within it."""
        anchor = node.attributes.get("id")
        match node.tag:
            case "-text":
                return _escape(node.text_content or "")
            case "a":
                href = node.attributes.get("href") or ""
                link = f"<{href}>" if node.text() == href else f"[{self.words(node)}]({self.link(href)})"
                return f"{link}{{ #{anchor} }}" if anchor else link
            case "strong" | "em" | "cite" | "code":
                return f"{EMPHASIS[node.tag]}{self.words(node)}{EMPHASIS[node.tag]}"
        return f"[](){{ #{anchor} }}" if anchor else self.words(node)

    def words(self, parent: LexborNode) -> str:
        """Write what is within an element that makes no blocks."""
        return "".join(map(self.inline, parent.iter(include_text=True)))

    def link(self, href: str) -> str:
        """Write a link as one to the Markdown file that makes its page."""
        path, hash_sign, anchor = href.partition("#")
        if not path or ":" in path:
            return href
        file = urls.file_of(urljoin(f"/{self.url}", path).removeprefix("/"))
        folder = posixpath.dirname(urls.file_of(self.url))
        return f"{posixpath.relpath(file, folder)}{hash_sign}{anchor}"


def _identified(blocks: Iterable[str], anchor: str | None) -> Iterator[str]:
    """Give the first of some blocks an address, as Python-Markdown's `attr_list` takes it."""
    for number, block in enumerate(blocks):
        between = " " if block.startswith("#") else "\n"
        yield f"{block}{between}{{ #{anchor} }}" if anchor and not number else block


def _item(mark: str, blocks: Iterable[str]) -> str:
    """Write an item of a list: a mark, and every line after the first further right."""
    return mark + "\n\n".join(blocks).replace("\n", "\n    ")


def _escape(text: str) -> str:
    """Write text so that none of it is taken for markup."""
    text = re.sub(r"[ \n\t]+", " ", text).replace("&", "&amp;").replace("<", "&lt;")
    return re.sub(r"[\\`*_{}\[\]|]", r"\\\g<0>", text)
