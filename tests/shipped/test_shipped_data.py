"""The shipped data: the claim comes first, the lead is short and cited, and no fact of the source is lost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser

from dossier.loading.data_folder import load
from dossier.model.dataset import Dossier
from dossier.model.enumerations import UpdateKind
from dossier.model.prose import Prose
from dossier.pages.page_context import SiteContext
from dossier.pages.site_pages import SitePages
from dossier.pages.urls import file_of

from ..websites import ROOT

DOSSIER = load(ROOT / "data")
FILE = Path(__file__).parent / "first_source.yml"
FIRST_SOURCE: dict[str, dict[str, list[str]]] = yaml.load(FILE.read_text(encoding="utf-8"), yaml.BaseLoader)
NAME = FILE.relative_to(ROOT).as_posix()
FACTS = [(page, fact, words) for page, facts in FIRST_SOURCE.items() for fact, words in facts.items()]

ABOUT_A_DOCUMENT = re.compile(
    r"\b(pages?|list of fields|no longer (said|named|mentioned|spoke|listed)|told of|spoke of|stood|stands"
    r"|this site|the (source|text|overview|wording|version|website)|still (said|spoke|listed)|tells of)\b",
    re.IGNORECASE,
)
"""The words that betray a text about a document, where a claim about the world belongs."""
EXCEPTIONS: dict[str, str] = {}
"""The texts that may use such a word, with the reason."""
NUMBER_OF_FACTS = 100
LONGEST_LEAD = 110
NOISE = re.compile(r"Visited \d+ times|Exhibition00|with NATO SG|is considering|Operational Command")
"""What the text of the first source carries along."""


def first_texts(dossier: Dossier) -> Iterator[tuple[str, Prose]]:
    """Give every text that a reader sees first, with what to call it."""
    yield "lead", dossier.partner.summary
    yield from ((f"key fact {fact.label}", fact.text) for fact in dossier.partner.key_facts)
    yield from ((f"area {area.id}", area.summary) for area in dossier.areas)
    for statement in dossier.statements:
        yield statement.id, statement.text
        for update in statement.updates:
            if update.kind is UpdateKind.CHANGE and update.text:
                yield f"{statement.id} as of {update.as_of}", update.text
    yield from ((milestone.id, milestone.text) for milestone in dossier.milestones if milestone.text)
    yield from ((visit.id, visit.purpose) for visit in dossier.visits if visit.purpose)


TEXTS = dict(first_texts(DOSSIER))


def listed(words: list[str]) -> str:
    """Name words as a message does."""
    return " and ".join(f'"{word}"' for word in words)


def test_a_first_text_is_about_the_world_not_about_a_document() -> None:
    found = {name: match[0] for name, text in TEXTS.items() if (match := ABOUT_A_DOCUMENT.search(text.plain))}
    assert found.keys() == EXCEPTIONS.keys(), "say what is so, not what a document says: " + "; ".join(
        f'"{words}" in the text of {name}' for name, words in found.items() if name not in EXCEPTIONS
    )


def test_the_lead_is_short_and_each_of_its_claims_has_sources() -> None:
    lead = DOSSIER.partner.summary
    words = len(lead.plain.split())
    assert words <= LONGEST_LEAD, (
        f'"summary" in data/partner.yml has {words} words; shorten it to {LONGEST_LEAD}'
    )
    assert [
        reference for reference in lead.references if not DOSSIER.resting_on(DOSSIER.resolve(reference))
    ] == []


@pytest.fixture(scope="module")
def shown() -> dict[str, list[str]]:
    """The text of each record by page, as far as it is seen without unfolding anything."""
    texts: dict[str, list[str]] = {}
    pages = SitePages(SiteContext(DOSSIER))
    for url in FIRST_SOURCE:
        tree = LexborHTMLParser(pages[file_of(url.removeprefix("/"))].body)
        for hidden in tree.css("details, [role=tooltip]"):
            hidden.decompose()
        records = tree.css("article.nr-statement, .nr-entry, .nr-visits tbody tr")
        texts[url] = [" ".join(record.text().split()) for record in records]
    return texts


@pytest.mark.parametrize(("page", "fact", "words"), FACTS, ids=[fact for _, fact, _ in FACTS])
def test_a_fact_of_the_first_source_is_shown(
    page: str, fact: str, words: list[str], shown: dict[str, list[str]]
) -> None:
    if not any(all(word.lower() in text.lower() for word in words) for text in shown[page]):
        pytest.fail(
            f"no record on the page {page} has the words {listed(words)} any more, which {NAME} lists for the"
            f' fact "{fact}" of the first source. Put the fact back into the data; or, if it is there in'
            f" other words, write those into {NAME}; or, if the source does not say so, take it out there",
            pytrace=False,
        )


def test_every_fact_of_the_first_source_is_looked_for() -> None:
    names = {fact for _, fact, _ in FACTS}
    assert len(names) == len(FACTS) == NUMBER_OF_FACTS, (
        f"{NAME} has {len(FACTS)} facts with {len(names)} names, not {NUMBER_OF_FACTS}; if that is meant,"
        f" change NUMBER_OF_FACTS in {Path(__file__).relative_to(ROOT)}"
    )


def test_what_the_first_source_carries_along_is_in_no_record() -> None:
    found = {name: match[0] for name, text in TEXTS.items() if (match := NOISE.search(text.plain))}
    assert not found, "the first source has this by mistake; take it out: " + "; ".join(
        f'"{words}" in the text of {name}' for name, words in found.items()
    )
