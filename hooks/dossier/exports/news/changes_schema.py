"""The JSON Schema of `changes.json`."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.enumerations import Status
from ..about import ABOUT
from ..schemas import ADDRESS, TEXT, WEB_ADDRESS, list_of, object_of, or_null, reference
from ..schemas import write as write_schema
from .entries import KINDS

DATE = reference("date")

SOURCE = object_of(
    {"id": TEXT, "title": TEXT, "publisher": TEXT, "url": WEB_ADDRESS, "date": DATE, "archived": WEB_ADDRESS},
    optional=("date", "archived"),
)
STATE = object_of(
    {
        "text": TEXT,
        "sources": list_of(TEXT) | {"description": "The ids of the sources of the text."},
        "status": {"enum": [*Status, None]},
        "as_of": DATE | {"description": "The newest date as of which a claim is known to hold."},
        "as_of_source": TEXT | {"description": "The id of the source that gives that date."},
        "date": or_null(DATE, "The date of an event."),
    },
    optional=("status", "as_of", "as_of_source", "date"),
)
CHANGE = object_of(
    {
        "id": TEXT | {"description": "The permanent id: that of the record, and the date of a later step."},
        "date": or_null(DATE, "The date as of which the source speaks."),
        "kind": {
            "enum": [*KINDS],
            "description": " ".join(f'"{kind}": {meaning}' for kind, meaning in KINDS.items()),
        },
        "url": ADDRESS | {"description": "Where the site has it."},
        "record": object_of({"kind": TEXT, "id": TEXT, "title": TEXT, "areas": list_of(TEXT)}),
        "before": or_null(STATE, "What was known before."),
        "after": STATE | {"description": "What is known since then."},
        "remark": or_null(TEXT, "A remark on a confirmation or an omission."),
        "sources": list_of(SOURCE) | {"minItems": 1, "description": "Who says so."},
    }
)


def write() -> Iterator[bytes]:
    """Write the schema."""
    return write_schema(
        "Changes",
        "Everything that became known, newest first by the dates of the sources. An id never changes:"
        " what is new has one that you have not seen. The entries of an older source come further down.",
        {**ABOUT, "changes": list_of(CHANGE)},
    )
