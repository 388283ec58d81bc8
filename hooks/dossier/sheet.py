"""One page while it is written: what a template may ask for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from markupsafe import Markup

from .dossier import Addressed, Dossier
from .models import Direction, Source
from .prose import Prose


@dataclass
class Sheet:
    """Knows where the page stands, and numbers the sources in the order in which the page cites them."""

    dossier: Dossier
    url: str
    """The page's address, relative to the site's root."""
    cited: list[Source] = field(default_factory=list)

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
        """Write prose, its links to records resolved."""
        return Markup(prose.html(lambda link: self.link_to(self.dossier.linked(link))))

    def cite(self, sources: Iterable[Source]) -> Iterator[tuple[int, Source]]:
        """Give each source its number on this page."""
        for source in sources:
            if source not in self.cited:
                self.cited.append(source)
            yield self.cited.index(source) + 1, source

    def direction(self, direction: Direction) -> str:
        """Write which way a visit went."""
        match direction:
            case Direction.TO_NATO:
                return "to NATO"
            case Direction.TO_PARTNER:
                return f"to {self.dossier.partner.name}"
            case Direction.ELSEWHERE:
                return "elsewhere"
