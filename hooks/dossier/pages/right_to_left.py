"""Text that runs from right to left, kept apart from what is around it (Unicode UAX 9, HTML's `bdi`)."""

from __future__ import annotations

from unicodedata import bidirectional

from markupsafe import Markup, escape

FIRST_STRONG_ISOLATE, POP_ISOLATE = "\u2068", "\u2069"


def is_right_to_left(text: str) -> bool:
    """Say whether any letter of a text runs from right to left."""
    return not text.isascii() and any(bidirectional(letter) in ("R", "AL") for letter in text)


def isolate(text: str) -> str:
    """Keep plain text apart from its neighbours, where it has to be."""
    return f"{FIRST_STRONG_ISOLATE}{text}{POP_ISOLATE}" if is_right_to_left(text) else text


def isolate_html(text: str) -> Markup:
    """Write text as HTML that is kept apart from its neighbours, where it has to be."""
    return Markup("<bdi>{}</bdi>").format(text) if is_right_to_left(text) else escape(text)
