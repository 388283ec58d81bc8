"""Phrases that messages and pages share."""

from __future__ import annotations

import re
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


def suggest(word: str, known: Iterable[str], otherwise: str, likeness: float = 0.6) -> str:
    """Write what may have been meant: the nearest known word that is like enough (0 to 1), or else a hint."""
    nearest = get_close_matches(word, known, n=1, cutoff=likeness)
    return f'did you mean "{nearest[0]}"?' if nearest else otherwise


def suggest_id(word: str, known: Iterable[str], otherwise: str) -> str:
    """Write which id may have been meant: one with another digit is that of another year, not a slip."""
    digits = _digits(word)
    of_year = (name for name in known if _is_part(digits, name) or _is_part(_digits(name), digits))
    return suggest(word, of_year, otherwise, likeness=0.8)


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def _is_part(part: str, whole: str) -> bool:
    """Say whether the characters of a text are all in another, in their order."""
    rest = iter(whole)
    return all(character in rest for character in part)


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
