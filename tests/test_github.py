"""What GitHub makes of the repository: its forms, its workflows and the checks before a commit."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
import yaml

from dossier.model.records import Milestone

from .websites import ROOT

GITHUB = ROOT / ".github"


@pytest.mark.parametrize(
    ("schema", "files"),
    [
        ("vendor.github-issue-forms", ["wrong-fact.yml", "new-entry.yml", "site-bug.yml"]),
        ("vendor.github-issue-config", ["config.yml"]),
        ("vendor.github-workflows", ["pages.yml", "links.yml"]),
    ],
)
def test_its_files_are_as_github_has_them(schema: str, files: list[str]) -> None:
    folder = GITHUB / ("workflows" if "workflows" in schema else "ISSUE_TEMPLATE")
    paths = [str(folder / file) for file in files]
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *paths]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize("form", ["wrong-fact", "new-entry"])
def test_a_correction_needs_its_source(form: str) -> None:
    fields = yaml.safe_load((GITHUB / "ISSUE_TEMPLATE" / f"{form}.yml").read_text("utf-8"))["body"]
    (source,) = (field for field in fields if field.get("id") == "source")
    assert source["validations"] == {"required": True}


def test_what_runs_elsewhere_is_a_target_of_the_makefile() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    files = [*(GITHUB / "workflows").glob("*.yml"), ROOT / ".pre-commit-config.yaml", ROOT / ".ci" / "run"]
    commands = re.compile(r"(?:run|entry): make (?:--silent )?([a-z]+)|^make ([a-z]+)$", re.MULTILINE)
    used = {"".join(found) for file in files for found in commands.findall(file.read_text("utf-8"))}
    assert used >= {"check", "test", "site", "schema", "format"}
    assert used <= targets


def test_the_readme_lists_every_command() -> None:
    commands = re.findall(r"^([a-z-]+):.* ## ", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    readme = (ROOT / "README.md").read_text("utf-8")
    assert [
        command for command in commands if not re.search(rf"^\| `make {command}\b", readme, re.MULTILINE)
    ] == []


def test_the_annotated_entry_for_contributors_is_right() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    entry = text.partition("```yaml\n")[2].partition("```")[0]
    record = yaml.load(entry, yaml.BaseLoader)[0]
    assert set(record) == set(Milestone.fields())
