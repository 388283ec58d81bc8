"""The content security policy: strict on every page, and nothing on a page against it."""

from __future__ import annotations

import base64
import hashlib
import re

from playwright.sync_api import Page

from .conftest import Site
from .readers import PHONE, Reader

META = 'meta[http-equiv="Content-Security-Policy" i]'

WATCH = """
window.nrViolations = [];
document.addEventListener("securitypolicyviolation", violation => window.nrViolations.push(
  `${violation.effectiveDirective}: ${violation.blockedURI} ${violation.sample}`.trim()));
"""


def directives(page: str, site: Site) -> dict[str, list[str]]:
    """Return the policy of a page, by its directives."""
    tree = site.tree(page)
    metas = tree.css(META)
    assert len(metas) == 1, f"needed: {needed(page, site)}"
    parts = [part.split() for part in (metas[0].attributes["content"] or "").split(";") if part.strip()]
    return {name: values for name, *values in parts}


def needed(page: str, site: Site) -> str:
    """Return the strictest policy that the page as it is built can live with."""
    tree = site.tree(page)
    inline = tree.css("script:not([src]):not([type])")
    digests = [hashlib.sha256(node.text().encode()).digest() for node in inline]
    hashes = "".join(f" 'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)
    return (
        f"default-src 'none'; script-src 'self'{hashes}; style-src 'self'; img-src 'self' data:;"
        " connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'"
    )


def test_the_policy_is_strict(path: str, published: Site) -> None:
    policy = directives(path, published)
    assert policy["default-src"] == ["'none'"]
    assert policy["base-uri"] == ["'none'"]
    assert policy["form-action"] in (["'none'"], ["'self'"])
    for name, values in policy.items():
        allowed = r"'none'|'self'|data:" if name == "img-src" else r"'none'|'self'|'sha256-[\w+/=]+'"
        assert [value for value in values if not re.fullmatch(allowed, value)] == [], name


def test_the_policy_comes_before_what_it_governs(path: str, published: Site) -> None:
    tree = published.tree(path)
    first = tree.css_first(f"head > {META}, head > script, head > link[rel=stylesheet], head > style")
    assert first is not None
    assert first.tag == "meta", first.html


def test_nothing_is_against_the_policy(path: str, published: Site, reader: Reader, page: Page) -> None:
    page.add_init_script(WATCH)
    reader.open(published / path)
    for label in ("light", "dark", "system"):
        assert page.locator("[data-md-component=palette] label:visible").count() == 1, label
        page.click("[data-md-component=palette] label:visible")
    for control in page.locator("article.md-content__inner button").all():
        control.evaluate("element => element.click()")  # some are in what others open
    if page.locator(".nr-cite-button").count():
        page.wait_for_selector("dialog[open]")  # its script is loaded first
    page.evaluate("for (const dialog of document.querySelectorAll('dialog[open]')) dialog.close()")
    reader.resize(PHONE)
    reader.search("NATO")
    assert page.evaluate("window.nrViolations") == []
    assert reader.complaints == []
