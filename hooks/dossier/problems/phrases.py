"""Phrases that messages and pages share."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from babel import Locale, UnknownLocaleError
from babel.lists import format_list


def count(number: int, noun: str) -> str:
    """Write a number with its noun, such as `2 problems`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def with_article(noun: str) -> str:
    """Write a noun with its indefinite article, such as `an area`."""
    return f"{'an' if noun[0] in 'aeiouAEIOU' else 'a'} {noun}"


def alternatives(words: Iterable[str]) -> str:
    """Write words as alternatives, such as `milestone, visit or statement`."""
    return format_list([*words], style="or", locale="en_GB")


def suggest(word: str, known: Iterable[str], otherwise: str) -> str:
    """Write what may have been meant: the nearest known word, or else a hint."""
    nearest = get_close_matches(word, known, n=1)
    return f'did you mean "{nearest[0]}"?' if nearest else otherwise


def one_of(known: Iterable[str]) -> str:
    """Write the words that are accepted, the first twelve where there are more."""
    words = list(known)
    return "use one of: " + ", ".join(words[:12]) + (", ..." if len(words) > 12 else "")


def language(code: str) -> str:
    """Write the English name of a language (BCP 47), or else its code."""
    try:
        return Locale.parse(code, sep="-").english_name or code
    except (UnknownLocaleError, ValueError):
        return code
