"""Characters that look like those of ASCII, or like nothing at all, where only ASCII is right."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from .file_messages import Files
from .phrases import with_article
from .record_messages import Values

TWINS = dict(
    zip(
        "АВЕЅІЈКМНОРСТУХаеѕіјкморстухһԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧαικνορυχ−",
        "ABESIJKMHOPCTYXaesijkmopctyxhdqwABEZHIKMNOPTYXaikvopux-",
        strict=True,
    )
)
"""The Cyrillic and Greek letters and the sign that look like another of ASCII."""

REORDERING = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
"""The classes of characters that change the direction of the text after them."""


class LookAlike(NamedTuple):
    """A character that is not what it seems."""

    character: str
    message: str
    meant: str
    """The whole text, with every such character replaced by the one that it looks like."""


def find(text: str) -> LookAlike | None:
    """Find the first character that looks like one of ASCII, or cannot be seen."""
    twins = {
        character: twin
        for character in text
        if not character.isascii() and (twin := _twin(character)) is not None
    }
    for character, twin in twins.items():
        meant = "".join(twins.get(other, other) for other in text)
        return LookAlike(character, _message(character, twin), meant)
    return None


def refuse_unseen(character: str) -> str:
    """Say what a character is that cannot be seen."""
    if not unicodedata.name(character, ""):
        return Files.UNPRINTABLE()
    is_reordering = unicodedata.bidirectional(character) in REORDERING
    effect = "changes how the text reads" if is_reordering else "cannot be seen"
    return Files.UNSEEN(name=_named(character), effect=effect)


def _twin(character: str) -> str | None:
    """Return the character of ASCII that another looks like; nothing for one that cannot be seen."""
    match unicodedata.category(character):
        case "Cf":
            return ""
        case "Pd":
            return "-"
        case "Nd":
            return str(unicodedata.decimal(character))
    plain = TWINS.get(character) or unicodedata.normalize("NFKC", character)
    return plain if len(plain) == 1 and plain.isascii() else None


def _message(character: str, twin: str) -> str:
    if not twin:
        return refuse_unseen(character)
    if twin.isalnum():
        noun, wanted = ("letter", "Latin") if twin.isalpha() else ("digit", "digit")
        script = re.split(" (?=LATIN|SMALL|CAPITAL|DIGIT)", unicodedata.name(character))[0].title()
        name = with_article(f"{script} {noun}".replace("Fullwidth", "full-width"))
    else:
        name, wanted = _named(character), "hyphen" if twin == "-" else "sign"
    return Values.LOOK_ALIKE(character=character, name=name, twin=f"the {wanted} “{twin}”")


def _named(character: str) -> str:
    return f"{unicodedata.name(character)} (U+{ord(character):04X})"
