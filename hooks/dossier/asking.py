"""Questions in the terminal: each asks for the value of one field until the field itself accepts it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from . import fields as f
from . import reading, rules
from . import values as v
from .dossier import Dossier
from .ledger import Context, Ledger, Name
from .messages import Values
from .models import Addressed, Participant, Person
from .problems import Place, Problem
from .reading import UNPRINTABLE, Entry, Mapping, Node, Scalar
from .wording import one_of, suggest

ANSWER = Place("\U0010ffff", 1, 1)
"""Where an answer stands until it is written: behind every file, so it is the second of two equal ids."""

FEW = 12
"""The most words that are listed before anybody asks for them."""

NOTHING = rules.Records(partner=None, areas=(), milestones=(), visits=(), sources=(), terms=())


class Option(NamedTuple):
    """A word that can be chosen."""

    word: str
    meaning: str = ""


def group(values: dict[str, Node]) -> Mapping:
    """Make a group of keys of answers."""
    return Mapping(ANSWER, {key: Entry(ANSWER, value) for key, value in values.items()})


def choose(noun: str, options: Sequence[Option]) -> str:
    """Ask for one of a few words, or for its number."""
    words = [option.word for option in options]
    show(options, options)
    while (word := meant(hear(f"{noun}> ", words), options)) not in words:
        print(f"  {unknown(noun, word, words)}")
    return word


def unknown(noun: str, word: str, words: Sequence[str]) -> str:
    """Say that a word is none of those that can be chosen, and which are."""
    return Values.UNKNOWN_CHOICE(choice=noun, word=word, suggestion=suggest(word, words, one_of(words)))


def show(options: Sequence[Option], shown: Sequence[Option]) -> None:
    """List those of the options that are to be shown, with the numbers that they have among all."""
    width = max(len(option.word) for option in options)
    for number, option in enumerate(options, start=1):
        if option in shown:
            print(f"  {number:>2}  {option.word:{width}}  {option.meaning}".rstrip())


def meant(text: str, options: Sequence[Option]) -> str:
    """Return the word of a number, and any other text as it is."""
    is_number = text.isdecimal() and text not in (option.word for option in options)
    return options[int(text) - 1].word if is_number and 1 <= int(text) <= len(options) else text


def search(text: str, options: Sequence[Option]) -> list[Option]:
    """Find the options that have a text in their word or meaning; `?` finds all."""
    if text == "?":
        return [*options]
    return [option for option in options if text and text.casefold() in " ".join(option).casefold()]


def hear(prompt: str, words: Iterable[str] = ()) -> str:
    """Hear one line that a file may have, in which the Tab key completes words.

    Raises:
        EOFError: where there is no more to hear.
    """
    complete(words)
    while UNPRINTABLE.search(text := " ".join(input(prompt).split())):
        print("  this text has a character that cannot be shown; delete it")
    return text


def complete(words: Iterable[str]) -> None:
    """Let the Tab key complete words, in a terminal that can."""
    with suppress(ImportError):  # Windows has no readline
        import readline

        known = sorted(words)
        readline.set_completer_delims(", ")
        readline.set_completer(
            lambda start, n: [*(word for word in known if word.startswith(start)), None][n]
        )
        is_libedit = "libedit" in (readline.__doc__ or "")
        readline.parse_and_bind("bind ^I rl_complete" if is_libedit else "tab: complete")


def tell(problems: Iterable[Problem]) -> None:
    """Say what is wrong with an answer."""
    for problem in problems:
        print(f"  {problem.message}")


@dataclass(frozen=True)
class Questions:
    """Asks for values that fit the records that there are."""

    dossier: Dossier

    def ask(self, key: str, field: f.Field[Any], *, is_optional: bool, default: str = "") -> Node | None:
        """Ask for a value until it is right; None where an optional one is left out."""
        options = self.options(field)
        print(f"\n{key}{' (optional)' if is_optional else ''}: {field.description}")
        if isinstance(field, f.Many) and isinstance(field.item, Participant):
            return self.people(key, field, is_optional=is_optional)
        if len(options) > FEW:
            print(f"  There are {len(options)}; ? lists them all, a part of a name those that have it.")
        elif options:
            show(options, options)
        else:
            hint = field.manner or f"For example: {field.example}"
            print(f"  Enter takes: {default}" if default else f"  {hint}")
        if isinstance(field, f.Many):
            print("  One by one, or several with commas between them; Enter ends the list.")
            return self.several(key, field, options, is_optional=is_optional)
        return self.one(key, field, options, is_optional=is_optional, default=default)

    def one(
        self, key: str, field: f.Field[Any], options: Sequence[Option], *, is_optional: bool, default: str
    ) -> Scalar | None:
        """Ask for one text or word."""
        words = [option.word for option in options]
        while (text := hear("> ", words) or default) or not is_optional:
            answer = Scalar(ANSWER, meant(text, options))
            if self.accepts(key, field, answer, search(text, options)):
                return answer
        return None

    def several(
        self, key: str, field: f.Field[Any], options: Sequence[Option], *, is_optional: bool
    ) -> reading.Sequence | None:
        """Ask for words until no more are named."""
        words = [option.word for option in options]
        answers: dict[str, Node] = {}
        while (text := hear("another> " if answers else "> ", words)) or not (answers or is_optional):
            named = [meant(part.strip(), options) for part in text.split(",") if part.strip()]
            new: dict[str, Node] = {word: Scalar(ANSWER, word) for word in named}
            if self.accepts(key, field, reading.Sequence(ANSWER, [*new.values()]), search(text, options)):
                answers |= new
        return reading.Sequence(ANSWER, [*answers.values()]) if answers else None

    def people(self, key: str, field: f.Field[Any], *, is_optional: bool) -> reading.Sequence | None:
        """Ask for people until no name is given."""
        print("  One by one; Enter instead of a name ends the list.")
        for part, inner in Person.fields().items():
            print(f"  {part}: {inner.description} For example: {inner.example}")
        answers: list[Node] = []
        while (name := hear("name> ")) or not (answers or is_optional):
            role = hear("role (optional)> ") if name else ""
            person = Scalar(ANSWER, name)
            answer = group({"name": person, "role": Scalar(ANSWER, role)}) if role else person
            if self.accepts(key, field, reading.Sequence(ANSWER, [answer] if name else [])):
                answers.append(answer)
        return reading.Sequence(ANSWER, answers) if answers else None

    def accepts(self, key: str, field: f.Field[Any], answer: Node, found: Sequence[Option] = ()) -> bool:
        """Tell whether a value is right; if not, show what was found instead, or say what is wrong."""
        problems = self.problems(key, field, answer)
        if problems and found:
            show(self.options(field), found)
        else:
            tell(problems)
        return not problems

    def problems(self, key: str, field: f.Field[Any], answer: Node) -> list[Problem]:
        """Check a value as the check of the data does."""
        ledger = Ledger(given=[*self.names])
        field.read(answer, Context("", key, ledger))
        return rules.check(NOTHING, ledger)

    def options(self, field: f.Field[Any]) -> list[Option]:
        """List the words that a field takes; none where it takes any text."""
        match field:
            case f.Many():
                return self.options(field.item)
            case v.Choice():
                return [Option(choice.value, choice.meaning) for choice in field.choices]
            case v.Flag():
                return [Option("true"), Option("false")]
            case v.Reference():
                records = self.dossier.areas if field.kind == "area" else self.dossier.sources
                return [Option(record.id, record.title) for record in records]
        return []

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """The ids that there are."""
        dossier = self.dossier
        records: list[Addressed] = [*dossier.areas, *dossier.statements, *dossier.milestones]
        records += [*dossier.visits, *dossier.sources]
        return tuple(Name(record.noun, record.id, record.label, _place_of_id(record)) for record in records)


def _place_of_id(record: Addressed) -> Place:
    entry = record.origin.entries.get("id")
    return entry.value.place if entry else record.origin.place
