"""The page on the data: it lists every file and explains every column."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pandas  # type: ignore[import-untyped]
import pytest
from selectolax.lexbor import LexborHTMLParser

from dossier.exports.data_page import RECIPES, recipes, write_data
from dossier.exports.export import VERSION
from dossier.exports.site_exports import SiteExports
from dossier.exports.tables.all_tables import TABLES
from dossier.model.as_of import AsOf
from dossier.model.event import Event
from dossier.pages.page_context import SiteContext

from ...websites import only
from ..schema_org import understood


@pytest.fixture
def exports(awkward_site: SiteContext) -> SiteExports:
    return SiteExports(awkward_site)


@pytest.fixture
def tree(awkward_site: SiteContext, exports: SiteExports) -> LexborHTMLParser:
    return LexborHTMLParser(write_data(awkward_site, exports).body)


def test_every_file_is_listed_those_of_a_series_once(tree: LexborHTMLParser, exports: SiteExports) -> None:
    listed = [node.text() for node in tree.css(".nr-files > li > a")]
    names = dict.fromkeys(export.series or export.url for export in exports.listed)
    assert listed == [name.removeprefix("data/") for name in names]


def test_a_file_has_its_size_and_its_first_lines(tree: LexborHTMLParser, exports: SiteExports) -> None:
    file = only(tree, "#_file-milestones-csv")
    content = exports["data/milestones.csv"]
    assert only(file, "a").attributes["href"] == "../data/milestones.csv"
    assert only(file, ".nr-meta").text() == f"{round(len(content) / 1000)} kB · text/csv"
    assert only(file, "pre").text().startswith("id,date,")


def test_a_series_has_the_first_lines_of_its_first_file(awkward_site: SiteContext) -> None:
    exports = SiteExports(awkward_site)
    exports["data/records/strelsau.json"]  # the preview makes a file when it is asked for
    tree = LexborHTMLParser(write_data(awkward_site, exports).body)
    series = only(tree, "#_file-records-id-json")
    first = (only(series, "a").attributes["href"] or "").removeprefix("../")
    assert exports[first].decode().startswith(only(series, "pre").text().removesuffix("…"))


def test_every_column_is_explained(tree: LexborHTMLParser) -> None:
    for table in TABLES:
        explained = tree.css(f"[aria-label='Columns of {table.name}'] tbody tr")
        assert [only(row, "th").text() for row in explained] == [column.name for column in table.columns]
        assert [row.css("td")[0].text() for row in explained] == [
            column.description for column in table.columns
        ]


def test_the_recipes_have_the_address_of_the_site(tree: LexborHTMLParser) -> None:
    text = tree.text()
    assert 'pandas.read_csv("https://example.org/ruritania/data/statements.csv")' in text
    assert "curl -O https://example.org/ruritania/data/dossier.sqlite" in text


def test_the_recipe_for_python_runs(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    exec(RECIPES["Python"].format(address=f"{own.as_uri()}/"), {})
    assert "source_urls" in capsys.readouterr().out


def test_the_columns_of_the_recipe_for_r_are_there(own: Path) -> None:
    file, *_ = re.findall(r"data/\w+\.csv", RECIPES["R"])
    columns = re.findall(r"\$(\w+)|(?<=[(, ])\"(\w+)\"", RECIPES["R"])
    assert {one or other for one, other in columns} < {*pandas.read_csv(own / file).columns}


def queries(site: SiteContext) -> list[str]:
    """The queries of the recipes for SQL."""
    return re.findall('sqlite3 dossier.sqlite "([^"]+)"', dict(recipes(site))["SQL"])


@pytest.fixture
def database(own: Path) -> Iterator[sqlite3.Connection]:
    """The database of the project's own data."""
    with closing(sqlite3.connect(own / "data" / "dossier.sqlite")) as connection:
        yield connection


def test_the_recipes_for_sql_run(own_site: SiteContext, database: sqlite3.Connection) -> None:
    assert [database.execute(query).description is None for query in queries(own_site)] == [False] * 4


def test_a_recipe_finds_the_records_that_rest_on_a_source(
    own_site: SiteContext, database: sqlite3.Connection
) -> None:
    dossier = own_site.dossier
    (query,) = (query for query in queries(own_site) if "FROM citations" in query)
    for source in dossier.sources:
        found = database.execute(query.replace(dossier.primary_source.id, source.id))
        records = [record for record in dossier.supported_by(source) if isinstance(record, Event)]
        assert sorted(identifier for _, identifier, _ in found) == sorted(record.id for record in records)


def test_a_recipe_finds_the_claims_as_of_a_year(own_site: SiteContext, database: sqlite3.Connection) -> None:
    dossier = own_site.dossier
    (query,) = (query for query in queries(own_site) if "FROM history" in query)
    for year in range(1991, dossier.today.year + 1):
        found = [(claim, as_of) for claim, as_of, _ in database.execute(query.replace("2011", str(year)))]
        known = AsOf(dossier, year).statements(dossier.statements)
        assert sorted(found) == sorted((then.claim.plain, then.as_of.edtf) for _, then in known)


def test_a_parser_understands_the_dataset(
    tree: LexborHTMLParser, exports: SiteExports, awkward_site: SiteContext
) -> None:
    (dataset,) = understood(only(tree, "script[type='application/ld+json']").text())
    files = {file["contentUrl"]: file["encodingFormat"] for file in dataset.pop("distribution")}
    assert files == {
        f"https://example.org/ruritania/{export.url}": export.media_type
        for export in exports.listed
        if not export.series
    }
    assert dataset == {
        "@id": "https://example.org/ruritania/data/#dataset",
        "@type": "Dataset",
        "name": "Ruritania and NATO",
        "description": awkward_site.dossier.partner.summary.plain,
        "url": "https://example.org/ruritania/data/",
        "inLanguage": "en",
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "isAccessibleForFree": True,
        "version": VERSION,
        "dateModified": "2012-03-14",
        "temporalCoverage": "1991-07/2010",
        "spatialCoverage": {"@type": "Country", "name": "Ruritania"},
    }
