"""What a record looks like on its page: one golden piece of HTML for each kind."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser

from dossier.loading import load
from dossier.pages import write_pages

GOLDEN = yaml.safe_load((Path(__file__).parent / "golden.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", GOLDEN, ids=[case["name"] for case in GOLDEN])
def test_a_record_has_this_html(case: dict[str, str]) -> None:
    dossier = load(Path(__file__).parent / "good_data" / "data")
    page = next(page for page in write_pages(dossier) if page.path == case["page"])
    node = LexborHTMLParser(page.body).css_first(case["select"])
    assert node is not None
    assert lines(node.html or "") == lines(case["html"])


def lines(html: str) -> list[str]:
    """Cut HTML into lines without their indentation, so that a difference is easy to see."""
    return [line.strip() for line in html.splitlines() if line.strip()]
