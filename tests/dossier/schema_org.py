"""JSON-LD in the vocabulary of schema.org, as a parser understands it."""

from __future__ import annotations

import json
import warnings
from typing import Any

from pyld import jsonld  # type: ignore[import-untyped]

TERMS = (
    *("Article", "BreadcrumbList", "Country", "DataDownload", "Dataset", "Event", "ListItem", "Place"),
    *("WebSite", "citation", "description", "distribution", "encodingFormat", "headline", "inLanguage"),
    *("isAccessibleForFree", "isPartOf", "itemListElement", "location", "name", "position"),
    *("spatialCoverage", "temporalCoverage", "version"),
)
LINKS = ("contentUrl", "item", "license", "url")
DATES = ("dateModified", "endDate", "startDate")
VOCABULARY = {
    "@context": {term: f"https://schema.org/{term}" for term in TERMS}
    | {term: {"@id": f"https://schema.org/{term}", "@type": "@id"} for term in LINKS}
    | {term: {"@id": f"https://schema.org/{term}", "@type": "https://schema.org/Date"} for term in DATES}
}
"""The terms that pages use; without `@vocab`, so that a parser drops what is not among them."""


def _load(address: str, options: dict[str, Any]) -> dict[str, Any]:
    assert address == "https://schema.org"
    return {"contextUrl": None, "documentUrl": address, "document": VOCABULARY}


def understood(text: str) -> list[dict[str, Any]]:
    """Return what JSON-LD describes, of which the parser must have dropped nothing."""
    dropped: list[str] = []
    options = {"documentLoader": _load, "graph": True}
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        nodes = jsonld.expand(json.loads(text), options, on_property_dropped=dropped.append)
        described: list[dict[str, Any]] = jsonld.compact(nodes, "https://schema.org", options)["@graph"]
    assert dropped == []
    return described
