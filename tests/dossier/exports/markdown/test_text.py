"""Text written as Markdown says the same to whoever reads it, and has no markup but its own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import markdown
from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser

from dossier.exports.markdown.text import escape, from_html, link
from dossier.model.prose import LinkError, parse

COMMONMARK = MarkdownIt("commonmark")
GITHUB = MarkdownIt("gfm-like", {"linkify": False})


def rendered(text: str) -> list[LexborHTMLParser]:
    """Markdown as CommonMark, as GitHub and as Python-Markdown read it."""
    pages = (
        COMMONMARK.render(text),
        GITHUB.render(text),
        markdown(text, extensions=["attr_list", "tables", "fenced_code", "footnotes", "def_list"]),
    )
    return [LexborHTMLParser(page) for page in pages]


def words(text: str) -> list[str]:
    """What readers see of Markdown, once for each way to read it."""
    return [" ".join((page.body.text() if page.body else "").split()) for page in rendered(text)]


AWKWARD = [
    "# no heading",
    "C# and F # sharp #",
    "1. no list",
    "2007) no list",
    "- no list",
    "+ no list",
    "> no quotation",
    "*no emphasis*, _none_, **none**",
    "`no code`",
    "[x](https://example.org/) [x] [^1]: x",
    "<b>no tag</b>, 1 < 2, <https://example.org/>, <!-- no comment -->",
    "AT&T, R&D, &lt;b&gt;, &#42;",
    "~~not struck~~ 2007~",
    "| no | table |",
    "!!! no admonition",
    ": no definition",
    "::: no block",
    "---",
    "===",
    "{{ 7*7 }} {% raw %} {#id} {: .class}",
    "back\\slash \\* \\",
    "ғ ӣ қ ӯ ҳ ҷ, “quoted”, שלום, 🙂, =1+1",
]


@pytest.mark.parametrize("text", AWKWARD)
def test_plain_text_is_read_as_it_is(text: str) -> None:
    assert words(escape(text)) == [text] * 3
    assert words(f"### {escape(text)} {{#id}}")[2] == text


@given(st.lists(st.sampled_from([*"ab1 .)(*_`[]{}<>&;#!-+=~|:\\/\"'", "ӣ", "&lt;"]), max_size=12))
def test_no_plain_text_is_markup(letters: list[str]) -> None:
    text = " ".join("".join(letters).split())
    assert words(escape(text)) == [text] * 3


@pytest.mark.parametrize(
    ("prose", "result"),
    [
        ("plain", "plain"),
        ("*one*, **two** and ***three***", "*one*, **two** and ***three***"),
        ("[*science*](https://example.org/)", "[*science*](https://example.org/)"),
        ("so: [a](https://example.org/): b", "so: [a](https://example.org/): b"),
        ("`code` and ``a ` b``", "`code` and ``a ` b``"),
        (r"\*no emphasis\*", r"\*no emphasis\*"),
        ("a *(b)* c", "a <em>(b)</em> c"),
        ("[a](https://example.org/?a=1&copy;=2)", "[a](https://example.org/?a=1&amp;copy;=2)"),
        ("[a](<https://example.org/x(y>)", "[a](https://example.org/x%28y)"),
        ("1. no list, *none*", r"1\. no list, *none*"),
    ],
)
def test_prose_keeps_emphasis_code_and_links(prose: str, result: str) -> None:
    assert from_html(parse(prose).html(str)) == result


@given(
    st.lists(
        st.sampled_from(["*", "**", "`", "a", "1.", " ", "[b](https://example.org/)", "(", ".", "<i>"]),
        max_size=10,
    )
)
def test_prose_says_the_same(pieces: list[str]) -> None:
    try:
        prose = parse("".join(pieces))
    except LinkError:
        return
    shown = COMMONMARK.render(from_html(prose.html(str)))
    tree = LexborHTMLParser(shown)
    assert " ".join((tree.body.text() if tree.body else "").split()) == " ".join(prose.plain.split())
    assert [node.attributes["href"] for node in tree.css("a")] == list(prose.web_addresses)


def test_an_address_stays_whole_in_a_link() -> None:
    for page in rendered(link("text", 'https://example.org/a_b*c"d>(e)')):
        assert [node.attributes["href"] for node in page.css("a")] == [
            "https://example.org/a_b*c%22d%3E%28e%29"
        ]
