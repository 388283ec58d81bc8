"""What an editor is told of a mistake: a folder of `bad_data/` for each, with the whole output of the check.

A case's files are laid over the good data; one called `x.yml.absent` takes `x.yml` away.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from dossier.__main__ import main

from .websites import ROOT, build, contents, copy_project

BAD_DATA = Path(__file__).parent / "bad_data"
CASES = sorted(path.name for path in BAD_DATA.iterdir())
WARNINGS = [case for case in CASES if case.startswith("warning-")]


def lay_over(case: str, data: Path) -> None:
    """Bring the mistake of a case into a data folder."""
    shutil.copytree(BAD_DATA / case / "data", data, dirs_exist_ok=True)
    for mark in data.rglob("*.absent"):
        mark.unlink()
        mark.with_suffix("").unlink()


def expected(case: str) -> str:
    """The output of the check."""
    return (BAD_DATA / case / "expected.txt").read_text(encoding="utf-8")


def run_check(data: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the real command where its default folder is `data`."""
    return subprocess.run(
        [sys.executable, "-m", "dossier", "check"],
        cwd=data.parent,
        env=os.environ | {"PYTHONPATH": str(ROOT / "hooks")} | environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize("case", CASES)
def test_the_check_says_this(case: str, good_data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lay_over(case, good_data)
    status = main(["check", str(good_data)])
    assert capsys.readouterr().out == expected(case)
    assert status == (0 if case in WARNINGS else 1)


@pytest.mark.parametrize("case", WARNINGS)
def test_a_strict_check_fails_for_a_warning(
    case: str, good_data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lay_over(case, good_data)
    assert main(["check", str(good_data), "--strict"]) == 1
    assert capsys.readouterr().out == expected(case)


@pytest.mark.parametrize(
    ("case", "command"),
    [
        (
            "unknown-key",
            '::error file=data/milestones/faulty.yml,line=4,col=3::milestone "flood": unknown key "sorces";'
            ' did you mean "sources"?',
        ),
        (
            "warning-source-not-named",
            '::warning file=data/sources/atlas.yml,line=1,col=1::source "atlas": no record names this source;'
            ' name it under "sources" of a record, or delete it',
        ),
    ],
)
def test_the_check_speaks_to_github(
    case: str, command: str, good_data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lay_over(case, good_data)
    status = main(["check", str(good_data), "--format=github"])
    assert capsys.readouterr().out.splitlines() == [command, expected(case).splitlines()[-1]]
    assert status == (0 if case in WARNINGS else 1)


def test_text_is_the_usual_format(good_data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lay_over("unknown-key", good_data)
    assert main(["check", str(good_data), "--format=text"]) == 1
    assert capsys.readouterr().out == expected("unknown-key")


def test_there_is_no_other_format(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["check", "--format=html"])
    assert caught.value.code == 2
    assert "invalid choice: 'html'" in capsys.readouterr().err


@pytest.mark.parametrize("options", [[], ["--strict"], ["--format=github"]])
def test_good_data_have_no_problems(
    options: list[str], good_data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(good_data), *options]) == 0
    assert capsys.readouterr().out == f"{good_data}: no problems\n"


@pytest.mark.parametrize(("options", "status"), [([], 0), (["--strict"], 1)])
def test_a_copy_of_every_source_can_be_asked_for(
    options: list[str], status: int, good_data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(good_data), "--strict-sources", *options]) == status
    assert (
        capsys.readouterr().out
        == """\
data/sources.yml:2:3: warning: source "nato-2010": this source has no archived copy; add "archived:" with \
its address, which "make archive" looks for
1 warning in 1 file
"""
    )


def test_a_command_must_be_given(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main([])
    assert caught.value.code == 2
    assert "python -m dossier: error:" in capsys.readouterr().err


def test_the_command_prints_the_problems_and_fails(good_data: Path) -> None:
    lay_over("many-problems", good_data)
    result = run_check(good_data, PYTHONIOENCODING="utf-8")
    assert (result.returncode, result.stdout, result.stderr) == (1, expected("many-problems"), "")


def test_the_command_prints_what_the_terminal_cannot_show(good_data: Path) -> None:
    lay_over("term-without-letters", good_data)
    result = run_check(good_data, PYTHONIOENCODING="ascii")
    assert (result.returncode, result.stderr) == (1, "")
    assert r'term "\u041d\u0410\u0422\u041e"' in result.stdout


def test_a_build_of_bad_data_leaves_the_last_good_site(tmp_path: Path, good_data: Path) -> None:
    project = copy_project(tmp_path / "project", data=good_data)
    site = project / "site"
    result = build(project, site)
    assert result.returncode == 0, result.stderr
    before = contents(site)

    lay_over("many-problems", project / "data")
    result = build(project, site)
    assert result.returncode == 1
    assert expected("many-problems") in result.stderr
    assert "Traceback" not in result.stdout + result.stderr
    assert contents(site) == before
