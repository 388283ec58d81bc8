"""Characters that only look like those of ASCII: which they are, and what they were meant to be."""

from __future__ import annotations

import unicodedata

import pytest

from dossier.problems.look_alikes import TWINS, find


@pytest.mark.parametrize(
    ("text", "meant", "message"),
    [
        ("natо-2011", "nato-2011", "this “о” is a Cyrillic letter; type the Latin “o”"),
        ("Τreaty", "Treaty", "this “Τ” is a Greek letter; type the Latin “T”"),
        ("ｔreaty", "treaty", "this “ｔ” is a full-width letter; type the Latin “t”"),
        ("２００７", "2007", "this “２” is a full-width digit; type the digit “2”"),
        ("200٧", "2007", "this “٧” is an Arabic-Indic digit; type the digit “7”"),
        ("2007‑07", "2007-07", "this “‑” is NON-BREAKING HYPHEN (U+2011); type the hyphen “-”"),
        ("2007−07", "2007-07", "this “−” is MINUS SIGN (U+2212); type the hyphen “-”"),
        ("https：//", "https://", "this “：” is FULLWIDTH COLON (U+FF1A); type the sign “:”"),
        ("20\u00ad07", "2007", "this is SOFT HYPHEN (U+00AD), which cannot be seen; delete it"),
    ],
)
def test_a_look_alike_is_named(text: str, meant: str, message: str) -> None:
    found = find(text)
    assert found
    assert (found.meant, found.message) == (meant, message)


@pytest.mark.parametrize("text", ["", "nato-2011", "Über", "洪水", "ж"])
def test_other_characters_look_like_themselves(text: str) -> None:
    assert find(text) is None


def test_every_twin_is_of_the_same_case() -> None:
    assert all(twin.isascii() and twin.isupper() == character.isupper() for character, twin in TWINS.items())
    assert {unicodedata.name(character).split()[0] for character in TWINS} == {"CYRILLIC", "GREEK", "MINUS"}
