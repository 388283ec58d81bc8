"""The kinds of values that fields take: texts, ids, dates, choices and the like."""

from __future__ import annotations

import re
from datetime import MAXYEAR, MINYEAR
from sys import intern
from typing import ClassVar, TypeVar
from urllib.parse import urlsplit

from ..problems import look_alikes
from ..problems.phrases import one_of, suggest, with_article
from ..problems.problem import Place
from ..problems.record_messages import DATE_EXAMPLES, Ids, Values
from . import date_forms, prose
from .dates import When
from .enumerations import Choice
from .field import Field, Schema, TextField
from .patterns import whole
from .registry import Context, IdUse, Registry

E = TypeVar("E", bound=Choice)

KEBAB_CASE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
NUMBER = re.compile(r"-?[0-9]{1,9}")
MOST = 10**9 - 1
LONGEST_PROSE = 5_000
"""Characters; some texts of brackets take Markdown a time that grows with the square of their length."""
WEB = re.compile(r'[Hh][Tt][Tt][Pp][Ss]?://[^\s<>"/?#]+[^\s<>"]*')


class ProseField(Field[prose.Prose]):
    """Text with inline Markdown."""

    is_free_text = True

    example = "One or two sentences."
    manner = "Links are written as [text](https://...), or as [text](visit:ID) and the like."

    def convert(self, text: str) -> prose.Prose:
        """Read the Markdown."""
        if len(text) > LONGEST_PROSE:
            raise ValueError(Values.TOO_LONG(number=len(text), most=LONGEST_PROSE))
        return prose.parse(text)

    def register(self, value: prose.Prose, place: Place, context: Context) -> None:
        """Register the records that the text links to."""
        for link in value.references:
            identifier, found = link.id, look_alikes.find(link.id)
            if found and KEBAB_CASE.fullmatch(found.meant):
                context.add(place, found.message)
                identifier = found.meant
            context.registry.referenced.append(IdUse(link.kind, identifier, context.record, place))


class IdField(Field[str]):
    """The permanent id of a record of some kind."""

    accepts = "an id of small letters, digits and single hyphens"
    example = "summit-2024"
    manner = "Use small letters, digits and single hyphens."
    pattern = whole(KEBAB_CASE.pattern)

    def __init__(self, kind: str, description: str, example: str = example) -> None:
        super().__init__(description)
        self.kind = kind
        self.example = example

    def convert(self, text: str) -> str:
        """Take any text: even a bad id identifies the record for the rules."""
        return text

    def is_right(self, text: str) -> bool:
        """Say whether text is in kebab-case."""
        return bool(KEBAB_CASE.fullmatch(text))

    def register(self, value: str, place: Place, context: Context) -> None:
        """Register the id as one that the record has or had."""
        if not KEBAB_CASE.fullmatch(value):
            context.add(place, Ids.BAD(id=value, example=kebab_case(value) or self.example))
        self.uses(context.registry).append(IdUse(self.kind, value, context.record, place))

    def uses(self, registry: Registry) -> list[IdUse]:
        """Return where such ids are registered."""
        return registry.defined


class FormerIdField(IdField):
    """An id that a record once had."""

    def uses(self, registry: Registry) -> list[IdUse]:
        """Return where such ids are registered."""
        return registry.former


class TermField(TextField):
    """The text of a term, which makes its id."""

    pattern = "[A-Za-z0-9]"

    def convert(self, text: str) -> str:
        """Take a text that makes an id."""
        if not kebab_case(text):
            raise ValueError(Ids.NO_ADDRESS(text=text))
        return super().convert(text)

    def register(self, value: str, place: Place, context: Context) -> None:
        """Register the term's id as defined."""
        context.registry.defined.append(IdUse("term", kebab_case(value), context.record, place))


class ReferenceField(Field[str]):
    """The id of a record of some kind."""

    pattern = IdField.pattern

    def __init__(self, kind: str, example: str, description: str) -> None:
        super().__init__(description)
        self.kind = kind
        self.accepts = f"the id of {with_article(kind)}"
        self.example = example

    def convert(self, text: str) -> str:
        """Take any text: the rules check which ids exist."""
        return intern(text)  # the same few ids are named again and again

    def is_right(self, text: str) -> bool:
        """Say whether text is in kebab-case, as every id is."""
        return bool(KEBAB_CASE.fullmatch(text))

    def register(self, value: str, place: Place, context: Context) -> None:
        """Register the id as referenced."""
        context.registry.referenced.append(IdUse(self.kind, value, context.record, place))

    def refuse_alone(self, text: str, key: str) -> str:
        """Take the ids in text for entries; words that make no ids may be the name of one record."""
        entries: list[str] = []
        for part in filter(None, re.split(" *, *", text)):
            are_ids = all(KEBAB_CASE.fullmatch(word) and not word.isdigit() for word in part.split())
            entries += part.split() if are_ids else [kebab_case(part) or part]
        return super().refuse_alone(", ".join(entries), key)


class DateField(Field[When]):
    """A partial date or a span."""

    accepts = "a date"
    example = "2007-07-02"
    manner = f"For example {DATE_EXAMPLES}."
    takes: ClassVar[Schema] = {"type": ["string", "integer"], "minimum": MINYEAR, "maximum": MAXYEAR}
    pattern = date_forms.pattern()

    def convert(self, text: str) -> When:
        """Read the date with the precision it was written with."""
        return date_forms.parse(text)

    def look_alike(self, text: str) -> look_alikes.LookAlike | None:
        """Leave the longer dashes to the dates: between years they mean a span."""
        return None if re.search("[–—]", text) else super().look_alike(text)


class ChoiceField(Field[E]):
    """One of a few words."""

    def __init__(self, choices: type[E], description: str) -> None:
        super().__init__(description)
        self.choices = choices
        self.noun = choices.noun()
        self.accepts = f"a {self.noun}"
        self.example = next(iter(choices)).value

    def schema(self) -> Schema:
        """Describe the words, each with its meaning."""
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


class UrlField(Field[str]):
    """The address of a web page."""

    accepts = "a web address"
    example = "https://www.nato.int/"
    takes: ClassVar[Schema] = {"type": "string"}
    pattern = whole(WEB.pattern)

    def convert(self, text: str) -> str:
        """Take web addresses only: no others can be linked safely."""
        try:
            host = urlsplit(text).hostname
            is_web = bool(WEB.fullmatch(text) and host and not _seems_ascii(host))
        except ValueError:
            is_web = False
        if not is_web:
            raise ValueError(Values.NOT_AN_ADDRESS(text=text))
        return text


class LanguageField(Field[str]):
    """The code of a language (BCP 47)."""

    accepts = "the code of a language"
    example = "fr"
    pattern = whole(LANGUAGE.pattern)

    def convert(self, text: str) -> str:
        """Take what looks like such a code."""
        if not LANGUAGE.fullmatch(text):
            raise ValueError(Values.NOT_A_LANGUAGE(text=text))
        return text


class NumberField(Field[int]):
    """A whole number."""

    accepts = "a whole number"
    example = "1"
    takes: ClassVar[Schema] = {"type": ["string", "integer"], "minimum": -MOST, "maximum": MOST}
    pattern = whole(NUMBER.pattern)

    def __init__(self, description: str, example: str = example) -> None:
        super().__init__(description)
        self.example = example

    def convert(self, text: str) -> int:
        """Take digits only: nothing is rounded."""
        if not NUMBER.fullmatch(text):
            raise ValueError(Values.NOT_A_NUMBER(text=text))
        return int(text)


class FlagField(Field[bool]):
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


def _seems_ascii(host: str) -> bool:
    """Say whether a host is not in ASCII, but looks like one that is."""
    found = look_alikes.find(host)
    return found is not None and found.meant.isascii()


def kebab_case(text: str) -> str:
    """Write text as an id: small letters, digits and single hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
