"""The axe checks: the page as it is now, against WCAG 2.2 AA and axe's best practices."""

from __future__ import annotations

import json

from axe_playwright_python.base import AXE_SCRIPT  # type: ignore[import-untyped]
from playwright.sync_api import Page

from .readers import until

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

OPTIONS = {
    "runOnly": {"type": "tag", "values": TAGS},
    "rules": {"target-size": {"enabled": True}},  # part of WCAG 2.2, yet off unless asked for
    "resultTypes": ["violations"],
    "preload": False,
}


def prepare(page: Page) -> None:
    """Bring axe onto a page, as often as the page is loaded anew."""
    page.evaluate(AXE_SCRIPT)


def violations(page: Page, within: str = "html") -> list[str]:
    """Return a line for each element within another that breaks a rule, and what is wrong."""
    until(page, "document.getAnimations().every(one => one.playState !== 'running')")
    found = page.evaluate(f"axe.run({json.dumps(within)}, {json.dumps(OPTIONS)})")
    return [
        f"{rule['id']} ({rule['impact']}): {node['target']}: {node['html'][:200]}: {node['failureSummary']}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]
