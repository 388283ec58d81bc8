"""The catalogue of messages: each is shown by a case of `bad_data/`, and says things in plain words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from string import Formatter

import pytest

from dossier.problems.catalogue import GROUPS
from dossier.problems.message import Message

from ...test_bad_data import BAD_DATA, CASES, expected

MESSAGES = {
    f"{group.__name__}.{name}": message
    for group in GROUPS
    for name, message in vars(group).items()
    if isinstance(message, Message)
}
LINE = re.compile(r"data/[^:]+:\d+:\d+: (?:warning: )?(?P<words>.+)")
RECORD = re.compile(
    r"(?:(?:update|conflict|person|statement) of )*"
    r'(?:(?:area|milestone|source|statement|term|visit)(?: ".*?")?|partner): '
)
PLACES = {"choice": "direction|kind|status", "kind": "area|milestone|source|statement|visit"}
"""What may stand in some places; in the others, anything may."""
JARGON = (
    *("alias", "anchor", "array", "block", "boolean", "dict", "field", "flow", "float", "indicator", "int"),
    *("integer", "mapping", "node", "nonetype", "null", "object", "parse", "parsed", "parser"),
    *("parsing", "python", "regex", "scalar", "schema", "sequence", "string", "syntax", "tag", "token"),
    *("traceback", "tuple"),
)


def pattern(message: Message) -> str:
    """The text of a message, with whatever may stand in its places."""
    return "".join(
        re.escape(text) + (f"(?:{PLACES.get(place, '.*')})" if place else "")
        for text, place, _, _ in Formatter().parse(message.text)
    )


PATTERNS = {name: re.compile(pattern(message)) for name, message in MESSAGES.items()}


def message_of(line: str) -> str:
    """The message that a line of the check shows: of those that fit, the one with the most words."""
    found = LINE.fullmatch(line)
    assert found, line
    words = RECORD.sub("", found["words"], count=1)
    fitting = [name for name, pattern in PATTERNS.items() if pattern.fullmatch(words)]
    return max(fitting, key=lambda name: len(re.sub(r"\{.*?\}", "", MESSAGES[name].text)), default="")


def lines(case: str) -> list[str]:
    """What the check says of a case, without the last line, which counts."""
    return expected(case).splitlines()[:-1]


def all_words() -> Iterator[tuple[str, str]]:
    """Every sentence of the catalogue, with what to call it."""
    for name, message in MESSAGES.items():
        yield from ((f"{name}.{part}", words) for part, words in vars(message).items())


@pytest.mark.parametrize("case", CASES)
def test_every_line_is_a_message_of_the_catalogue(case: str) -> None:
    assert [line for line in lines(case) if not message_of(line)] == []


def test_every_message_is_shown_by_a_case() -> None:
    shown = {message_of(line) for case in CASES for line in lines(case)}
    # A repository has no such files; the tests of `loading` and of `site_build` make them. And no copy is
    # asked for unless a maintainer wants it.
    assert {name for name in MESSAGES if name not in shown} == {
        "CrossChecks.NOT_ARCHIVED",
        *("Files.CLOSED", "Files.TOO_LARGE", "Files.UNPRINTABLE_NAME"),
        *("Files.LINK_TO_FOLDER", "Files.LINK_TO_NOTHING", "Files.LINK_OUT"),
    }


def test_the_guide_has_every_message_once() -> None:
    assert [message for group in GROUPS for message in group.messages] == [*MESSAGES.values()]
    outlines = [message.outline for message in MESSAGES.values()]
    assert len(set(outlines)) == len(outlines)


def test_the_guide_goes_from_the_file_to_what_lies_between_records() -> None:
    assert [group.title for group in GROUPS] == [
        "Files",
        "Spaces, dashes, colons and quotation marks",
        "Keys and values",
        "Dates",
        "Links in text",
        "Ids",
        "From one record to another",
    ]


def test_a_message_takes_its_values_as_they_are() -> None:
    message = Message('unknown {kind} "{id}"; more than {number:,}', "A slip.")
    assert (
        message(kind="visit", id="{number}%s", number=1000) == 'unknown visit "{number}%s"; more than 1,000'
    )
    assert message.outline == 'unknown KIND "ID"; more than NUMBER'


@pytest.mark.parametrize("name", MESSAGES)
def test_a_cause_is_a_whole_sentence(name: str) -> None:
    cause = MESSAGES[name].cause
    assert re.fullmatch(r"[A-Z][^\n]{10,}[^.\s]\.", cause), cause
    assert not re.search(r"\. |[{}]|  ", cause), cause


@pytest.mark.parametrize("name", MESSAGES)
def test_a_text_says_what_is_wrong_and_then_what_to_write(name: str) -> None:
    wrong, stop, correction = MESSAGES[name].text.partition("; ")
    assert (bool(wrong), stop, bool(correction)) == (True, "; ", True)
    assert not MESSAGES[name].text.endswith(".") or name.startswith("Dates.")  # 2005/.. is a date


@pytest.mark.parametrize(("name", "words"), [*all_words()], ids=[name for name, _ in all_words()])
def test_nobody_needs_to_know_how_the_site_is_made(name: str, words: str) -> None:
    assert {word.lower() for word in re.findall(r"[A-Za-z]+", words)} & set(JARGON) == set()


@pytest.mark.parametrize("case", CASES)
def test_a_case_has_data_and_what_is_said_of_them(case: str) -> None:
    assert {path.name for path in (BAD_DATA / case).iterdir()} == {"data", "expected.txt"}
