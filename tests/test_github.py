"""What GitHub makes of the repository: its forms, its workflows and the checks before a commit."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from dossier.model.records import Milestone

from .audit.workflows import schema_errors
from .websites import ROOT

GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))

PINNED = re.compile(r"uses: [\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")

TARGET = re.compile(r"^(?:\S+/muted )?make (?:--silent )?([a-z]+)\b", re.MULTILINE)

READING = {"contents": "read"}

RIGHTS = {
    "address": {"pages": "read"},
    "publish": {"pages": "write", "id-token": "write", "attestations": "write"},
    "report": {"issues": "write"},
}
"""The jobs with other rights than to read the repository."""


def jobs() -> Iterator[tuple[str, dict[str, Any]]]:
    """Return the jobs of all workflows by their ids."""
    for file in WORKFLOWS:
        yield from yaml.safe_load(file.read_text("utf-8"))["jobs"].items()


def steps(job: dict[str, Any], action: str) -> list[dict[str, Any]]:
    """Return the steps of a job that use an action."""
    return [step for step in job["steps"] if step.get("uses", "").startswith(f"{action}@")]


def commands() -> Iterator[str]:
    """Return what the workflows, the checks before a commit and continuous integration run."""
    for _, job in jobs():
        yield from (step["run"] for step in job["steps"] if "run" in step)
    configuration = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))
    yield from (hook["entry"] for repository in configuration["repos"] for hook in repository["hooks"])
    yield (ROOT / ".ci" / "run").read_text("utf-8")


def test_its_files_are_as_github_has_them() -> None:
    assert schema_errors() == []


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.stem)
def test_actions_are_pinned_to_a_commit_whose_version_is_beside_it(file: Path) -> None:
    uses = re.findall(r"uses: .*", file.read_text("utf-8"))
    assert uses
    assert [use for use in uses if not PINNED.fullmatch(use)] == []


def test_an_action_has_one_version() -> None:
    uses = {use for file in WORKFLOWS for use in PINNED.findall(file.read_text("utf-8"))}
    assert len({use.partition("@")[0] for use in uses}) == len(uses)


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.stem)
def test_a_workflow_has_no_rights_but_those_of_its_jobs_and_does_not_run_twice(file: Path) -> None:
    workflow = yaml.safe_load(file.read_text("utf-8"))
    assert workflow["permissions"] == {}
    assert workflow["concurrency"]["group"]
    assert "pull_request_target" not in workflow[True]  # YAML 1.1 reads the key "on" as true


def test_a_job_has_the_rights_it_needs_and_an_end() -> None:
    for name, job in jobs():
        assert job["permissions"] == RIGHTS.get(name, READING), name
        assert 0 < job["timeout-minutes"] <= 120, name


def test_code_of_the_repository_runs_only_with_the_right_to_read_it() -> None:
    for name, job in jobs():
        assert bool(steps(job, "actions/checkout")) is (job["permissions"] == READING), name
        for step in steps(job, "actions/checkout"):
            assert step["with"]["persist-credentials"] is False, name


def test_only_the_build_that_was_verified_is_published() -> None:
    found = dict(jobs())
    publish = found["publish"]
    assert set(publish["needs"]) == {"address", "check", "test", "build"}
    assert "pull_request" in found["address"]["if"]
    uploading = [name for name, job in found.items() if steps(job, "actions/upload-pages-artifact")]
    assert uploading == ["build"]
    runs = [step.get("run", "") for step in found["build"]["steps"]]
    assert runs.index(".github/muted make verify") > 0
    assert "make site" in runs[runs.index(".github/muted make verify") - 1]


def test_what_a_muted_command_writes_is_no_workflow_command() -> None:
    command = ["bash", str(GITHUB / "muted"), "printf", "::error::a value"]
    result = subprocess.run(command, capture_output=True, text=True, check=True)
    first, said, last = result.stdout.splitlines()
    token = first.removeprefix("::stop-commands::")
    assert len(token) == 32
    assert (said, last) == ("::error::a value", f"::{token}::")


def test_a_muted_command_that_fails_fails() -> None:
    assert subprocess.run(["bash", GITHUB / "muted", "false"], check=False).returncode == 1


def test_no_file_is_a_link_that_a_build_could_follow_out_of_the_repository() -> None:
    files = [file for name in ("data", "docs", "hooks") for file in (ROOT / name).rglob("*")]
    assert [file for file in files if file.is_symlink()] == []


def test_code_owners_are_asked_for_files_that_exist() -> None:
    paths = re.findall(r"^# /(\S+) +@", (GITHUB / "CODEOWNERS").read_text("utf-8"), re.MULTILINE)
    assert paths
    assert [path for path in paths if not [*ROOT.glob(path)]] == []


@pytest.mark.parametrize("form", ["wrong-fact", "new-entry"])
def test_a_correction_needs_its_source(form: str) -> None:
    fields = yaml.safe_load((GITHUB / "ISSUE_TEMPLATE" / f"{form}.yml").read_text("utf-8"))["body"]
    (source,) = (field for field in fields if field.get("id") == "source")
    assert source["validations"] == {"required": True}


def test_what_runs_elsewhere_is_a_target_of_the_makefile() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    used = {target for command in commands() for target in TARGET.findall(command)}
    assert used >= {"audit", "check", "format", "links", "lowest", "schema", "site", "test", "verify"}
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
