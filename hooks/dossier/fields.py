"""The kinds of fields that records are made of: how each is read, and what it asks an editor to write.

A field reads a YAML value into a Python one. It never raises: what is wrong goes into the ledger, and
the value is None.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import MAXYEAR, MINYEAR
from typing import Any, ClassVar, Generic, TypeAlias, TypeVar
from urllib.parse import urlsplit

from . import dates, prose
from .choices import Word
from .ledger import Context, Ledger, Name
from .messages import DATE_EXAMPLES, Ids, Values
from .patterns import whole
from .problems import Place
from .reading import Mapping, Node, Scalar, Sequence, in_words
from .wording import one_of, suggest

T = TypeVar("T")
E = TypeVar("E", bound=Word)

Schema: TypeAlias = dict[str, Any]
"""A JSON Schema (draft 7), with the keywords that YAML editors understand beside it."""

KEBAB_CASE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
NUMBER = re.compile(r"-?[0-9]{1,9}")
MOST = 10**9 - 1
WEB = re.compile(r'[Hh][Tt][Tt][Pp][Ss]?://[^\s<>"/?#]+[^\s<>"]*')

BARE: Schema = {
    "if": {"type": "boolean"},
    "else": {"type": ["string", "number"], "errorMessage": "write text here"},
}
"""What readers of YAML make of bare text: to some of them `NO` is a boolean, and `1.10` a number.

Were the three types listed, editors would offer `true` and `false` wherever a text is to be written.
"""


class Field(Generic[T]):
    """Reads one value."""

    accepts = "text"
    """What the value must be, in words."""
    example = "A few words"
    """What an editor may write."""
    manner = ""
    """How it is written, as a sentence, where that is not plain."""
    hides = ""
    """The kind of the records that stay unread where the value is wrong."""
    takes: ClassVar[Schema] = {"anyOf": [{"$ref": "#/definitions/text"}]}
    """What a reader of YAML may make of the text; the definition is `BARE`."""
    pattern = r"\S"
    """What the text must look like (ECMA 262)."""

    def __init__(self, description: str) -> None:
        self.description = description

    def schema(self) -> Schema:
        """Describe the values that the field takes, as far as they can be told from the text alone."""
        return {
            "description": f"{self.description} {self.manner}".strip(),
            **self.takes,
            "pattern": self.pattern,
            "errorMessage": f'write {self.accepts}, for example "{self.example}"',
        }

    def read(self, node: Node, context: Context) -> T | None:
        """Read a value, or note what is wrong with it."""
        text = " ".join(node.text.split()) if isinstance(node, Scalar) else ""
        if not text:
            context.add(node.place, self.refuse(node, context))
            return None
        try:
            value = self.convert(text)
        except ValueError as error:
            context.add(node.place, str(error))
            return None
        self.enter(value, node.place, context)
        return value

    def convert(self, text: str) -> T:
        """Turn text into the value; raise ValueError with what to write instead."""
        raise NotImplementedError

    def refuse(self, node: Node, context: Context) -> str:
        """Say what is wrong with a value that has no text."""
        words = {
            "subject": context.subject,
            "accepted": self.accepts,
            "example": context.start + self.example,
        }
        if isinstance(node, Scalar):
            return Values.EMPTY(**words)
        return Values.NOT_ONE(found=in_words(node), **words)

    def enter(self, value: T, place: Place, context: Context) -> None:
        """Enter the ids that the value gives or names into the ledger."""

    def as_entry(self, text: str) -> str:
        """Write text as an entry of a list, or else an example."""
        return text


class Text(Field[str]):
    """Plain text; white space counts as one space."""

    def __init__(self, description: str, example: str = Field.example) -> None:
        super().__init__(description)
        self.example = example

    def convert(self, text: str) -> str:
        """Take the text as it is."""
        return text


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

    def as_entry(self, text: str) -> str:
        """Write the ids in text, which have no spaces, as entries."""
        return ", ".join(re.split(r"[, ]+", text))


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


class Many(Field[tuple[T, ...]]):
    """A list of values of one kind, with at least one."""

    accepts = "a list"

    def __init__(self, item: Field[T]) -> None:
        super().__init__(item.description)
        self.item = item
        self.hides = item.hides
        self.example = f"[{item.example}]"

    def schema(self) -> Schema:
        """Describe the list and its entries."""
        return {
            "description": self.description,
            "type": "array",
            "items": self.item.schema(),
            "minItems": 1,
            "errorMessage": f'write {self.accepts}; start each entry with "- "',
        }

    def read(self, node: Node, context: Context) -> tuple[T, ...] | None:
        """Read each entry; those that are wrong are left out."""
        if isinstance(node, Sequence) and node.items:
            values = [self.item.read(item, context._replace(is_entry=True)) for item in node.items]
            return tuple(value for value in values if value is not None)
        if isinstance(node, Scalar) and node.text.strip():
            entry = self.item.as_entry(" ".join(node.text.split()).strip("[] "))
            context.add(node.place, Values.NOT_A_LIST(key=context.key, entry=entry))
            context.ledger.hide(self.hides)
        elif isinstance(node, Mapping):
            context.add(node.place, Values.GROUP_NOT_LIST(key=context.key))
            context.ledger.hide(self.hides)
        else:
            context.add(node.place, Values.EMPTY_LIST(key=context.key, example=self.example))
        return None


def read_keys(
    fields: dict[str, Field[Any]], required: Iterable[str], node: Mapping, record: str, ledger: Ledger
) -> dict[str, Any]:
    """Read the values of a mapping by key, None for what is wrong; note unknown and missing keys."""
    for key, entry in node.entries.items():
        if key not in fields:
            suggestion = suggest(key, fields, one_of(fields))
            ledger.add(entry.place, record, Values.UNKNOWN_KEY(key=key, suggestion=suggestion))
    for key in required:
        if key not in node.entries:
            example = f"{key}: {fields[key].example}"
            ledger.add(node.place, record, Values.MISSING_KEY(key=key, example=example))
    return {
        key: fields[key].read(entry.value, Context(record, key, ledger))
        for key, entry in node.entries.items()
        if key in fields
    }


def kebab_case(text: str) -> str:
    """Write text as an id: small letters, digits and single hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
