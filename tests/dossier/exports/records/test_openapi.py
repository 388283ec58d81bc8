"""The description of the addresses, checked by openapi-spec-validator."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator
from openapi_spec_validator.readers import read_from_filename


@pytest.fixture
def path(exported: Path) -> Path:
    """The file of the description of Ruritania's addresses."""
    return exported / "data" / "openapi.json"


def test_the_description_is_a_good_one_and_its_schemas_are_there(path: Path) -> None:
    spec, base = read_from_filename(str(path))
    assert [str(error) for error in OpenAPIV31SpecValidator(spec, base_uri=base).iter_errors()] == []


def test_every_address_leads_to_a_file(path: Path, exported: Path) -> None:
    description = json.loads(path.read_text(encoding="utf-8"))
    assert description["servers"] == [{"url": "https://example.org/ruritania/"}]
    for address in description["paths"]:
        name = Path(address.format(id="*"))
        assert [*exported.glob(name.relative_to("/").as_posix())], address
