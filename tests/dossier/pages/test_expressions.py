"""Hand-written pages may speak of the dossier; what it says is never taken for markup."""

from __future__ import annotations

import pytest
from markdown import markdown
from selectolax.lexbor import LexborHTMLParser

from dossier.pages.expressions import PageError, escape, expand
from dossier.pages.page_context import SiteContext

NAMES = (
    "dossier, partner, areas, milestones, visits, sources, glossary, primary_source, statuses, prose,"
    " field_table, message_list, shown_date"
)
HINT = f"the names are {NAMES}; write {{% raw %}} around braces that are meant as text"

PAYLOADS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[x](javascript:alert(1))",
    '" onmouseover="alert(1)',
    "</title><script>alert(1)</script>",
    "&lt;b&gt;",
    "{{ 7*7 }}",
    "{: onclick=alert(1) }",
    "# no heading",
    "1. no list",
    "- no list",
    "*no emphasis*, _none_, **none**",
    "`no code`",
    "| no | table |",
    "[^1]: no footnote",
    "!!! no admonition",
    "::: no block",
]


def shown(text: str) -> str:
    """What a reader sees of Markdown."""
    tree = LexborHTMLParser(markdown(text, extensions=["attr_list", "tables", "fenced_code"]))
    assert tree.body is not None
    return tree.body.text().strip()


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("{{ partner.name }} and the {{ partner.adjective }} army", "Ruritania and the Ruritanian army"),
        ("{{ areas | length }} areas, {{ milestones | length }} milestones", "2 areas, 5 milestones"),
        ("{{ visits | length }} visits, {{ sources | length }} sources", "3 visits, 2 sources"),
        ("{% for area in areas %}{{ area.title }}. {% endfor %}", "Science. Defence reform."),
        ("{{ glossary[1].term }} is the {{ glossary[1].name }}", "PfP is the Partnership for Peace"),
        ("{{ primary_source.title }}, {{ primary_source.date }}", "NATO's relations with Ruritania, 2010"),
        ("since {{ dossier.years[0][0] }}", "since 1991"),
        (
            "{{ statuses[4].words }}: {{ statuses[4].meaning }}",
            "under consideration: It was being thought about.",
        ),
        ("{% raw %}{{ partner.name }}{% endraw %}", "{{ partner.name }}"),
        ("A {# comment #}page without names", "A page without names"),
    ],
)
def test_a_page_may_speak_of_the_dossier(text: str, result: str, site_context: SiteContext) -> None:
    assert shown(expand(text, "docs/about.md", site_context)) == result


def test_prose_is_shown_without_its_markup(site_context: SiteContext) -> None:
    assert (
        shown(expand("{{ partner.summary }}", "docs/about.md", site_context))
        == site_context.dossier.partner.summary.plain
    )


def test_the_markdown_around_stays_as_it_is(site_context: SiteContext) -> None:
    text = "# About *it*\n\n- a <b>list</b>\n\n{{ partner.name }}\n\n"
    assert expand(text, "docs/about.md", site_context) == text.replace("{{ partner.name }}", "Ruritania")


def test_an_address_makes_a_link(site_context: SiteContext) -> None:
    text = expand("[The source]({{ primary_source.url }})", "docs/about.md", site_context)
    assert text == "[The source](https://www.nato.int/ruritania.htm)"


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("# About\n\n{{ partner.name }}\n{{ country }}\n", 4, "'country' is undefined"),
        ("{{ partner.nam }}", 1, "'dossier.model.records.Partner object' has no attribute 'nam'"),
        (
            "\n{% for area in areas %}\n{{ area.titel }}\n{% endfor %}",
            3,
            "'dossier.model.records.Area object' has no attribute 'titel'",
        ),
        ("one\ntwo\n{{ partner.name }\n", 3, "unexpected '}'"),
        ("one\n{% for area in areas %}", 2, "Unexpected end of template."),
        ("\n{% nonsense %}\n", 2, "Encountered unknown tag 'nonsense'."),
        ("\n{{ partner.name | nonsense }}\n", 2, "No filter named 'nonsense'."),
        ("{% macro m() %}\n{{ country }}\n{% endmacro %}\n{{ m() }}\n", 2, "'country' is undefined"),
        ("one\n{{ 1 / 0 }}\n", 2, "division by zero"),
        ("one\n\n{{ partner() }}\n", 3, "'Partner' object is not callable"),
        ("{{ partner.__class__ }}", 1, "access to attribute '__class__' of 'Partner' object is unsafe."),
    ],
)
def test_what_cannot_be_filled_in_is_told_with_its_line(
    text: str, line: int, message: str, site_context: SiteContext
) -> None:
    for lines_before in (0, 4):
        with pytest.raises(PageError) as caught:
            expand(text, "docs/about.md", site_context, lines_before=lines_before)
        told = str(caught.value)
        assert told.startswith(f"docs/about.md:{line + lines_before}:1: {message}")
        assert told.endswith(f"; {HINT}")
        assert "\n" not in told


@pytest.mark.parametrize("payload", PAYLOADS)
@pytest.mark.parametrize(
    "text", ["{}", "# {}", "- {}", "A {} b", "**{}**", "[{}](https://example.org/)", "| a |\n|---|\n| {} |"]
)
def test_a_value_is_shown_as_text(payload: str, text: str) -> None:
    extensions = ["attr_list", "tables", "fenced_code"]
    found = LexborHTMLParser(markdown(text.replace("{}", escape(payload)), extensions=extensions))
    harmless = LexborHTMLParser(markdown(text.replace("{}", "x"), extensions=extensions))
    assert found.body is not None
    assert harmless.body is not None
    assert [(node.tag, node.attributes) for node in found.body.css("*")] == [
        (node.tag, node.attributes) for node in harmless.body.css("*")
    ]
    assert found.body.text() == harmless.body.text().replace("x", payload)


@pytest.mark.parametrize(
    ("value", "text"), [("Ruritania", "Ruritania"), (12, "12"), ("a b", "a b"), ("Žižkov", "Žižkov")]
)
def test_words_and_numbers_stay_as_they_are(value: object, text: str) -> None:
    assert escape(value) == text
