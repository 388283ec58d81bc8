"""Tooltips: what a term of the glossary means, where a page first uses it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

from ..model.records import Term
from . import anchors

TAG = re.compile(r"(<[^>]+>)")


class Vocabulary:
    """The terms of a glossary, ready to be found in text."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self.terms = {spelling: term for term in terms for spelling in _spellings(term.term)}
        longest_first = sorted(self.terms, key=len, reverse=True)
        words = "|".join(re.escape(spelling) for spelling in longest_first)
        self.pattern = re.compile(rf"(?<![\w-])(?:{words})(?![\w-])") if words else re.compile(r"(?!)")


class Tooltips:
    """Explains each term once, in the order in which a page is written."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.explained: set[str] = set()

    def add(self, html: str) -> str:
        """Explain the terms in safe HTML, except in links and code."""
        if not self.vocabulary.pattern.search(html):
            return html
        pieces = TAG.split(html)
        inside = 0
        for index, piece in enumerate(pieces):
            if piece.startswith(("<a", "<code")):
                inside += 1
            elif piece.startswith(("</a", "</code")):
                inside -= 1
            elif not inside:
                pieces[index] = self.vocabulary.pattern.sub(self._explain, piece)
        return "".join(pieces)

    def _explain(self, found: re.Match[str]) -> str:
        term = self.vocabulary.terms[found[0]]
        if term.id in self.explained:
            return found[0]
        self.explained.add(term.id)
        anchor, name = anchors.tooltip(term), escape(term.name, quote=False)
        tip = f'<span class="nr-tip" role="tooltip" id="{anchor}">{name}</span>'
        return f'<span class="nr-term" tabindex="0" aria-describedby="{anchor}">{found[0]}{tip}</span>'


def _spellings(term: str) -> Iterable[str]:
    """Yield a term as it is spelt in text; one of several words may start with a small letter."""
    spelling = escape(term, quote=False)
    yield spelling
    if " " in spelling and spelling[1:2].islower():
        yield spelling[0].lower() + spelling[1:]
