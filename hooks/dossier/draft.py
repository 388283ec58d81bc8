"""A record in the making: which keys are asked for, in which order, and what the answers suggest."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, count, cycle

from . import dates, rules
from .asking import ANSWER, Question, Questions, group
from .ledger import Ledger
from .models import Statement, Visit
from .reading import Mapping, Node, Scalar
from .records import Record
from .terminal import tell
from .values import kebab_case
from .writing import Home

LATER = ("updates", "conflicts", "gone")
"""The keys for what there is to say of a record only once it is there."""

MENDED_BY: dict[rules.Rule, tuple[str, ...]] = {
    rules.visits_have_a_date: ("date", "recurring"),
    rules.statements_have_a_date: ("as_of",),
}
"""The rules that look at several keys of one record, with those that an editor mends."""

LAST_KEYS = ("recurring", "sources")
"""The keys after which these rules have all that they look at."""

LONGEST_ID = 40
"""How many characters a suggested id has at most."""


@dataclass
class Draft:
    """A record in the making."""

    model: type[Record]
    home: Home
    questions: Questions
    answers: dict[str, Node] = field(default_factory=dict)

    @property
    def keys(self) -> list[str]:
        """The keys that are asked for, in the order of the model."""
        return [key for key in self.model.fields() if key not in LATER]

    @property
    def later(self) -> list[str]:
        """The keys that are left to the file."""
        return [key for key in self.model.fields() if key in LATER]

    @property
    def record(self) -> Mapping:
        """The answers so far, in the order of the model."""
        return group({key: self.answers[key] for key in self.keys if key in self.answers})

    def text(self, key: str) -> str:
        """Return the text of an answer, empty where there is none."""
        return self.record.text(key)

    def fill(self) -> None:
        """Ask for every key, the id last, so that the other answers suggest it."""
        order = sorted(self.keys, key=lambda key: key == "id")
        for number, key in enumerate(order, start=1):
            self.ask(key)
            if key in LAST_KEYS:
                self.mend(order[:number])

    def ask(self, key: str, *, is_needed: bool = False, others: Sequence[str] = ()) -> None:
        """Ask for one key, anew where it has an answer already, or for another that is named instead."""
        self.answers.pop(key, None)
        question = Question(
            key,
            self.model.fields()[key],
            is_optional=not is_needed and key not in self.model.required(),
            default=self.suggested_id() if key == "id" else "",
            others=others,
        )
        answer = self.questions.ask(question)
        if isinstance(answer, Scalar) and answer.text in others:
            self.ask(answer.text)
        elif answer:
            self.answers[key] = answer

    def mend(self, asked: Sequence[str]) -> None:
        """Ask for what the rules say is missing, one key after the other until they are content.

        What was asked before can be answered anew: a source without a date may have been a slip.
        """
        for rule, keys in MENDED_BY.items():
            turns = cycle(keys)
            while problems := list(rule(self.alone(), Ledger())):
                tell(problem.message for problem in problems)
                key = next(turns)
                self.ask(key, is_needed=len(keys) == 1, others=[other for other in asked if other != key])

    def alone(self) -> rules.Records:
        """Return what the rules look at, with this record instead of all others of its kind."""
        record = self.model.read(self.record, self.model.noun, Ledger())
        statements = (record,) if isinstance(record, Statement) else ()
        return rules.Records(
            partner=replace(self.questions.dossier.partner, overview=statements),
            areas=(),
            milestones=(),
            visits=(record,) if isinstance(record, Visit) else (),
            sources=self.questions.dossier.sources,
            terms=(),
        )

    def suggested_id(self) -> str:
        """Make an id that is still free of what the record says; empty where that gives none."""
        year = str(dates.parse(self.text("date")).year) if self.text("date") else ""
        match self.model.noun:
            case "source":
                words = f"{self.text('publisher')} {year}"
            case "statement":
                words = self.text("title") or self.text("text")
            case _:
                words = f"{year or 'recurring'} {self.text('title')}"
        plain = unicodedata.normalize("NFKD", words.replace("'", "")).encode("ascii", "ignore").decode()
        stem = kebab_case(textwrap.shorten(plain, LONGEST_ID, placeholder=""))
        ids = chain([stem], (f"{stem}-{number}" for number in count(2)))
        return next(filter(self.is_free, ids)) if stem else ""

    def is_free(self, identifier: str) -> bool:
        """Tell whether no other record has an id, nor the site itself."""
        question = Question("id", self.model.fields()["id"])
        return not self.questions.problems(question, Scalar(ANSWER, identifier))
