"""The report for an editor: Markdown that is readable as text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import urljoin

from ..problems.phrases import count
from .checking import Answer, Outcome
from .mentions import Mention

AMISS = (Outcome.GONE, Outcome.MOVED, Outcome.UNREACHABLE)
"""The headings under which an editor has to act."""

ADVICE: dict[str, str] = {
    Outcome.GONE: (
        "The server says that nothing is there. Look for the document's new address and write it in place"
        " of this one. Where there is none, add `archived:` with the address of an archived copy to the"
        " source, which `make archive` looks for, and `gone:` with today's date, which marks it on its page;"
        " in a text, take the link out."
    ),
    Outcome.MOVED: (
        "The server leads elsewhere. Open the new address; where it shows the same document, write it in"
        " place of the old one, as is said below. Where it does not, do as with a page that is gone."
    ),
    Outcome.UNREACHABLE: (
        "No usable answer came, even after asking again. If all links are listed here, see whether this"
        " computer is connected to the web. Otherwise, open the address in a browser on another day; where it"
        " fails again, do as with a page that is gone."
    ),
    Outcome.REFUSED: (
        "The server answers, but not to a program. Open the address in a browser; where it shows the"
        " document, there is nothing to do."
    ),
    "archived": (
        "These are gone, have moved or are unreachable, but the source gives an archived copy, so that"
        " readers find the document. There is nothing to do."
    ),
    "known": (
        "These are gone, have moved or are unreachable, as their sources say with `gone:`. There is nothing"
        " to do."
    ),
}
"""What to do, by the heading under which a URL is listed."""


def by_heading(
    mentions: Mapping[str, Sequence[Mention]], answers: Mapping[str, Answer]
) -> dict[str, list[str]]:
    """Return the items of the report by heading, one for each URL."""
    items: dict[str, list[str]] = {}
    broken = {url for url, answer in answers.items() if answer.outcome in (Outcome.GONE, Outcome.UNREACHABLE)}
    for url, given in mentions.items():
        heading: str = answers[url].outcome
        if heading in AMISS and all(mention.archived and mention.archived not in broken for mention in given):
            heading = "archived"
        elif heading in AMISS and all(mention.is_known_gone for mention in given):
            heading = "known"
        corrections = _corrections(url, answers[url].new_url, given) if heading == Outcome.MOVED else ()
        places = "; ".join(f"{_place(mention)} ({mention.record}, {mention.key})" for mention in given)
        lines = [f"- <{url}> {answers[url].words}.", f"Given in {places}.", *corrections]
        items.setdefault(heading, []).append("\n  ".join(lines))
    return items


def _corrections(url: str, new_url: str, given: Sequence[Mention]) -> Iterator[str]:
    """Yield what to write at each place of a page that has moved, if it is known where to."""
    for mention in given if new_url else ():
        if mention.fragment is None:
            yield f"In {_place(mention)}, replace `{url}` with `{new_url}`."
        else:
            yield f"In {_place(mention)}, write `{mention.key}: {urljoin(new_url, mention.fragment)}`."


def _place(mention: Mention) -> str:
    return f"`{mention.place.file}:{mention.place.line}`"


def report(items: Mapping[str, Sequence[str]]) -> str:
    """Write the report from the items under each heading."""
    numbers = [f"{len(items[heading])} {heading}" for heading in (*ADVICE, Outcome.ALIVE) if heading in items]
    summary = f"{count(sum(map(len, items.values())), 'link')}: {', '.join(numbers)}."
    sections = [
        f"## {heading.capitalize()}\n\n{advice}\n\n" + "\n".join(items[heading])
        for heading, advice in ADVICE.items()
        if heading in items
    ]
    return "\n\n".join(["# Links to other sites", summary, *sections])
