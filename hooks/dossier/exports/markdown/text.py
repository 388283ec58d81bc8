"""Plain text and prose as Markdown that CommonMark 0.31 and Python-Markdown read alike."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from html import unescape

TAG = re.compile(r"(<[^>]+>)")
ADDRESS = re.compile(r'<a href="([^"]*)">')
MARKS = {"<em>": "*", "<strong>": "**"}
AS_IT_IS = ("<code>", "<cite>")
"""The elements whose text has no markup."""

MARKUP = re.compile(r"(?P<mark>[\\`*_{}\[\]]|(?<!\S)#)|~|<(?=[\w/!?])|&(?=#?\w+;)")
"""What would be markup anywhere; all but the marks is for Python-Markdown only as a character reference."""
START = re.compile(r"(?P<number>\d*)(?P<mark>(?<=\d)[.)]|(?<!\d)[-+>!])")
"""What would be markup at the start of a line: of a list, a quotation, an admonition."""
ENTITY = re.compile(r"&(?=#?\w+;)")
NOT_IN_ADDRESS = re.compile(r'[\s()<>\\"]')


@lru_cache(maxsize=4096)  # titles come again and again, as links
def escape(text: str) -> str:
    """Write plain text, so that none of it is markup."""
    return _escape_start(_escape_within(text))


def link(text: str, address: str) -> str:
    """Write a link around text that is Markdown already."""
    address = NOT_IN_ADDRESS.sub(lambda found: f"%{ord(found[0]):02X}", address)
    return f"[{text}]({ENTITY.sub('&amp;', address)})"


def cited(numbers: str) -> str:
    """Mark the numbers of sources in the HTML of prose."""
    return f"<cite> {numbers}</cite>" if numbers else ""


def from_html(html: str) -> str:
    """Write the HTML of prose, which has emphasis, code and links."""
    pieces, opened = [""], [""]
    for piece in TAG.split(html):
        if piece.startswith("</"):
            inner, tag = pieces.pop(), opened.pop()
            pieces[-1] += _enclose(tag, inner, pieces[-1])
        elif piece.startswith("<"):
            opened.append(piece)
            pieces.append("")
        else:
            text = unescape(piece)
            pieces[-1] += text if opened[-1] in AS_IT_IS else _escape_within(text)
    return _escape_start(pieces[0].strip())


def front_matter(title: str, description: str) -> str:
    """Write a page's metadata as YAML, as most generators read it; its strings are those of JSON."""
    values = {"title": title, "description": description}
    lines = (f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in values.items())
    return "\n".join(["---", *lines, "---"])


def _enclose(tag: str, inner: str, before: str) -> str:
    """Write an element around what is in it, given what is before it."""
    if found := ADDRESS.fullmatch(tag):
        return link(inner, unescape(found[1]))
    if mark := MARKS.get(tag):
        words = inner.strip("*")
        # A mark counts only beside a letter or a digit, and two of them side by side would be one.
        is_clear = words[:1].isalnum() and words[-1:].isalnum() and not before.endswith("*")
        return f"{mark}{inner}{mark}" if is_clear else f"{tag}{inner}</{tag[1:]}"
    return _code(inner) if tag == "<code>" else inner


def _code(text: str) -> str:
    longest = max(map(len, re.findall("`+", text)), default=0)
    fence = "`" * (longest + 1)
    if "`" in (text[:1], text[-1:]):
        return f"{fence} {text} {fence}"
    return f"{fence}{text}{fence}" if text else ""


def _escape_within(text: str) -> str:
    return MARKUP.sub(lambda found: f"\\{found[0]}" if found["mark"] else f"&#{ord(found[0])};", text)


def _escape_start(text: str) -> str:
    found = START.match(text)
    if found:
        return f"{found['number']}\\{found['mark']}{text[found.end() :]}"
    return f"&#58;{text[1:]}" if text.startswith(":") else text
