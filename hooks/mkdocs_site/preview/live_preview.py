"""The live preview: the last good pages, and what is wrong with the data that came after them.

MkDocs builds everything once. After that a change of the data makes all pages stale, and a stale page is
made anew when somebody asks for it: what an editor looks at is there at once, however many pages there are.
Only what stands on every page, such as the areas' titles, or a change outside the data takes a whole build.
"""

from __future__ import annotations

import logging
import shutil
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import RLock

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from dossier.loading.data_folder import FileCache
from dossier.problems.problem import DataError, Place, Problem, report

from .. import search_index, site_build
from ..site_build import Build, build_of
from .file_watcher import Snapshot, take_snapshot
from .mkdocs_internals import make_page

log = logging.getLogger("mkdocs.hooks.dossier")

SEARCH_INDEX = "search/search_index.json"


class Preview:
    """Takes in what an editor changes, and makes the pages that are asked for."""

    def __init__(self) -> None:
        self.problems: Sequence[Problem] = ()
        """What is wrong now; the pages are older, unless these are mere warnings."""
        self.has_pages = False
        """Whether there has been a good build yet."""
        self.cache: FileCache = {}
        """What the data files said when they were last read."""
        self._config: MkDocsConfig
        """The settings of the last whole build, with all that the build left in them."""
        self._stale: dict[str, Page] = {}
        """The pages that are older than the data, by their files in the site."""
        self._is_index_stale = False
        """Whether the search, which knows what all pages say, is older than the data."""
        self._seen: Snapshot = {}
        """All files, as they were before the last whole build."""
        self._others: Snapshot = {}
        """What the last good one rests on beside the data."""
        self._lock = RLock()
        """Held by whoever changes any of this: requests come in threads of their own."""

    def begin(self, config: MkDocsConfig) -> None:
        """Look at all files before a whole build, so that nothing is lost that changes meanwhile."""
        self._seen = take_snapshot(_watched(config))

    def has_missed_a_change(self) -> bool:
        """Say whether anything has changed since the first build began."""
        return take_snapshot(_watched(self._config)) != self._seen

    def is_stale(self, file: str) -> bool:
        """Say whether a file of the site is older than the data."""
        with self._lock:
            return file in self._stale or (file == SEARCH_INDEX and self._is_index_stale)

    def start_without_pages(self, config: MkDocsConfig, error: DataError) -> None:
        """Let MkDocs build nothing, so that it can start to serve."""
        self._config = config
        self._note(error.problems)
        config.nav = None
        config.theme.static_templates.clear()

    def keep(self, config: MkDocsConfig) -> None:
        """Go on from a whole build."""
        self._config = config
        self._stale = {}
        self._is_index_stale = False
        self._others = _beside_data(self._seen, config)
        self.has_pages = True
        self.problems = build_of(config).dossier.warnings

    def update(self, build: Callable[[], None], root: Path) -> None:
        """Take in what has changed; where that is impossible, keep the pages as they are and say why.

        `build` makes the whole site in the folder `root`.
        """
        with self._lock:
            try:
                read = site_build.read(self._config, self.cache)
                if self._must_build_all(read):
                    with _unharmed(root):
                        build()
                else:
                    self._use(read)
            except DataError as error:
                self._note(error.problems)
            except Exception as error:  # whatever a half-saved file does, the preview goes on
                self._note([_unexpected(error, self._config)])

    def refresh(self, file: str) -> None:
        """Make a file of the site anew, if it is older than the data."""
        with self._lock:
            if file in self._stale:
                self._make(self._stale.pop(file))
            elif file == SEARCH_INDEX and self._is_index_stale:
                for stale in [*self._stale]:
                    self._make(self._stale.pop(stale))
                self._config.plugins[search_index.SEARCH].on_post_build(config=self._config)
                self._is_index_stale = False

    def _use(self, read: Build) -> None:
        """Let the pages be made of what was read anew, as soon as they are asked for."""
        build = build_of(self._config)
        build.pages, build.introductions = read.pages, read.introductions
        pages = (file.page for file in build.files.documentation_pages())
        self._stale = {page.file.dest_uri: page for page in pages if page}
        self._is_index_stale = True
        self.problems = read.dossier.warnings

    def _must_build_all(self, read: Build) -> bool:
        """Say whether more has changed than what single pages show."""
        found = take_snapshot(_watched(self._config))
        if not self.has_pages or _beside_data(found, self._config) != self._others:
            return True
        return site_build.changes_shared_parts(build_of(self._config).dossier, read.dossier)

    def _make(self, page: Page) -> None:
        """Make one page as MkDocs does in a whole build."""
        config, build = self._config, build_of(self._config)
        try:
            search_index.forget_entries(page, config)
            make_page(page, config, build.files, build.nav, build.env)
        except Exception as error:  # the page stays as it was
            self._note([_unexpected(error, config)])

    def _note(self, problems: Sequence[Problem]) -> None:
        self.problems = problems
        pages = "the pages stay as they are" if self.has_pages else "there is no page yet"
        log.error(f"{pages}:\n{report(problems)}")


def _unexpected(error: BaseException, config: MkDocsConfig) -> Problem:
    """Put into words what only a maintainer can correct, with the last line of the project behind it."""
    log.debug("This went wrong", exc_info=error)
    while inner := error.__cause__ or error.__context__:
        error = inner
    project = site_build.data_folder(config).parent
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if (project / "hooks" / "dossier") in Path(frame.filename).parents]
    file = Path(own[-1].filename).relative_to(project).as_posix() if own else "mkdocs.yml"
    message = f"the site could not be built ({type(error).__name__}: {error}); undo the last change"
    return Problem(Place(file, (own and own[-1].lineno) or 1, 1), "", message)


def _watched(config: MkDocsConfig) -> set[Path]:
    """Return the files and folders on which a build rests."""
    paths = [config.docs_dir, config.config_file_path or "", *config.watch]
    return {site_build.data_folder(config), *(Path(path).absolute() for path in paths)}


def _beside_data(snapshot: Snapshot, config: MkDocsConfig) -> Snapshot:
    data = site_build.data_folder(config)
    return {file: seen for file, seen in snapshot.items() if data not in (file, *file.parents)}


@contextmanager
def _unharmed(folder: Path) -> Iterator[None]:
    """Put a folder back as it was, if what is done with it fails."""
    with TemporaryDirectory(prefix="preview-") as copy:
        shutil.copytree(folder, copy, dirs_exist_ok=True)
        try:
            yield
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            shutil.copytree(copy, folder, dirs_exist_ok=True)
            raise
