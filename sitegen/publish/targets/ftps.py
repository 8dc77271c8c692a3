"""FTPS: a hoster's FTP with TLS, file by file. Without TLS nothing is sent, not even the name of the user."""

from __future__ import annotations

import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from ftplib import Error, error_perm, error_reply
from io import BytesIO
from pathlib import Path
from time import monotonic, sleep

from sitegen.model.address import folders_above
from sitegen.model.targets import Ftps
from sitegen.publish import faults
from sitegen.publish.examination import Examination
from sitegen.publish.ftp import Channel, complaints, facts_of, reaching, unix_facts_of
from sitegen.publish.manifest import OURS
from sitegen.publish.standing import Found, temporary
from sitegen.publish.stepwise import stepwise
from sitegen.publish.target import Errand, Promise, Session, Store

PROMISE = Promise.WHOLE_PAGE
NEEDS = ()
EXPLICIT, IMPLICIT = 21, 990
"""Ports."""
GUARD = f"{OURS}/lock.guard"
"""A folder that stands while a lock is written: making one is the only step of FTP that only one of two can do."""
IDLE = 20.0
"""Seconds without a command, after which we look whether the server is still there: questions take time."""


@contextmanager
def open_target(settings: Ftps, errand: Errand) -> Iterator[Session]:
    """The session; at its end the lock is given back."""
    store = FtpsStore(settings, errand)
    try:
        with stepwise(store, settings, errand) as session:
            yield session
    finally:
        store.hang_up()


class FtpsStore(Store):
    """The folder of the site at the server."""

    def __init__(self, settings: Ftps, errand: Errand) -> None:
        self.settings, self.errand = settings, errand
        self.where = f"{settings.host}:{settings.port or (IMPLICIT if settings.implicit else EXPLICIT)}"
        self.password = errand.secrets.need("password", settings.password_env)
        self.folders: set[str] = set()
        self.ftp = self.reached()
        self.asked = monotonic()

    # ── the connection ──────────────────────────────────────────────────────────────────────────────────────

    def reached(self) -> Channel:
        """A connection that was let in, in the folder where the login begins."""
        name, settings = self.errand.name, self.settings
        with reaching(name, self.where):
            ftp = Channel(context=self.context(), encoding="utf-8")
        ftp.is_implicit = settings.implicit
        try:
            with reaching(name, self.where):
                ftp.connect(settings.host, int(self.where.rpartition(":")[2]))
            self.let_in(ftp)
        except BaseException:
            ftp.close()
            raise
        return ftp

    def let_in(self, ftp: Channel) -> None:
        """Encrypts, then logs in."""
        name, settings = self.errand.name, self.settings
        with reaching(name, self.where):
            if not settings.implicit:
                try:
                    ftp.auth()
                except error_perm as error:
                    raise faults.unencrypted(name, self.where, str(error)) from None
            try:
                ftp.login(settings.user, self.password, secure=False)
            except (error_perm, error_reply) as error:
                raise faults.refused(name, self.where, str(error)) from None
            ftp.prot_p()
            ftp.voidcmd("TYPE I")
            with suppress(Error):  # RFC 2640 asks for UTF-8 anyway; some servers want to be told
                ftp.sendcmd("OPTS UTF8 ON")

    def context(self) -> ssl.SSLContext:
        """Whom we believe: the authorities that this machine knows, or those in a file."""
        file = self.settings.ca_file
        if not file:
            return ssl.create_default_context()
        place = self.errand.project / Path(file).expanduser()
        try:
            return ssl.create_default_context(cafile=place)
        except (OSError, ssl.SSLError) as error:
            raise faults.untrusted(self.errand.name, self.where, f"{place}: {error.strerror or error}") from None

    def hang_up(self) -> None:
        """Says goodbye, where somebody still listens."""
        try:
            self.ftp.quit()
        except (Error, OSError, EOFError):
            self.ftp.close()

    @contextmanager
    def asking(self, path: str) -> Iterator[Channel]:
        """The connection, for a command about a file; a new one where the server has grown tired of waiting."""
        if monotonic() - self.asked > IDLE:
            try:
                self.ftp.voidcmd("NOOP")
            except (Error, OSError, EOFError):
                self.ftp.close()
                self.ftp = self.reached()
        with complaints(self.errand.name, path):
            yield self.ftp
        self.asked = monotonic()

    def at(self, path: str) -> str:
        """A path as the server wants it."""
        root = self.settings.path.strip()
        if not root:
            return path or "."
        return f"{root.rstrip('/')}/{path}" if path else root

    # ── files ───────────────────────────────────────────────────────────────────────────────────────────────

    def listing(self) -> dict[str, Found]:
        """All files with their sizes."""
        found: dict[str, Found] = {}
        waiting = [""]
        while waiting:
            folder = waiting.pop()
            for name, kind, size in self.inside(folder):
                path = f"{folder}{name}"
                if kind == "dir":
                    waiting.append(f"{path}/")
                    self.folders.add(path)
                elif kind == "file":
                    found[path] = Found(size)
                elif kind not in ("cdir", "pdir"):
                    found[path] = Found(size, "no file")
        return found

    def inside(self, folder: str) -> Iterator[tuple[str, str, int]]:
        """What lies in a folder: names, types, sizes; nothing where the root of the site is not there yet."""
        place = self.at(folder).rstrip("/") or "/"
        try:
            lines, read = self.lines(f"MLSD {place}"), facts_of
        except error_perm as error:
            if str(error).startswith("550"):
                return
            lines, read = self.old_list(place), unix_facts_of
        for line in lines:
            name, kind, size = read(line)
            if name not in ("", ".", ".."):
                yield name, kind, size

    def old_list(self, place: str) -> list[str]:
        """The lines of LIST, at servers that know nothing better; it takes options, so the folder is entered first."""
        with self.asking(place) as ftp:
            start = ftp.pwd()
            try:
                ftp.cwd(place)
            except error_perm:
                return []
        try:
            return self.lines("LIST -a")
        except error_perm as error:
            raise faults.forbidden(self.errand.name, place, str(error)) from None
        finally:
            with self.asking(place) as ftp:
                ftp.cwd(start)

    def lines(self, command: str) -> list[str]:
        """What the server lists; raises error_perm where it will not."""
        gathered = BytesIO()
        with self.asking(command) as ftp:
            try:
                ftp.retrbinary(command, gathered.write)
            except error_perm as error:
                refusal = error
            else:
                return gathered.getvalue().decode("utf-8", "surrogateescape").splitlines()
        raise refusal

    def read(self, path: str) -> bytes | None:
        """The content of a file; None where there is none."""
        gathered = BytesIO()
        with self.asking(path) as ftp:
            try:
                ftp.retrbinary(f"RETR {self.at(path)}", gathered.write)
            except error_perm as error:
                if str(error).startswith("550"):
                    return None
                raise
        return gathered.getvalue()

    def write(self, path: str, content: Path | bytes, headers: Mapping[str, str]) -> None:
        """Sends under a temporary name, looks whether all is there, then renames."""
        half = temporary(path, self.errand.holder.token)
        self.make_folders(path)
        try:
            self.send(half, content)
            self.rename(half, path)
        except BaseException:
            with suppress(Exception):  # over a broken connection the next run tidies up
                self.ftp.delete(self.at(half))
            raise

    def send(self, path: str, content: Path | bytes) -> None:
        """Sends a file; one of another size than it should have has not arrived."""
        size = content.stat().st_size if isinstance(content, Path) else len(content)
        with self.asking(path) as ftp, content.open("rb") if isinstance(content, Path) else BytesIO(content) as source:
            ftp.storbinary(f"STOR {self.at(path)}", source, 1 << 16)
            arrived = ftp.size(self.at(path))
            if arrived is not None and arrived != size:
                raise faults.cut(self.errand.name, f"{path}: {arrived} / {size} B")

    def rename(self, half: str, path: str) -> None:
        """Puts a file in its place; where the server never replaces one, the old one goes a moment before."""
        with self.asking(path) as ftp:
            try:
                ftp.rename(self.at(half), self.at(path))
            except error_perm:
                ftp.delete(self.at(path))
                ftp.rename(self.at(half), self.at(path))

    def make_folders(self, path: str) -> None:
        """The folders above a file, the root of the site and those above it among them."""
        if "" not in self.folders:
            self.make_root()
        for folder in reversed([*folders_above(path)]):
            if folder not in self.folders:
                self.make(folder)

    def make_root(self) -> None:
        """The root of the site, where it is not there yet."""
        place = self.settings.path.strip().rstrip("/")
        steps = place.split("/")
        with self.asking(place) as ftp:
            for at in range(len(steps)):
                if step := "/".join(steps[: at + 1]):
                    with suppress(error_perm):  # it is there, or the first file tells
                        ftp.mkd(step)
        self.folders.add("")

    def make(self, folder: str) -> None:
        """A folder; one that is there is fine, and where it cannot be made, the file in it tells so."""
        with self.asking(folder) as ftp, suppress(error_perm):
            ftp.mkd(self.at(folder))
        self.folders.add(folder)

    def create(self, path: str, content: bytes) -> bool:
        """Writes a file where there is none; a folder that only one of two can make keeps others off meanwhile."""
        self.make_folders(path)
        if not self.guard():
            sleep(1.0)  # another one is about to write it; one that is silent so long is gone
            if self.read(path) is not None:
                return False
        try:
            if self.read(path) is not None:
                return False
            self.write(path, content, {})
            return True
        finally:
            with suppress(Exception):
                self.ftp.rmd(self.at(GUARD))

    def guard(self) -> bool:
        """Whether we alone may write the lock now."""
        with self.asking(GUARD) as ftp:
            try:
                ftp.mkd(self.at(GUARD))
            except error_perm:
                return False
        return True

    def delete(self, path: str) -> None:
        """Deletes a file, and the folders above that are empty then."""
        with self.asking(path) as ftp:
            try:
                ftp.delete(self.at(path))
            except error_perm:
                if self.is_there(path):
                    raise
            with suppress(error_perm):  # one of them holds something
                for folder in folders_above(path):
                    ftp.rmd(self.at(folder))
                    self.folders.discard(folder)

    def told(self, probe: str) -> Examination:
        """By the date of the probe the clock; the end of the certificate."""
        clock = None
        with self.asking(probe) as ftp, suppress(error_perm, ValueError):  # MDTM is in UTC: RFC 3659
            said = ftp.voidcmd(f"MDTM {self.at(probe)}")
            clock = datetime.strptime(said[4:18], "%Y%m%d%H%M%S").replace(tzinfo=UTC)
        known = self.ftp.secure.getpeercert()
        ends = known.get("notAfter") if known else None
        expires = datetime.fromtimestamp(ssl.cert_time_to_seconds(ends), UTC) if isinstance(ends, str) else None
        return Examination(is_writable=True, clock=clock, expires=expires)

    def is_there(self, path: str) -> bool:
        """Whether a file stands at a path."""
        try:
            return self.ftp.size(self.at(path)) is not None
        except error_perm:
            return False
