"""`llms.txt`: what the site has, for language models (llmstxt.org)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from ..pages import urls
from .export import Export, write_text
from .markdown.markdown_pages import MarkdownPages
from .markdown.text import escape, link

HOW_TO_READ = (
    "Every page says what was so, as of when, and who says so: the numbers in brackets are those of the"
    " sources at its foot. Nothing is said about later years unless a later source is named."
)


def list_for_models(markdown: MarkdownPages) -> Export:
    """Return the list of the pages as Markdown, and of the downloads."""
    return Export(urls.LLMS, "text/plain", "The pages as Markdown", partial(_write, markdown))


def _write(markdown: MarkdownPages) -> Iterator[bytes]:
    site = markdown.pages.site
    files = (export for export in markdown.downloads if not export.series)
    blocks = [
        f"# {escape(site.website.name)}",
        f"> {escape(site.dossier.partner.summary.plain)}",
        HOW_TO_READ,
        *_section("Pages", (_page(markdown, url) for url in markdown.writers if not _is_optional(url))),
        *_section("About", (_page(markdown, url) for url in markdown.urls if url not in markdown.writers)),
        *_section("Data", (_line(export.name, site.permalink(export.url), export.title) for export in files)),
        *_section("Optional", (_page(markdown, url) for url in markdown.writers if _is_optional(url))),
    ]
    return write_text((f"{block}\n" for block in blocks), "\n")


def _is_optional(url: str) -> bool:
    """Say whether a page tells only what others tell too: the format lets models skip such pages."""
    return url.startswith(urls.AS_OF)


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    if listed := "\n".join(lines):
        yield f"## {title}"
        yield listed


def _page(markdown: MarkdownPages, url: str) -> str:
    title, description = markdown.described(url)
    return _line(title, markdown.pages.site.permalink(urls.markdown_of(url)), description)


def _line(title: str, address: str, notes: str) -> str:
    return f"- {link(escape(title), address)}: {escape(notes)}"
