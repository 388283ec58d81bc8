"""Prose: emphasis, code and links are markup, and everything else is text."""

from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

from dossier.model.prose import LinkError, Reference, parse

PAYLOADS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)',
    "</title><script>alert(1)</script>",
    "&lt;b&gt;",
    "{{ 7*7 }}",
]


def address(link: Reference) -> str:
    return f"{link.kind}s/#{link.id}"


@pytest.mark.parametrize(
    ("text", "html", "plain"),
    [
        ('Plain, it\'s "text".', 'Plain, it\'s "text".', 'Plain, it\'s "text".'),
        ('*Plain*, it\'s "text".', '<em>Plain</em>, it\'s "text".', 'Plain, it\'s "text".'),
        ("two\n  lines ", "two lines", "two lines"),
        ("a *word* and _another_", "a <em>word</em> and <em>another</em>", "a word and another"),
        ("a **word**", "a <strong>word</strong>", "a word"),
        ("***a***", "<strong><em>a</em></strong>", "a"),
        ("**a *b* c**", "<strong>a <em>b</em> c</strong>", "a b c"),
        ("the code `ZENDA`", "the code <code>ZENDA</code>", "the code ZENDA"),
        ("`a < b & *c*`", "<code>a &lt; b &amp; *c*</code>", "a < b & *c*"),
        ("`&amp;` *is* &amp;", "<code>&amp;amp;</code> <em>is</em> &amp;amp;", "&amp; is &amp;"),
        (r"\*no emphasis\*", "*no emphasis*", "*no emphasis*"),
        ("2 * 3 * 4 and a_b_c *x*", "2 * 3 * 4 and a_b_c <em>x</em>", "2 * 3 * 4 and a_b_c x"),
        ("[sic] and [a][b]", "[sic] and [a][b]", "[sic] and [a][b]"),
        ("R&D < *all*", "R&amp;D &lt; <em>all</em>", "R&D < all"),
        ("<https://example.org/> *x*", "&lt;https://example.org/&gt; <em>x</em>", "<https://example.org/> x"),
        (
            "![x](https://example.org/x.png)",
            "![x](https://example.org/x.png)",
            "![x](https://example.org/x.png)",
        ),
        ("`[x](visit:talks)`", "<code>[x](visit:talks)</code>", "[x](visit:talks)"),
        ("[a](https://example.org/)", '<a href="https://example.org/">a</a>', "a"),
        ("[a](http://example.org/?b=1&c=2)", '<a href="http://example.org/?b=1&amp;c=2">a</a>', "a"),
        ("[a](https://example.org/_b_(c))", '<a href="https://example.org/_b_(c)">a</a>', "a"),
        ("[a](mailto:a@example.org)", '<a href="mailto:a@example.org">a</a>', "a"),
        (
            "[*a* `b`](https://example.org/)",
            '<a href="https://example.org/"><em>a</em> <code>b</code></a>',
            "a b",
        ),
        ("*[a](area:science)*", '<em><a href="areas/#science">a</a></em>', "a"),
        ("[a](visit:b)[c](source:d)", '<a href="visits/#b">a</a><a href="sources/#d">c</a>', "ac"),
    ],
)
def test_prose_has_this_html_and_this_plain_text(text: str, html: str, plain: str) -> None:
    prose = parse(text)
    assert (prose.html(address), prose.plain) == (html, plain)


def test_prose_keeps_its_markdown() -> None:
    assert parse("a  *word* of\n [b](visit:b)").markdown == "a *word* of [b](visit:b)"


def test_links_to_every_kind_of_record_are_known() -> None:
    prose = parse(
        "[a](visit:b) [c](milestone:d) [e](area:f) [g](statement:h) [i](source:j) [k](https://l.org)"
    )
    assert prose.references == (
        Reference("visit", "b"),
        Reference("milestone", "d"),
        Reference("area", "f"),
        Reference("statement", "h"),
        Reference("source", "j"),
    )


def test_an_address_is_escaped() -> None:
    html = parse("[a](visit:b)").html(lambda _: '"><script>')
    assert html == '<a href="&quot;&gt;&lt;script&gt;">a</a>'


@pytest.mark.parametrize(
    ("target", "reference"),
    [
        ("b-c", Reference("", "b-c")),
        ("Visits: b", Reference("Visits", " b")),
        ("javascript:alert(1)", Reference("javascript", "alert(1)")),
        ("/areas/", Reference("", "/areas/")),
        ("", Reference("", "")),
    ],
)
def test_whatever_leads_not_to_the_web_is_left_to_the_rules(target: str, reference: Reference) -> None:
    assert parse(f"See [a]({target}).").references == (reference,)


@pytest.mark.parametrize("text", ["[a] (visit:b)", "*x* [a *b*]  (visit:b)"])
def test_a_link_with_a_space_between_its_brackets_is_refused(text: str) -> None:
    with pytest.raises(LinkError) as caught:
        parse(text)
    assert str(caught.value) == (
        'there is a space before "(visit:b)", so the link is shown as text; delete the space'
    )


@pytest.mark.parametrize("text", ["`[a] (visit:b)`", r"\[a\] (visit:b)", "[a] (see b)", "a (visit:b)"])
def test_brackets_that_make_no_link_are_text(text: str) -> None:
    assert parse(text).references == ()


@pytest.mark.parametrize("text", ["[](visit:b)", "[ ](visit:b)", "*a* [](visit:b)"])
def test_a_link_without_text_is_refused(text: str) -> None:
    with pytest.raises(LinkError) as caught:
        parse(text)
    hint = 'write it between the square brackets, for example "[this](visit:b)"'
    assert str(caught.value) == f'the link to "visit:b" has no text; {hint}'


@pytest.mark.parametrize("payload", PAYLOADS)
@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("{}", "{}"),
        ("*a* {}", "a {}"),
        ("`{}`", "{}"),
        ("__{}__", "{}"),
        ("[{}](https://example.org/)", "{}"),
        ("[a {} b](visit:c)", "a {} b"),
    ],
)
def test_markup_is_shown_as_text(payload: str, text: str, shown: str) -> None:
    html = parse(text.replace("{}", payload)).html(address)
    tree = LexborHTMLParser(f"<p>{html}</p>")
    assert {node.tag for node in tree.css("p *")} <= {"em", "strong", "code", "a"}
    assert all(node.attributes.keys() <= {"href"} for node in tree.css("p *"))
    assert tree.body is not None
    assert tree.body.text() == shown.replace("{}", payload)


@pytest.mark.parametrize(
    "target", ['https://example.org/"onmouseover="alert(1)', "https://example.org/'><script>", 'visit:"><b>']
)
def test_a_target_cannot_leave_its_attribute(target: str) -> None:
    tree = LexborHTMLParser(parse(f"[x]({target})").html(address))
    (link,) = tree.css("body *")
    assert link.attributes.keys() == {"href"}
    assert link.text() == "x"


def test_the_addresses_on_the_web_that_a_text_links_to() -> None:
    text = "[A](https://a.org/?b=1&c=2#d), [*B*](HTTP://b.org), [C](mailto:c@c.org), [D](visit:d), `[E](http://e.org)`"
    assert parse(text).web_addresses == ("https://a.org/?b=1&c=2#d", "HTTP://b.org")
    assert parse('<a href="https://a.org"> is *text*').web_addresses == ()
