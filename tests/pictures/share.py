"""Take the picture that is shown where the site is shared: `python -m tests.pictures.share`."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from ..browser.browsers import launched
from ..browser.hosting import hosted
from ..browser.readers import reading, until
from ..websites import ROOT, build

FILE = ROOT / "docs" / "assets" / "preview.png"
WIDTH, HEIGHT = 1200, 630

ARRANGE = """() => {
  const chart = document.querySelector("figure.nr-picture");
  chart.querySelector("figcaption")?.remove();
  const card = document.createElement("main");
  card.className = "md-typeset";
  const name = document.createElement("h1");
  name.textContent = document.querySelector('meta[property="og:site_name"]').content;
  const words = document.createElement("p");
  words.textContent = "What was done, when that was true, and who says so.";
  card.append(name, words, chart);
  document.body.replaceChildren(card);
}"""
"""Leave the name of the site and the chart, whatever it is made of."""

FIT = """() => {
  const room = document.querySelector("figure");
  const chart = room.firstElementChild;
  chart.style.zoom = Math.min(room.clientWidth / chart.scrollWidth, room.clientHeight / chart.scrollHeight);
}"""
"""Make the chart as large as there is room for."""

STYLE = f"""
main {{ display: flex; flex-direction: column; height: {HEIGHT}px; }}
main {{ box-sizing: border-box; padding: 40px 64px; }}
main h1 {{ margin: 0 !important; font-size: 64px !important; font-weight: 700; color: inherit !important; }}
main p {{ margin: 0 0 28px !important; font-size: 30px; }}
main figure {{ flex: 1; min-height: 0; width: 100%; margin: 0; }}
main figure * {{ max-width: none !important; overflow: hidden; }}
"""


def main() -> int:
    """Build the site, take the picture, say where it is."""
    with tempfile.TemporaryDirectory() as name:
        site = Path(name) / "site"
        result = build(ROOT, site)
        if result.returncode:
            print(result.stderr, file=sys.stderr)
            return 1
        with (
            hosted(site, site / "404.html") as host,
            launched() as browser,
            reading(browser, WIDTH, HEIGHT, bypass_csp=True) as reader,
        ):
            reader.open(f"{host.root}timeline/")
            reader.prefer("dark")
            reader.page.evaluate(ARRANGE)
            reader.page.add_style_tag(content=STYLE)
            reader.page.evaluate(FIT)
            until(reader.page, "document.getAnimations().every(one => one.playState !== 'running')")
            reader.page.screenshot(path=FILE)
    print(FILE.relative_to(ROOT).as_posix())
    return 0


if __name__ == "__main__":
    sys.exit(main())
