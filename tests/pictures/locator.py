"""Draw the locator map of the home page: `python -m tests.pictures.locator COUNTRY`.

The outlines are Natural Earth's, in the public domain, as the npm package world-atlas has them.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterable
from itertools import accumulate, chain, pairwise
from math import cos, dist, radians
from pathlib import Path
from typing import Any, TypeAlias
from xml.sax.saxutils import escape

from dossier.problems.phrases import suggest

from ..websites import ROOT

FILE = ROOT / "docs" / "assets" / "locator.svg"
PACKAGE = "world-atlas@2.0.2"
WIDTH, HEIGHT = 300, 200

LEAST_MARGIN = 16
"""Degrees of latitude beside a country, so that its neighbours and a coast are seen."""
LEAST_STEP = 0.25
"""Degrees between the points of an outline: about two units of the picture."""

LAND = 'fill="#7d8a97" fill-rule="evenodd" fill-opacity=".3" stroke="#7d8a97" stroke-width=".7"'
"""Half transparent, so that it suits light and dark pages."""
COUNTRY = 'fill="#c2621b" stroke="#c2621b"'

SMALL = 12
CIRCLE = f'<circle cx="{WIDTH // 2}" cy="{HEIGHT // 2}" r="{SMALL}" {COUNTRY} fill-opacity=".4"/>'
"""Around a country that is hard to see."""

Point: TypeAlias = tuple[float, float]
Ring: TypeAlias = list[Point]


def download(folder: Path) -> dict[str, Any]:
    """Return the countries of the world as TopoJSON."""
    packing = ["npm", "pack", "--silent", PACKAGE]
    name = subprocess.run(packing, cwd=folder, check=True, capture_output=True, text=True).stdout.strip()
    with tarfile.open(folder / name) as archive:
        file = archive.extractfile("package/countries-50m.json")
        assert file, "the package has this file"
        topology: dict[str, Any] = json.load(file)
        return topology


def decode(topology: dict[str, Any]) -> dict[str, list[Ring]]:
    """Return the outlines of each country by its name, in degrees of longitude and latitude."""
    (x_scale, y_scale), (x_start, y_start) = (topology["transform"][key] for key in ("scale", "translate"))
    arcs: list[Ring] = []
    for steps in topology["arcs"]:
        xs, ys = (accumulate(axis) for axis in zip(*steps, strict=True))
        arcs.append(
            thin([(x * x_scale + x_start, y * y_scale + y_start) for x, y in zip(xs, ys, strict=True)])
        )
    outlines = {}
    for country in topology["objects"]["countries"]["geometries"]:
        polygons = [country["arcs"]] if country["type"] == "Polygon" else country["arcs"]
        outlines[country["properties"]["name"]] = [
            [point for arc in ring for point in (arcs[arc] if arc >= 0 else arcs[~arc][::-1])]
            for polygon in polygons
            for ring in polygon
        ]
    return outlines


def thin(arc: Ring) -> Ring:
    """Leave out points that are too near to the one before; neighbours share arcs, and so stay neighbours."""
    kept = arc[:1]
    for point in arc[1:-1]:
        if dist(point, kept[-1]) > LEAST_STEP:
            kept.append(point)
    return kept + arc[-1:]


def turn(outlines: dict[str, list[Ring]], middle: float) -> dict[str, list[Ring]]:
    """Count longitudes from a meridian; leave out what is cut in two at the far side of the world."""
    turned = {
        name: [[((x - middle + 180) % 360 - 180, y) for x, y in ring] for ring in rings]
        for name, rings in outlines.items()
    }
    return {
        name: [ring for ring in rings if all(abs(c - a) < 180 for (a, _), (c, _) in pairwise(ring))]
        for name, rings in turned.items()
    }


def project(outlines: dict[str, list[Ring]], name: str) -> dict[str, list[Ring]]:
    """Return the outlines in the units of the picture, with the country in its middle."""
    longitudes, latitudes = zip(*max(outlines[name], key=len), strict=True)
    middle = (min(latitudes) + max(latitudes)) / 2
    shrink = cos(radians(middle))
    width, height = (max(longitudes) - min(longitudes)) * shrink, max(latitudes) - min(latitudes)
    margin = max(LEAST_MARGIN, width / 2, height / 2)
    scale = min(WIDTH / (width + 2 * margin), HEIGHT / (height + margin))
    turned = turn(outlines, (min(longitudes) + max(longitudes)) / 2)
    return {
        country: [
            [(WIDTH / 2 + x * shrink * scale, HEIGHT / 2 - (y - middle) * scale) for x, y in ring]
            for ring in rings
        ]
        for country, rings in turned.items()
    }


def clip(ring: Ring) -> Ring:
    """Return what the picture shows of an outline (Sutherland and Hodgman)."""
    # Two units further out, where the outlines of what is cut off are not seen.
    for axis, limit, sign in ((0, -2, 1), (0, WIDTH + 2, -1), (1, -2, 1), (1, HEIGHT + 2, -1)):
        kept: Ring = []
        for start, end in pairwise([*ring[-1:], *ring]):
            before, after = (sign * (point[axis] - limit) for point in (start, end))
            if before * after < 0:
                share = before / (before - after)
                kept.append((start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1])))
            if after >= 0:
                kept.append(end)
        ring = kept
    return ring


def path(rings: Iterable[Ring]) -> str:
    """Write outlines as the data of an SVG path, in whole units."""
    data = ""
    for ring in map(clip, rings):
        points = [(round(x), round(y)) for x, y in ring]
        points = [point for before, point in pairwise([*points[-1:], *points]) if point != before]
        if len(points) > 2:
            steps = (f"{c - a} {d - b}" for (a, b), (c, d) in pairwise(points))
            data += f"M{points[0][0]} {points[0][1]}l{' '.join(steps)}z"
    return data.replace(" -", "-")


def draw(outlines: dict[str, list[Ring]], name: str) -> str:
    """Write the map of a country as SVG."""
    drawn = project(outlines, name)
    rings = drawn.pop(name)
    xs, ys = zip(*max(rings, key=len), strict=True)
    is_small = max(max(xs) - min(xs), max(ys) - min(ys)) < SMALL
    others = path(chain.from_iterable(drawn.values()))
    return f"""\
<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}">
<title>{escape(name)} and its neighbours</title>
<path {LAND} d="{others}"/>
<path {COUNTRY} d="{path(rings)}"/>{CIRCLE if is_small else ""}
</svg>
"""


def main(name: str) -> int:
    """Draw the map; return 1 where there is no such country."""
    with tempfile.TemporaryDirectory() as folder:
        outlines = decode(download(Path(folder)))
    if name not in outlines:
        print(f'unknown country "{name}"; {suggest(name, outlines, "see world-atlas for the names")}')
        return 1
    FILE.write_text(draw(outlines, name), encoding="utf-8", newline="\n")
    print(FILE.relative_to(ROOT).as_posix())
    return 0


if __name__ == "__main__":
    sys.exit(main(" ".join(sys.argv[1:])))
