"""Prose: a line of text with the inline Markdown that a field may use.

Emphasis, code and links are read by Python-Markdown; everything else, raw HTML included, is text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from html import escape, unescape
from itertools import groupby
from typing import TypeAlias
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown

from ..problems.record_messages import Links

SPECIAL = re.compile(r"[\\`*_\[]")
"""Text without any of these needs no Markdown parser."""

DROPPED = (
    *("reference", "short_reference", "image_link", "image_reference", "short_image_ref"),
    *("autolink", "automail", "linebreak", "html", "entity"),
)
"""Python-Markdown's inline patterns that are not for emphasis, code or links."""

WEB_LINK = re.compile(r"(https?://[^\s/?#]|mailto:)\S+", re.IGNORECASE)
WEB_ADDRESS = re.compile(r'<a href="(https?://[^"]*)">', re.IGNORECASE)
"""Matches a link to the web in a segment."""
PARTED_LINK = re.compile(r"\] +\((?P<target>[a-z]+:[a-z0-9]+(-[a-z0-9]+)*)\)")
"""Matches what is no link because of a space between its brackets."""
WRITTEN_LINK = re.compile(r"\] ?\((?P<target>[a-z]+:[^\s()]+)\)")
"""Matches the end of a link in text that is not prose."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A link to a record, as it was written; the rules check the kind and the id."""

    kind: str
    """Empty if it was left out."""
    id: str


Segment: TypeAlias = str | Reference


class LinkError(ValueError):
    """Raised for a link that would not be visible; says what to write instead."""


@dataclass(frozen=True, slots=True)
class Prose:
    """Inline HTML, with links to records that only a page can resolve."""

    markdown: str
    """The text as it was written, white space apart."""
    plain: str
    """The text without any markup; not escaped."""
    segments: tuple[Segment, ...]
    """Safe HTML, cut at the links to records."""

    @property
    def references(self) -> tuple[Reference, ...]:
        """The records that the text links to."""
        return tuple(segment for segment in self.segments if isinstance(segment, Reference))

    @property
    def web_addresses(self) -> tuple[str, ...]:
        """The http(s) addresses that the text links to."""
        html = (segment for segment in self.segments if isinstance(segment, str))
        return tuple(unescape(address) for segment in html for address in WEB_ADDRESS.findall(segment))

    def html(self, url_of: Callable[[Reference], str]) -> str:
        """Write safe HTML, given the URL of a record that is linked."""
        return "".join(
            f'<a href="{escape(url_of(segment))}">' if isinstance(segment, Reference) else segment
            for segment in self.segments
        )


def parse(text: str) -> Prose:
    """Read inline Markdown; white space counts as one space.

    Raises:
        LinkError: if a link has no text, or a space between its brackets.
    """
    text = " ".join(text.split())
    if not SPECIAL.search(text):
        return Prose(text, text, (escape(text, quote=False),))
    root = Element("div")
    SubElement(root, "p").text = text
    _markdown().treeprocessors["inline"].run(root)
    _refuse_parted(root)
    _markdown().treeprocessors["unescape"].run(root)
    return Prose(text, _plain(root), tuple(_joined(_segments(root[0]))))


@cache
def _markdown() -> Markdown:
    """Return Python-Markdown without the inline patterns that prose does not take."""
    parser = Markdown()
    for pattern in DROPPED:
        parser.inlinePatterns.deregister(pattern, strict=False)
    return parser


def _refuse_parted(root: Element) -> None:
    """Raise LinkError for a space between the brackets of a link, except in code or escaped brackets."""
    for element in root.iter():
        for text in ("" if element.tag == "code" else element.text, element.tail):
            if found := PARTED_LINK.search(text or ""):
                raise LinkError(Links.PARTED(target=found["target"]))


def _plain(element: Element) -> str:
    """Join the text of an element, unescaping code."""
    inner = [element.text or "", *((_plain(child) + (child.tail or "")) for child in element)]
    return unescape("".join(inner)) if element.tag == "code" else "".join(inner)


def _segments(element: Element) -> Iterator[Segment]:
    """Write an element's content, with no tags but the four that prose has."""
    yield escape(_plain(element) if element.tag == "code" else element.text or "", quote=False)
    for child in element:
        if child.tag == "a":
            yield _opened(child.get("href", ""), _plain(child))
        else:
            yield f"<{child.tag}>"
        yield from _segments(child)
        yield f"</{child.tag}>{escape(child.tail or '', quote=False)}"


def _opened(target: str, text: str) -> Segment:
    if not text.strip():
        raise LinkError(Links.NO_TEXT(target=target))
    if _is_web(target):
        return f'<a href="{escape(target)}">'
    kind, colon, identifier = target.partition(":")
    return Reference(kind, identifier) if colon else Reference("", target)


def _is_web(target: str) -> bool:
    """Say whether a link leads to the web or to a mailbox, with an address that can be taken apart."""
    try:
        return bool(WEB_LINK.fullmatch(target) and urlsplit(target))
    except ValueError:
        return False


def _joined(segments: Iterable[Segment]) -> Iterator[Segment]:
    """Join neighbouring pieces of HTML into one."""
    for is_html, group in groupby(segments, key=lambda segment: isinstance(segment, str)):
        if is_html:
            yield "".join(map(str, group))
        else:
            yield from group
