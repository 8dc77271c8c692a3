"""A target on trial: sites of a few files are published to it, and what visitors would get is looked at."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from sitegen.model.targets import Ssh, Target
from sitegen.publish.lock import Holder
from sitegen.publish.manifest import OURS
from sitegen.publish.plan import Plan, make_plan
from sitegen.publish.secrets import Secrets
from sitegen.publish.target import Errand, Publication, Session, Watch
from sitegen.publish.targets import kind_of
from sitegen.publish.tree import tree_of
from tests.publish.servers import SshServer

Site = Mapping[str, bytes]
"""Content by path."""
MOMENTS = count()
"""Each publication has a second of its own."""
BEGIN = datetime(2026, 11, 23, 8, tzinfo=UTC)


class Nobody(Watch):
    """Watches and says nothing."""

    def begin(self, files: int, size: int) -> None:
        """Does nothing."""

    def sent(self, path: str, size: int) -> None:
        """Does nothing."""


@dataclass
class Trial:
    """A target, and how to look at it from outside."""

    settings: Target
    project: Path
    """Where the content folder would lie."""
    read: Callable[[str], bytes | None]
    """What a visitor gets at a path; None for nothing."""
    files: Callable[[], dict[str, bytes]]
    """All that stands there but what is ours alone."""
    put: Callable[[str, bytes], None]
    """Somebody else writes a file there."""
    environment: Mapping[str, str] = field(default_factory=dict)

    def errand(self, *, process: int = -1, by: str = "editor@here") -> Errand:
        """What the target is told; by nobody who still runs, unless a process is named."""
        now = BEGIN + timedelta(seconds=next(MOMENTS))
        token = f"{next(MOMENTS):016x}"
        return Errand(
            name="web",
            project=self.project,
            holder=Holder(by, now, token, process if process != -1 else 2**22 - 1),
            now=now,
            secrets=Secrets("web", self.environment),
        )

    @contextmanager
    def session(self, *, process: int = -1, by: str = "editor@here", break_it: bool = False) -> Iterator[Session]:
        """The target, reached and locked."""
        with kind_of(self.settings.type).open(self.settings, self.errand(process=process, by=by)) as session:
            session.lock(break_it=break_it)
            yield session

    def plan(self, session: Session, site: Site) -> Plan:
        """What publishing a site would do."""
        output = self.project / f"output-{next(MOMENTS)}"
        for path, content in site.items():
            place = output / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content)
        titles = {path: path.partition("/")[0] for path in site if path.endswith(".html")}
        moment = BEGIN + timedelta(seconds=next(MOMENTS))
        number = f"{moment:%Y%m%dT%H%M%SZ}-{next(MOMENTS):06x}"
        return make_plan(tree_of(output, site, titles), session.standing(), number=number, by="editor@here")

    def publish(self, site: Site, watch: Watch | None = None) -> Plan:
        """Publishes a site; raises Mistake."""
        with self.session() as session:
            plan = self.plan(session, site)
            session.send(plan, watch or Nobody())
        return plan

    def look(self, site: Site) -> Plan:
        """What publishing a site would do, without doing it."""
        with kind_of(self.settings.type).open(self.settings, self.errand()) as session:
            return self.plan(session, site)

    def publications(self) -> tuple[Publication, ...]:
        """Those that can be put back."""
        with kind_of(self.settings.type).open(self.settings, self.errand()) as session:
            return session.publications()

    def restore(self, number: str) -> Plan:
        """Puts a publication back; raises Mistake."""
        with self.session() as session:
            chosen = next(one for one in session.publications() if one.number == number)
            plan = make_plan(chosen.tree, session.standing(), number=number, by="editor@here")
            session.restore(plan, chosen, Nobody())
        return plan


def files_in(place: Path) -> dict[str, bytes]:
    """All files of a folder but what is ours alone."""
    return {
        path.relative_to(place).as_posix(): path.read_bytes()
        for path in sorted(place.rglob("*"))
        if path.is_file() and path.relative_to(place).parts[0] != OURS
    }


def put_in(place: Path) -> Callable[[str, bytes], None]:
    """Somebody who writes files into a folder."""

    def put(path: str, content: bytes) -> None:
        (place / path).parent.mkdir(parents=True, exist_ok=True)
        (place / path).unlink(missing_ok=True)
        (place / path).write_bytes(content)

    return put


def read_in(place: Path) -> Callable[[str], bytes | None]:
    """A visitor of a folder."""

    def read(path: str) -> bytes | None:
        try:
            return (place / path).read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return None

    return read


# ── sites that tell their version ───────────────────────────────────────────────────────────────────────────

PAGES = 12
WHOLE = re.compile(rb'<html data-version="(\d+)"><link href="([^"]+)">.*</html>')


def version(number: int, pages: int = PAGES, filling: int = 400) -> dict[str, bytes]:
    """A site whose every page tells its version, links to all the others and asks for a style of the version."""
    style = f"assets/theme/style.{number:08x}.css"
    links = "".join(f'<a href="{page}/index.html">' for page in range(pages))
    padding = "".join(f"{(number * 7919 + at) % 9973:04d} " for at in range(filling))
    page = f'<html data-version="{number}"><link href="{style}">{links}<!-- {padding} --></html>'.encode()
    return {
        **{f"{at}/index.html": page for at in range(pages)},
        "index.html": page,
        style: f"/* {number} */".encode(),
        "sitemap.xml": f"<urlset>{number}</urlset>".encode(),
    }


@dataclass
class Reader:
    """Somebody who reads and follows links while the site is published."""

    read: Callable[[str], bytes | None]
    whole_site: bool
    """Whether no older page may come after a newer one."""
    faults: list[str] = field(default_factory=list)
    pages: int = 0
    versions: set[int] = field(default_factory=set)
    stop: threading.Event = field(default_factory=threading.Event)

    def run(self) -> None:
        """Reads until it is told to stop."""
        newest = 0
        while not self.stop.is_set():
            for path in ("index.html", *self.linked()):
                newest = self.look_at(path, newest)

    def linked(self) -> list[str]:
        """The pages that the home page links to."""
        home = self.read("index.html") or b""
        return re.findall(r'<a href="([^"]+)"', home.decode())

    def look_at(self, path: str, newest: int) -> int:
        """Reads a page and its style; notes what is broken. The newest version so far."""
        page = self.read(path)
        found = WHOLE.fullmatch(page or b"")
        if not found:
            self.faults.append(f"{path} is {'not there' if page is None else 'not whole'}")
            return newest
        seen = int(found[1])
        if self.read(found[2].decode()) != f"/* {seen} */".encode() and not self.is_left_behind(path, seen):
            self.faults.append(f"{path} of {seen} has no style")
        if self.whole_site and seen < newest:
            self.faults.append(f"{path} of {seen} after {newest}")
        self.pages += 1
        self.versions.add(seen)
        return max(seen, newest)

    def is_left_behind(self, path: str, seen: int) -> bool:
        """Whether two publications came between a page and its style, which lingers for one: a busy machine may wait."""
        found = WHOLE.fullmatch(self.read(path) or b"")
        return found is not None and int(found[1]) >= seen + 2


@contextmanager
def reading(trial: Trial, *, whole_site: bool) -> Iterator[Reader]:
    """A reader at work."""
    reader = Reader(trial.read, whole_site)
    thread = threading.Thread(target=reader.run)
    thread.start()
    try:
        yield reader
    finally:
        reader.stop.set()
        thread.join()


def trial_over(kind: type[Ssh], server: SshServer, root: Path, place: Path, port: int = 0) -> Trial:
    """A folder at a server that is reached by ssh, as a target of a type."""
    settings = kind(
        type=kind.__name__.lower(),
        name="web",
        host="127.0.0.1",
        port=port or server.port,
        path=str(place),
        key_file=str(server.key),
        known_hosts_file=str(server.known_hosts),
        keep=3,
    )
    return Trial(settings, root, read_in(place), lambda: files_in(place), put_in(place))
