"""Phrases that messages and pages share."""

from __future__ import annotations

import pytest

from dossier.problems.phrases import alternatives, count, one_of, suggest, suggest_id


@pytest.mark.parametrize(
    ("number", "text"), [(0, "0 visits"), (1, "1 visit"), (2, "2 visits"), (1200, "1,200 visits")]
)
def test_a_number_has_its_noun(number: int, text: str) -> None:
    assert count(number, "visit") == text


@pytest.mark.parametrize(
    ("words", "text"), [("a", "a"), ("ab", "a or b"), ("abc", "a, b or c")], ids=["one", "two", "three"]
)
def test_words_are_written_as_alternatives(words: str, text: str) -> None:
    assert alternatives(words) == text


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("nato-2011", 'did you mean "nato-2010"?'),
        ("gazete", 'did you mean "gazette"?'),
        ("weather", "look it up"),
    ],
)
def test_the_nearest_word_is_suggested(word: str, hint: str) -> None:
    assert suggest(word, ["nato-2010", "gazette"], "look it up") == hint


@pytest.mark.parametrize("word", ["nato-10", "nato-210", "nato-20010", "nato2010", "nat0-2010", "anto-2010"])
def test_the_id_of_which_another_is_a_slip_is_suggested(word: str) -> None:
    assert suggest_id(word, ["gazette", "nato-2010"], "look it up") == 'did you mean "nato-2010"?'


@pytest.mark.parametrize("word", ["nato-2011", "nato-2001", "gazette-2010", "2010"])
def test_the_id_of_another_year_or_subject_is_not_suggested(word: str) -> None:
    assert suggest_id(word, ["gazette", "nato-2010"], "look it up") == "look it up"


def test_no_more_than_twelve_words_are_listed() -> None:
    assert one_of("abc") == "use one of: a, b, c"
    assert one_of("abcdefghijkl") == "use one of: a, b, c, d, e, f, g, h, i, j, k, l"
    assert one_of("abcdefghijklm") == "use one of: a, b, c, d, e, f, g, h, i, j, k, l, ..."
