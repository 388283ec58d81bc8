"""One page while it is written: what a template may ask for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from markupsafe import Markup

from .choices import Direction
from .dossier import Dossier
from .hints import Hints
from .models import Addressed, Event, Source, Statement
from .prose import Prose


@dataclass
class Sheet:
    """Knows where the page stands, numbers the sources that it cites, and explains the terms that it uses."""

    dossier: Dossier
    url: str
    """The page's address, relative to the site's root."""
    numbers: dict[str, int] = field(default_factory=dict)
    """The numbers of the sources by their ids."""
    cited: list[Source] = field(default_factory=list)
    """In the order of their numbers."""

    @cached_property
    def _hints(self) -> Hints:
        return Hints(self.dossier.vocabulary)

    def link(self, address: str) -> str:
        """Write an address of the site as this page links to it, so that the site works at any path."""
        page, hash_sign, anchor = address.partition("#")
        if page == self.url and anchor:
            return f"#{anchor}"
        return ("../" * self.url.count("/") + page or "./") + hash_sign + anchor

    def link_to(self, record: Addressed) -> str:
        """Write the address of a record's home."""
        return self.link(self.dossier.address(record))

    def prose(self, prose: Prose) -> Markup:
        """Write prose, its links to records resolved and its terms explained."""
        html = prose.html(lambda link: self.link_to(self.dossier.linked(link)))
        return Markup(self._hints.add(html))

    def title(self, event: Event) -> str:
        """Call an event by its title, or else by its text."""
        if isinstance(event, Statement):
            return event.title or self.dossier.states(event)[0].text.plain
        return event.title

    def cite(self, sources: Iterable[Source]) -> Iterator[tuple[int, Source]]:
        """Give each source its number on this page."""
        for source in sources:
            if source.id not in self.numbers:
                self.cited.append(source)
                self.numbers[source.id] = len(self.cited)
            yield self.numbers[source.id], source

    def direction(self, direction: Direction) -> str:
        """Write which way a visit went."""
        match direction:
            case Direction.TO_NATO:
                return "to NATO"
            case Direction.TO_PARTNER:
                return f"to {self.dossier.partner.name}"
            case Direction.ELSEWHERE:
                return "elsewhere"
