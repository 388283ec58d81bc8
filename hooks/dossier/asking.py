"""Questions: each asks for the value of one field until the field itself accepts it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from . import fields as f
from . import reading, rules
from . import values as v
from .dossier import Dossier
from .ledger import Context, Ledger, Name
from .loading import load
from .models import Addressed, Person, PersonField
from .problems import DataError, Place
from .reading import Entry, Mapping, Node, Scalar
from .terminal import Option, hear, meant, offer, show, tell

ANSWER = Place("\U0010ffff", 1, 1)
"""Where an answer stands until it is written: behind every file, so it is the second of two equal ids."""

FEW = 12
"""The most words that are listed before anybody asks for them."""

TODAY = "today"
"""What may be written for the day on which a document was read."""

FULL_STOP = re.compile(r"(?<!\S)[^\s.]*\.$")
"""The full stop of a sentence; that of "U.S." belongs to its word."""

YES_OR_NO = ("yes", "y", "no", "n")
"""The answers to whether a record is to be written; as an id, such a slip would be permanent."""

NOTHING = rules.Records(partner=None, areas=(), milestones=(), visits=(), sources=(), terms=())


class Question(NamedTuple):
    """What is asked for."""

    key: str
    field: f.Field[Any]
    is_optional: bool = False
    default: str = ""
    """What Enter takes."""
    others: Sequence[str] = ()
    """The keys that may be named instead, to be asked for again."""

    @property
    def heading(self) -> str:
        """What is asked, and what leaving it out means where that is possible."""
        if self.is_optional:
            return f"{self.key} (optional): {self.field.description}"
        return f"{self.key}: {self.field.description.partition(' Left out:')[0]}"

    @property
    def hint(self) -> str:
        """How an answer is written."""
        if self.default:
            return f"Enter takes: {self.default}"
        hint = self.field.manner or f"For example: {self.field.example}"
        return f"{hint} Or write {TODAY} for {date.today()}." if self.key == "accessed" else hint

    def meant(self, text: str, options: Sequence[Option]) -> str:
        """Return what a text stands for, or else the text."""
        word = text.casefold()
        if self.key == "accessed" and word == TODAY:
            return str(date.today())
        return word if word in self.others else meant(text, options)

    def objection(self, text: str) -> str:
        """Say what is wrong with a text in a conversation, though a file may have it; or else nothing."""
        if isinstance(self.field, v.Identifier) and text.casefold() in YES_OR_NO:
            return f'"{text}" is not an id; whether the record is written is asked next'
        if self.key == "title" and FULL_STOP.search(text):
            return "a title has no full stop at its end; write it without"
        return ""


def group(values: dict[str, Node]) -> Mapping:
    """Make a group of keys of answers."""
    return Mapping(ANSWER, {key: Entry(ANSWER, value) for key, value in values.items()})


@dataclass
class Questions:
    """Asks for values that fit the records that there are."""

    data: Path
    dossier: Dossier

    def ask(self, question: Question) -> Node | None:
        """Ask for a value until it is right; None where an optional one is left out."""
        field, options = question.field, self.options(question.field)
        print(f"\n{question.heading}")
        if isinstance(field, f.Many) and isinstance(field.item, PersonField):
            return self.people(question)
        if len(options) > FEW:
            print(f"  There are {len(options)}; ? lists them all, a part of a name those that have it.")
        elif options:
            show(options, options)
        else:
            print(f"  {question.hint}")
        if question.others:
            print(f"  To answer another key again, write its name: {', '.join(question.others)}.")
        if isinstance(field, f.Many):
            print("  One by one, or several with commas between them; Enter ends the list.")
            return self.several(question, options)
        return self.one(question, options)

    def one(self, question: Question, options: list[Option]) -> Scalar | None:
        """Ask for one text or word."""
        words = [*options, *map(Option, question.others)]
        while (text := hear("> ", words) or question.default) or not question.is_optional:
            answer = Scalar(ANSWER, question.meant(text, options))
            if answer.text in question.others or self.accepts(question, answer, options, [text]):
                return answer
        return None

    def several(self, question: Question, options: list[Option]) -> reading.Sequence | None:
        """Ask for words until no more are named."""
        answers: dict[str, Node] = {}
        is_done = question.is_optional
        while (text := hear("another> " if answers else "> ", options)) or not is_done:
            named = [question.meant(part.strip(), options) for part in text.split(",") if part.strip()]
            new: dict[str, Node] = {word: Scalar(ANSWER, word) for word in named}
            strange = new.keys() - {option.word for option in options}
            if self.accepts(question, reading.Sequence(ANSWER, [*new.values()]), options, strange):
                answers, is_done = answers | new, True
        return reading.Sequence(ANSWER, [*answers.values()]) if answers else None

    def people(self, question: Question) -> reading.Sequence | None:
        """Ask for people until no name is given."""
        print("  One by one; Enter instead of a name ends the list.")
        for part, inner in Person.fields().items():
            print(f"  {part}: {inner.description} For example: {inner.example}")
        answers: list[Node] = []
        while (name := hear("name> ")) or not (answers or question.is_optional):
            role = hear("role (optional)> ") if name else ""
            person = Scalar(ANSWER, name)
            answer = group({"name": person, "role": Scalar(ANSWER, role)}) if role else person
            if self.accepts(question, reading.Sequence(ANSWER, [answer] if name else []), [], []):
                answers.append(answer)
        return reading.Sequence(ANSWER, answers) if answers else None

    def accepts(
        self, question: Question, answer: Node, options: list[Option], texts: Collection[str]
    ) -> bool:
        """Tell whether a value is right; if not, offer where its texts are found, or say what is wrong."""
        problems = self.problems(question, answer)
        # What is new stands behind what has been shown, so that every number still means the same.
        options += [option for option in self.options(question.field) if option not in options]
        if problems and not offer(texts, options):
            tell(problems)
        return not problems

    def problems(self, question: Question, answer: Node) -> list[str]:
        """Say what is wrong with a value, as the check of the data does where a conversation allows it."""
        if isinstance(answer, Scalar) and (objection := question.objection(answer.text)):
            return [objection]
        ledger = self.read(question, answer)
        if any(rules.links_lead_somewhere(NOTHING, ledger)):
            self.renew()
            ledger = self.read(question, answer)
        return [problem.message for problem in rules.check(NOTHING, ledger)]

    def read(self, question: Question, answer: Node) -> Ledger:
        """Read a value among the ids that there are."""
        ledger = Ledger(given=[*self.names])
        question.field.read(answer, Context("", question.key, ledger))
        return ledger

    def renew(self) -> None:
        """Learn of the records that were added meanwhile, as in another window."""
        try:
            self.dossier = load(self.data)
        except DataError:
            print("  The data have a problem now, so nothing new is known; make check tells which.")

    def options(self, field: f.Field[Any]) -> list[Option]:
        """List the words that a field takes; none where it takes any text."""
        match field:
            case f.Many():
                return self.options(field.item)
            case v.Choice():
                return [Option(choice.value, choice.meaning) for choice in field.choices]
            case v.Flag():
                return [Option("true", "Yes."), Option("false", "No.")]
            case v.Reference():
                records = self.dossier.areas if field.kind == "area" else self.dossier.sources
                return [Option(record.id, record.title) for record in records]
        return []

    @property
    def names(self) -> Iterator[Name]:
        """The ids that there are."""
        dossier = self.dossier
        records: list[Addressed] = [*dossier.areas, *dossier.statements, *dossier.milestones]
        records += [*dossier.visits, *dossier.sources]
        return (Name(record.noun, record.id, record.label, _place_of_id(record)) for record in records)


def _place_of_id(record: Addressed) -> Place:
    entry = record.origin.entries.get("id")
    return entry.value.place if entry else record.origin.place
