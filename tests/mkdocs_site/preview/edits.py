"""What an editor may do to data and pages, good or bad; each takes a number that says to which of them.

An edit that has nothing to change leaves everything as it is.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

import yaml

from ...websites import contents

GOOD_DATA = Path(__file__).parents[2] / "good_data" / "data"

FOLDERS = ("data", "docs")

TEXTS = ("title", "name", "text", "summary", "purpose", "publisher")


def keep_as_good(project: Path) -> None:
    """Keep data and pages for `mend`."""
    for name in FOLDERS:
        shutil.rmtree(project.with_name("good") / name, ignore_errors=True)
        shutil.copytree(project / name, project.with_name("good") / name)


class Content(NamedTuple):
    """A data file, and what it says."""

    path: Path
    value: Any

    @property
    def listed(self) -> list[Any]:
        """The records that can come and go."""
        value = self.value
        return value if isinstance(value, list) else value.get("activities") or value.get("overview") or []

    @property
    def records(self) -> list[Any]:
        """Those, and the record that they are in."""
        return [*self.listed, *([self.value] if isinstance(self.value, dict) else [])]

    def write(self) -> None:
        text = yaml.safe_dump(self.value, allow_unicode=True, sort_keys=False)
        self.path.write_text(text, encoding="utf-8")


def content(project: Path, number: int) -> Content:
    """Take one of the data files that can be read."""
    contents = []
    for path in sorted((project / "data").rglob("*.yml")):
        try:
            value = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
        except yaml.YAMLError:
            continue
        if path.parent.name != "schema" and isinstance(value, list | dict):
            contents.append(Content(path, value))
    return contents[number % len(contents)]


def add_record(project: Path, number: int) -> None:
    file = content(project, number)
    if file.listed:
        record = dict(file.listed[number % len(file.listed)])
        record.pop("formerly", None)
        record["term" if "term" in record else "id"] = f"added-{number}"
        file.listed.append(record)
        file.write()


def change_text(project: Path, number: int) -> None:
    file = content(project, number)
    record = file.records[number % len(file.records)]
    key = next(key for key in TEXTS if key in record)
    record[key] = f"{record[key]} ({number})"
    file.write()


def change_date(project: Path, number: int) -> None:
    file = content(project, number)
    file.records[number % len(file.records)]["date"] = str(1990 + number % 30)
    file.write()


def change_id(project: Path, number: int) -> None:
    file = content(project, number)
    record = file.records[number % len(file.records)]
    if "id" in record:
        former = {"formerly": [record["id"]]} if "url" not in record else {}
        record |= {"id": f"{record['id']}-{number}", **former}
        file.write()


def remove_record(project: Path, number: int) -> None:
    file = content(project, number)
    if file.listed:
        del file.listed[number % len(file.listed)]
        file.write()


def change_partner(project: Path, number: int) -> None:
    path = project / "data/partner.yml"
    text = path.read_text(encoding="utf-8")
    changed = (
        text.replace("Ruritania\n", f"Ruritania {number}\n", 1),
        text.replace("as_of_pages: [2010, 2012]", f"as_of_pages: [2010, {2011 + number % 3}]"),
        text.replace("primary_source: nato-2010", "primary_source: zenda-gazette"),
        text.replace("worked with NATO", f"worked {number} times with NATO"),
    )
    path.write_text(changed[number % len(changed)], encoding="utf-8")


def add_area(project: Path, number: int) -> None:
    text = (GOOD_DATA / "areas/science.yml").read_text(encoding="utf-8")
    text = re.sub(r"formerly: .*", "", text).replace("id: river-", f"id: river-{number}-")
    (project / f"data/areas/floods-{number}.yml").write_text(text, encoding="utf-8")


def areas(project: Path) -> list[Path]:
    return sorted((project / "data/areas").glob("*.yml"))


def remove_area(project: Path, number: int) -> None:
    for path in areas(project)[number % 3 :][:1]:
        path.unlink()


def rename_area(project: Path, number: int) -> None:
    for path in areas(project)[number % 3 :][:1]:
        path.rename(path.with_stem(f"{path.stem}-{number}"))


def move_file(project: Path, number: int) -> None:
    name = ("milestones", "visits", "glossary", "sources")[number % 4]
    (project / "data" / name).mkdir(exist_ok=True)
    if (path := project / f"data/{name}.yml").exists():
        path.rename(project / f"data/{name}/part-{number}.yml")


def break_file(project: Path, number: int) -> None:
    with content(project, number).path.open("a", encoding="utf-8") as file:
        file.write(("- [\n", "\tbroken: yes\n", "no_such_key: 1\n")[number % 3])


def change_page(project: Path, number: int) -> None:
    pages = sorted((project / "docs").rglob("*.md"))
    with pages[number % len(pages)].open("a", encoding="utf-8") as file:
        file.write(f"\n\n## More {number}\n\n{{{{ milestones | length }}}} in {{{{ partner.name }}}}.\n")


def break_page(project: Path, number: int) -> None:
    with (project / "docs/about.md").open("a", encoding="utf-8") as file:
        file.write("\n{{ nowhere }}\n")


def add_page(project: Path, number: int) -> None:
    (project / f"docs/added-{number}.md").write_text(f"# Added\n\n{number}\n", encoding="utf-8")


def remove_page(project: Path, number: int) -> None:
    for path in sorted((project / "docs").glob("added-*.md"))[:1] or [project / "docs/timeline.md"]:
        path.unlink(missing_ok=True)


def change_styles(project: Path, number: int) -> None:
    with (project / "docs/stylesheets/site.css").open("a", encoding="utf-8") as file:
        file.write(f"/* {number} */\n")


def touch(project: Path, number: int) -> None:
    """Change nothing."""


def mend(project: Path, number: int) -> None:
    """Go back to the data and pages that were good."""
    for name in FOLDERS:
        good = project.with_name("good") / name
        for path in contents(project / name):
            if not (good / path).exists():
                (project / name / path).unlink()
        shutil.copytree(good, project / name, dirs_exist_ok=True)


Edit: TypeAlias = Callable[[Path, int], None]

EDITS: tuple[Edit, ...] = (
    *(add_record, change_text, change_date, change_id, remove_record, change_partner),
    *(add_area, remove_area, rename_area, move_file, break_file),
    *(change_page, break_page, add_page, remove_page, change_styles),
    *(touch, mend),
)
