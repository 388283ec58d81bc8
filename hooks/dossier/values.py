"""The kinds of values that fields take: texts, ids, dates, choices and the like."""

from __future__ import annotations

import re
from datetime import MAXYEAR, MINYEAR
from typing import ClassVar, TypeVar
from urllib.parse import urlsplit

from . import dates, prose
from .choices import Word
from .fields import Field, Schema, Text
from .ledger import Context, Name
from .messages import DATE_EXAMPLES, Ids, Values
from .patterns import whole
from .problems import Place
from .wording import one_of, suggest

E = TypeVar("E", bound=Word)

KEBAB_CASE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
NUMBER = re.compile(r"-?[0-9]{1,9}")
MOST = 10**9 - 1
WEB = re.compile(r'[Hh][Tt][Tt][Pp][Ss]?://[^\s<>"/?#]+[^\s<>"]*')


class Prose(Field[prose.Prose]):
    """Text with inline Markdown."""

    example = "One or two sentences."
    manner = "Links are written as [text](https://...), or as [text](visit:ID) and the like."

    def convert(self, text: str) -> prose.Prose:
        """Read the Markdown."""
        return prose.parse(text)

    def enter(self, value: prose.Prose, place: Place, context: Context) -> None:
        """Enter the records that the text links to."""
        names = (Name(link.kind, link.id, context.record, place) for link in value.links)
        context.ledger.linked.extend(names)


class Identifier(Field[str]):
    """The permanent name of a record of some kind."""

    accepts = "an id of small letters, digits and single hyphens"
    example = "summit-2024"
    manner = "Use small letters, digits and single hyphens."
    pattern = whole(KEBAB_CASE.pattern)

    def __init__(self, kind: str, description: str) -> None:
        super().__init__(description)
        self.kind = kind

    def convert(self, text: str) -> str:
        """Take any text: a bad id is still one by which the rules know the record."""
        return text

    def enter(self, value: str, place: Place, context: Context) -> None:
        """Enter the id as given."""
        if not KEBAB_CASE.fullmatch(value):
            context.add(place, Ids.BAD(id=value, example=kebab_case(value) or self.example))
        context.ledger.given.append(Name(self.kind, value, context.record, place))


class Headword(Text):
    """The text of a term, which gives the term its id."""

    pattern = "[A-Za-z0-9]"

    def convert(self, text: str) -> str:
        """Take a text that makes an id."""
        if not kebab_case(text):
            raise ValueError(Ids.NO_ADDRESS(text=text))
        return text

    def enter(self, value: str, place: Place, context: Context) -> None:
        """Enter the term's id as given."""
        context.ledger.given.append(Name("term", kebab_case(value), context.record, place))


class Reference(Field[str]):
    """The id of a record of some kind."""

    pattern = Identifier.pattern

    def __init__(self, kind: str, description: str) -> None:
        super().__init__(description)
        self.kind = kind
        self.accepts = f"the id of {'an' if kind == 'area' else 'a'} {kind}"
        self.example = {"source": "nato-2024", "area": "science"}[kind]

    def convert(self, text: str) -> str:
        """Take any text: the rules know which ids there are."""
        return text

    def enter(self, value: str, place: Place, context: Context) -> None:
        """Enter the id as named."""
        context.ledger.linked.append(Name(self.kind, value, context.record, place))

    def refuse_alone(self, text: str, key: str) -> str:
        """Take the ids in text, which have no spaces, for entries."""
        return super().refuse_alone(", ".join(re.split(r"[, ]+", text)), key)


class Date(Field[dates.When]):
    """A partial date or a span."""

    accepts = "a date"
    example = "2007-07-02"
    manner = f"For example {DATE_EXAMPLES}."
    takes: ClassVar[Schema] = {"type": ["string", "integer"], "minimum": MINYEAR, "maximum": MAXYEAR}
    pattern = dates.pattern()

    def convert(self, text: str) -> dates.When:
        """Read the date with the precision it was written with."""
        return dates.parse(text)


class Choice(Field[E]):
    """One of a few words."""

    def __init__(self, choices: type[E], description: str) -> None:
        super().__init__(description)
        self.choices = choices
        self.noun = choices.__name__.lower()
        self.accepts = f"a {self.noun}"
        self.example = next(iter(choices)).value

    def schema(self) -> Schema:
        """Name the words, each with what it says."""
        words = [choice.value for choice in self.choices]
        return {
            "description": self.description,
            "type": "string",
            "enum": words,
            "enumDescriptions": [choice.meaning for choice in self.choices],
            "errorMessage": one_of(words),
        }

    def convert(self, text: str) -> E:
        """Find the word among the choices."""
        words = [choice.value for choice in self.choices]
        if text not in words:
            suggestion = suggest(text, words, one_of(words))
            raise ValueError(Values.UNKNOWN_CHOICE(choice=self.noun, word=text, suggestion=suggestion))
        return next(choice for choice in self.choices if choice == text)


class Link(Field[str]):
    """The address of a web page."""

    accepts = "a web address"
    example = "https://www.nato.int/"
    takes: ClassVar[Schema] = {"type": "string"}
    pattern = whole(WEB.pattern)

    def convert(self, text: str) -> str:
        """Take an address of the web only: no other can be linked safely."""
        try:
            is_web = bool(WEB.fullmatch(text) and urlsplit(text).hostname)
        except ValueError:
            is_web = False
        if not is_web:
            raise ValueError(Values.NOT_AN_ADDRESS(text=text))
        return text


class Language(Field[str]):
    """The code of a language (BCP 47)."""

    accepts = "the code of a language"
    example = "fr"
    pattern = whole(LANGUAGE.pattern)

    def convert(self, text: str) -> str:
        """Take what looks like such a code."""
        if not LANGUAGE.fullmatch(text):
            raise ValueError(Values.NOT_A_LANGUAGE(text=text))
        return text


class Number(Field[int]):
    """A whole number."""

    accepts = "a whole number"
    example = "1"
    takes: ClassVar[Schema] = {"type": ["string", "integer"], "minimum": -MOST, "maximum": MOST}
    pattern = whole(NUMBER.pattern)

    def convert(self, text: str) -> int:
        """Take digits only: nothing is rounded."""
        if not NUMBER.fullmatch(text):
            raise ValueError(Values.NOT_A_NUMBER(text=text))
        return int(text)


class Flag(Field[bool]):
    """Yes or no."""

    accepts = "true or false"
    example = "true"
    takes: ClassVar[Schema] = {"type": ["boolean", "string"]}
    pattern = whole("true", "false")

    def convert(self, text: str) -> bool:
        """Take the two words of YAML 1.2."""
        if text not in ("true", "false"):
            raise ValueError(Values.NOT_A_FLAG(text=text))
        return text == "true"


def kebab_case(text: str) -> str:
    """Write text as an id: small letters, digits and single hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
