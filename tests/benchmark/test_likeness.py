from __future__ import annotations

from pathlib import Path

from .likeness import compare

PAGE = """<article class="md-content__inner">
<h1>Zenda</h1>
<figure>A chart <a href="#">of seven words, which is not counted</a></figure>
<p>The <a href="../areas/">castle</a> has {words}.</p>
</article>"""


def write_page(site: Path, address: str, words: str) -> None:
    (site / address).mkdir(parents=True)
    (site / address / "index.html").write_text(PAGE.format(words=words), encoding="utf-8")


def test_sites_of_the_same_words_headings_and_links_are_alike(tmp_path: Path) -> None:
    write_page(tmp_path / "ours", "timeline", "a moat")
    write_page(tmp_path / "peer", "timeline", "the rampart")
    found = compare(tmp_path / "ours", tmp_path / "peer")
    assert str(found) == "words 0.0%, headings 0.0%, links 0.0% apart at most"
    assert found.differences == ()


def test_what_is_on_only_one_of_two_pages_is_told(tmp_path: Path) -> None:
    write_page(tmp_path / "ours", "timeline", "a moat and a bridge")
    write_page(tmp_path / "peer", "timeline", "a moat")
    found = compare(tmp_path / "ours", tmp_path / "peer")
    assert found.differences == ("timeline: 9 words in ours, 6 in the other",)


def test_a_long_page_may_be_cut_into_parts_that_have_the_same_records(tmp_path: Path) -> None:
    record = '<li class="nr-filtered" id="{}">A moat</li>'
    castle, bridge = record.format("castle"), record.format("bridge")
    write_page(tmp_path / "ours", "visits", f"a list of parts and the newest record {bridge}")
    write_page(tmp_path / "ours", "visits/1999", castle)
    write_page(tmp_path / "ours", "visits/2000", bridge)
    write_page(tmp_path / "peer", "visits", castle + bridge)
    write_page(tmp_path / "third", "visits", castle)
    assert compare(tmp_path / "ours", tmp_path / "peer").differences == ()
    assert compare(tmp_path / "ours", tmp_path / "third").differences == (
        "the records of visits: 4 words in ours, 2 in the other",
    )
