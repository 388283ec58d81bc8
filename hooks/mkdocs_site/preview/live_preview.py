"""The live preview: the last good pages, and what is wrong with the data that came after them.

MkDocs builds everything once. After that a change of the data makes all pages stale, and a stale page is
made anew when somebody asks for it: what an editor looks at is there at once, however many pages there are.
Only what is on every page, such as the areas' titles, or a change outside the data takes a whole build.
"""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from dossier.loading.data_folder import FileCache
from dossier.problems.problem import DataError, Place, Problem, report

from .. import process, site_build
from ..site_build import Build, build_of
from .file_watcher import Snapshot, take_snapshot
from .site_files import SiteFiles

log = logging.getLogger("mkdocs.hooks.dossier")


class Preview:
    """Takes in what an editor changes, and has the pages made that are asked for."""

    def __init__(self) -> None:
        self.problems: Sequence[Problem] = ()
        """What is wrong now; the pages are older, unless these are mere warnings."""
        self.has_pages = False
        """Whether there has been a good build yet."""
        self.cache: FileCache = {}
        """What the data files said when they were last read."""
        self.seen: Mapping[str, Snapshot] = {}
        """What a build rests on, as it was before the last whole build began."""
        self._built_from: Mapping[str, Snapshot] = {}
        """What the last good whole build rests on, beside the data."""
        self._config: MkDocsConfig
        """The settings of the last good whole build, with all that the build left in them."""
        self._files = SiteFiles(self._note_unexpected)

    def begin(self, config: MkDocsConfig) -> None:
        """Look at all files before a whole build, so that nothing is lost that changes meanwhile."""
        self.seen = _look(config)
        config.site_dir = self._files.folder_beside(config.site_dir)

    def start_without_pages(self, config: MkDocsConfig, error: DataError) -> None:
        """Let MkDocs build nothing, so that it can start to serve."""
        self._config = config
        self._note(error.problems)
        config.nav = None
        config.theme.static_templates.clear()

    def keep(self, config: MkDocsConfig) -> None:
        """Go on from a whole build."""
        self._config = config
        self._files.serve(config)
        self._built_from = _beside_data(self.seen, config)
        self.has_pages = True
        self.problems = build_of(config).dossier.warnings

    def update(self, build: Callable[[], None]) -> None:
        """Take in what has changed; where that is impossible, keep the pages as they are and say why.

        `build` makes the whole site.
        """
        try:
            with process.keeping():
                read = site_build.read(self._config, self.cache)
            with self._files.making.held():
                if self._must_build_all(read):
                    self._build_all(build)
                else:
                    self._files.outdate(self._config, read)
                    self.problems = read.dossier.warnings
        except DataError as error:
            self._note(error.problems)
        except Exception as error:  # whatever a half-saved file does, the preview goes on
            self._note_unexpected(error)

    def read(self, file: str) -> bytes | None:
        """Return a file of the site, made anew if it is older than the data; None if it is not there."""
        return self._files.read(file)

    def close(self) -> None:
        """Write nothing any more."""
        self._files.close()

    def _build_all(self, build: Callable[[], None]) -> None:
        try:
            build()
        except Exception:
            if self.has_pages:  # the build has emptied the index of the search, so all pages have to fill it
                self._files.outdate(self._config, build_of(self._config))
            raise

    def _must_build_all(self, read: Build) -> bool:
        """Say whether more has changed than what single pages show."""
        if not self.has_pages or _beside_data(_look(self._config), self._config) != self._built_from:
            return True
        return site_build.changes_shared_parts(build_of(self._config), read)

    def _note(self, problems: Sequence[Problem]) -> None:
        self.problems = problems
        pages = "the pages stay as they are" if self.has_pages else "there is no page yet"
        log.error(f"{pages}:\n{report(problems)}")

    def _note_unexpected(self, error: Exception) -> None:
        log.debug("This went wrong", exc_info=error)
        self._note([_problem(error, site_build.data_folder(self._config).parent)])


def _problem(error: BaseException, project: Path) -> Problem:
    """Put into words what only a maintainer can correct, with the last line of the project behind it."""
    while inner := error.__cause__ or error.__context__:
        error = inner
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if (project / "hooks" / "dossier") in Path(frame.filename).parents]
    file = Path(own[-1].filename).relative_to(project).as_posix() if own else "mkdocs.yml"
    message = f"the site could not be built ({type(error).__name__}: {error}); undo the last change"
    return Problem(Place(file, (own and own[-1].lineno) or 1, 1), "", message)


def _look(config: MkDocsConfig) -> dict[str, Snapshot]:
    """Return the state of all files on which a build rests, by the path that is watched for them."""
    paths = [config.docs_dir, config.config_file_path, *config.watch]
    watched = {site_build.data_folder(config), *(Path(path).absolute() for path in paths)}
    return {str(path): take_snapshot(str(path)) for path in watched}


def _beside_data(seen: Mapping[str, Snapshot], config: MkDocsConfig) -> dict[str, Snapshot]:
    return {path: files for path, files in seen.items() if path != str(site_build.data_folder(config))}
