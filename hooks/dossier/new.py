"""A new record: asked for in the terminal, checked answer by answer, and put at the end of its file."""

from __future__ import annotations

from pathlib import Path

from .asking import YES_OR_NO, Questions
from .dossier import Dossier
from .draft import Draft
from .loading import load
from .models import Activity, Milestone, Source, Statement, Visit
from .problems import DataError, report
from .prose import RecordLink
from .records import Record
from .schema import modeline
from .terminal import Option, choose, hear, unknown
from .writing import Home

KINDS: dict[str, type[Record]] = {model.noun: model for model in (Milestone, Visit, Statement, Source)}

HOME_PAGE = "home page"
"""Where the overview is shown; its space keeps it apart from the ids of the areas."""

BY_HAND = {
    "area": "areas",
    "term": "the-glossary",
    "update": "when-a-later-source-says-something-new",
    "conflict": "when-two-sources-contradict-each-other",
}
"""What is not asked for, and where on its page the editing guide tells how it is written."""

LIVE_SITE = "http://127.0.0.1:8000/"
"""Where `make serve` shows the site."""


def add(word: str, data: Path) -> int:
    """Ask for a record of a kind, or for the kind first, and write it; return the exit status."""
    kind = word.casefold().removesuffix("s")
    if word and kind not in KINDS:
        print(explain(kind) if kind in BY_HAND else unknown("kind", word, [*KINDS]))
        return 1
    try:
        dossier = load(data)
        draft = begin(kind or ask_kind(), data, dossier)
        draft.fill()
        if not confirm(draft):
            print("\nNothing was written.")
            return 0
        draft.home.put(draft.record)
    except DataError as error:
        print(f"{error}\nMend this first; then a record can be added.")
        return 1
    except OSError as error:
        print(f"{error.filename}: this file cannot be written: {error.strerror}")
        return 1
    except (EOFError, KeyboardInterrupt):
        print("\nNothing was written.")
        return 1
    return tell_where(draft, data)


def explain(kind: str) -> str:
    """Say how a record that is not asked for is written."""
    article = "An" if kind[0] in "au" else "A"
    guide = f"docs/editing.md, on the site /editing/#{BY_HAND[kind]}"
    return f"{article} {kind} is written by hand; the guide tells how: {guide}"


def ask_kind() -> str:
    """Ask what is to be added."""
    print("What do you want to add?")
    return choose("kind", [Option(noun, model.__doc__ or "") for noun, model in KINDS.items()])


def begin(kind: str, data: Path, dossier: Dossier) -> Draft:
    """Begin a record of a kind, in the place where it belongs.

    Raises:
        DataError: where nothing can be added to the file.
    """
    model = KINDS[kind]
    if model is Statement:
        model, home = place_statement(data, dossier)
    else:
        home = find_home(f"{kind}s", data)
    print("\nEnter leaves out what is optional. Ctrl-C stops, and then nothing is written.")
    if model is not Source:
        print("A source that is not listed can be added meanwhile, in another window: make new source.")
    return Draft(model, home, Questions(data, dossier))


def place_statement(data: Path, dossier: Dossier) -> tuple[type[Statement], Home]:
    """Ask where a statement belongs."""
    print("Where does it belong?")
    areas = {area.id: area for area in dossier.areas}
    options = [
        Option(HOME_PAGE, "What holds for the whole."),
        *(Option(area.id, area.title) for area in dossier.areas),
    ]
    place = choose("place", options)
    file = areas[place].origin.place.file if place in areas else dossier.partner.origin.place.file
    home = Home(data.parent / file, file, key="activities" if place in areas else "overview")
    home.gap()  # whether anything can be added is known before the first question
    return Activity if place in areas else Statement, home


def find_home(collection: str, data: Path) -> Home:
    """Return the file of a collection, or one in its folder where nothing can be added to it."""
    single, more = (
        Home(path, path.relative_to(data.parent).as_posix(), header=modeline(path.relative_to(data)))
        for path in (data / f"{collection}.yml", data / collection / "more.yml")
    )
    try:
        single.gap()
    except DataError:
        more.gap()
        return more
    return single


def confirm(draft: Draft) -> bool:
    """Show the record as it will stand in the file; tell whether it is wanted so."""
    words = [*YES_OR_NO, *draft.keys]
    while True:
        print(f"\nThis goes into {draft.home.name}:\n\n{draft.home.preview(draft.record)}")
        prompt = "Enter writes it, no drops it, and a key asks for it again> "
        while (answer := hear(prompt, map(Option, words)).casefold()) and answer not in words:
            print(f"  {unknown('answer', answer, words)}")
        if answer not in draft.keys:
            return answer not in ("no", "n")
        draft.ask(answer)
        draft.mend(draft.keys)


def tell_where(draft: Draft, data: Path) -> int:
    """Say where the record stands now; return 1 if the data have a problem all the same."""
    try:
        dossier = load(data)
    except DataError as error:
        print(f"The record was written, but the data have problems now:\n{error}")
        return 1
    record = dossier.linked(RecordLink(draft.model.noun, draft.text("id")))
    place = record.origin.place
    print(f"\nWritten: {place.file}, line {place.line}")
    print(f"While make serve runs, it is on {LIVE_SITE}{dossier.address(record)}")
    if draft.later:
        print(f"To add {' or '.join(draft.later)}, edit the file; the editing guide tells how.")
    if dossier.warnings:
        print(report(dossier.warnings))
    return 0
