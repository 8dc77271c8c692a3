"""The contract: what every target must do, whatever its protocol. A test file of a target makes a subclass with a `trial`.

class TestFolder(Contract):
    @pytest.fixture
    def trial(self, tmp_path: Path) -> Trial: …
"""

from __future__ import annotations

import os
import random

import pytest

from sitegen.problems import Mistake
from sitegen.publish.plan import Plan
from sitegen.publish.target import Promise
from sitegen.publish.targets import kind_of
from tests.publish.servers import Proxy
from tests.publish.trial import Nobody, Site, Trial, reading, version

PAGE, OTHER = b"<html>Page</html>", b"<html>Other</html>"
SITE = {
    "index.html": PAGE,
    "bg/proekti/park/index.html": OTHER,
    "assets/theme/style.0a1b2c3d.css": b"p {}",
    "assets/Снимка №1.jpg".replace("Снимка №1", "park 1"): bytes(range(256)) * 40,
    "sitemap.xml": b"<urlset/>",
}


ENOUGH = 20
"""Pages that a reader has asked for while sites were published."""
CUT = "NET-04"
"""The line broke."""
MOST_VERSIONS = 100


class Contract:
    """Tests that hold for every target."""

    is_locked = True
    """Whether the second publisher is told at once, by a lock."""

    def test_the_first_publication_brings_the_whole_site(self, trial: Trial) -> None:
        plan = trial.publish(SITE)
        assert {change.path for change in plan.new} == set(SITE)
        assert trial.files() == SITE
        assert trial.look(SITE).is_empty

    def test_what_changed_and_nothing_else_is_sent(self, trial: Trial) -> None:
        trial.publish(SITE)
        plan = trial.publish({**SITE, "index.html": OTHER})
        assert plan.sends == ("index.html",)
        assert [change.path for change in plan.changed] == ["index.html"]
        assert trial.files() == {**SITE, "index.html": OTHER}

    def test_what_was_renamed_or_deleted_goes(self, trial: Trial) -> None:
        trial.publish(SITE)
        new = {**SITE, "bg/proekti/gradina/index.html": OTHER}
        del new["bg/proekti/park/index.html"]
        plan = trial.publish(new)
        assert [change.path for change in plan.removed] == ["bg/proekti/park/index.html"]
        assert trial.files() == new
        trial.publish({"index.html": PAGE})
        plan = trial.publish({"index.html": PAGE})
        assert trial.files() == {"index.html": PAGE}

    def test_a_file_where_a_folder_was_and_a_folder_where_a_file_was(self, trial: Trial) -> None:
        trial.publish({"a": PAGE, "b/c": OTHER})
        trial.publish({"a/d": PAGE, "b": OTHER})
        assert trial.files() == {"a/d": PAGE, "b": OTHER}

    def test_files_of_others_stay(self, trial: Trial) -> None:
        trial.put("google123.html", b"google")
        trial.publish(SITE)
        trial.put("stari/obyava.pdf", b"%PDF")
        plan = trial.publish({"index.html": OTHER})
        assert plan.foreign == ("google123.html", "stari/obyava.pdf")
        assert trial.files()["google123.html"] == b"google"
        assert trial.files()["stari/obyava.pdf"] == b"%PDF"

    def test_a_file_that_somebody_changed_there_is_reported(self, trial: Trial) -> None:
        trial.publish(SITE)
        trial.put("index.html", b"<html>Somebody wrote much more into it</html>")
        assert trial.look(SITE).in_the_way == ("index.html",)
        assert trial.look({**SITE, "index.html": OTHER}).in_the_way == ("index.html",)
        fewer = {path: content for path, content in SITE.items() if path != "index.html"}
        assert trial.look(fewer).in_the_way == ("index.html",)

    def test_a_foreign_file_in_the_way_of_a_new_one_is_reported(self, trial: Trial) -> None:
        trial.put("index.html", b"<html>Welcome to your new hosting account</html>")
        assert trial.look(SITE).in_the_way == ("index.html",)

    def test_styles_linger_for_pages_that_visitors_have_open(self, trial: Trial) -> None:
        trial.publish(SITE)
        new = {**SITE, "assets/theme/style.ffffffff.css": b"p { color: red }"}
        del new["assets/theme/style.0a1b2c3d.css"]
        assert trial.publish(new).removed == ()
        assert "assets/theme/style.0a1b2c3d.css" in trial.files()
        trial.publish({**new, "index.html": OTHER})
        assert "assets/theme/style.0a1b2c3d.css" not in trial.files()

    def test_the_second_publisher_is_told_who_is_at_work(self, trial: Trial) -> None:
        trial.publish(SITE)
        with trial.session(process=os.getpid(), by="ivanova@kmetstvo") as first:
            plan = trial.plan(first, {**SITE, "index.html": OTHER})
            if self.is_locked:
                with pytest.raises(Mistake) as told, trial.session():
                    pass
                assert told.value.code == "NET-07"
                assert "ivanova@kmetstvo" in str(told.value)
            else:
                trial.publish({"index.html": PAGE})
                with pytest.raises(Mistake) as told:
                    first.send(plan, Nobody())
                assert told.value.code == "NET-07"
                return
            first.send(plan, Nobody())
        assert trial.files() == {**SITE, "index.html": OTHER}
        trial.publish(SITE)

    def test_an_earlier_publication_is_put_back(self, trial: Trial) -> None:
        first = trial.publish(SITE)
        trial.put("google123.html", b"google")
        second = trial.publish({"index.html": OTHER, "novo/index.html": PAGE})
        assert [(one.number, one.is_current) for one in trial.publications()] == [
            (second.manifest.number, True),
            (first.manifest.number, False),
        ]
        trial.restore(first.manifest.number)
        assert trial.files() == {**SITE, "google123.html": b"google"}
        assert [one.number for one in trial.publications() if one.is_current] == [first.manifest.number]
        trial.restore(second.manifest.number)
        files = trial.files()
        assert {path for path in files if not path.startswith("assets/theme/")} == {
            "index.html",
            "novo/index.html",
            "google123.html",
        }
        trial.publish(SITE)
        assert trial.files() == {**SITE, "google123.html": b"google"}

    def test_only_the_last_publications_are_kept(self, trial: Trial) -> None:
        numbers = [trial.publish({"index.html": str(at).encode()}).manifest.number for at in range(4)]
        kept = [one.number for one in trial.publications()]
        assert trial.settings.keep == 3
        assert kept == numbers[:0:-1]
        trial.restore(numbers[1])
        assert trial.files() == {"index.html": b"1"}

    def test_a_reader_never_meets_a_broken_page(self, trial: Trial) -> None:
        whole_site = kind_of(trial.settings.type).promise is Promise.WHOLE_SITE
        trial.publish(version(1))
        with reading(trial, whole_site=whole_site) as reader:
            for number in range(2, MOST_VERSIONS):
                trial.publish(version(number))
                if number > 2 and reader.pages > ENOUGH:  # a busy machine lets the reader ask less often
                    break
        assert reader.faults == []
        assert reader.pages > ENOUGH


def published_and_changed(trial: Trial) -> Plan:
    """Publishes a site beside a file of others, then changes, adds and takes away a page; the first publication."""
    trial.put("google123.html", b"google")
    first = trial.publish(SITE)
    changed = {**SITE, "index.html": OTHER, "novo/index.html": PAGE}
    del changed["bg/proekti/park/index.html"]
    assert trial.publish(changed).sends == ("novo/index.html", "index.html")
    assert trial.files() == changed | {"google123.html": b"google"}
    return first


def put_back(trial: Trial, first: Plan) -> None:
    """Puts the first publication back."""
    trial.restore(first.manifest.number)
    assert trial.files() == SITE | {"google123.html": b"google"}


def refusal(trial: Trial, site: Site = SITE) -> Mistake:
    """Why a site cannot be published."""
    with pytest.raises(Mistake) as told:
        trial.publish(site)
    return told.value


def cut_once(trial: Trial, proxy: Proxy, seed: int, whole: int) -> None:
    """Cuts one publication of so many bytes; afterwards another one brings its whole site."""
    told = cut_and_resume(trial, proxy, seed=seed, cuts=1, whole=whole)
    assert set(told) <= {"NET-01", "NET-04", "done"}
    trial.publish(version(9))
    assert {path: content for path, content in trial.files().items() if path in version(9)} == version(9)


def cut_and_resume(trial: Trial, proxy: Proxy, seed: int, cuts: int, whole: int = 0) -> list[str]:
    """Cuts publications at random bytes and publishes again; what happened at each cut, the promise being kept.

    Starts from a site that stands; how many bytes a publication takes is measured once, unless `whole` says it.
    """
    chance = random.Random(seed)
    trial.publish(version(1))
    proxy.allow(None)
    told: list[str] = []
    if not whole:
        trial.publish(version(0))
        proxy.allow(None)
        trial.publish(version(1))
        whole = proxy.passed
    for number in range(2, 2 + cuts):
        proxy.allow(chance.randrange(whole))
        try:
            trial.publish(version(number))
            told.append("done")
        except Mistake as mistake:
            told.append(mistake.code)
        assert_whole(trial, number)
        proxy.allow(None)
        publish_again(trial, number)
        expected = version(number)
        assert {path: content for path, content in trial.files().items() if path in expected} == expected
        assert not [path for path in trial.files() if ".sitegen-part" in path]
    return told


def publish_again(trial: Trial, number: int) -> None:
    """Publishes after a cut; a server on a busy machine may cling to the broken line, and then once more."""
    try:
        trial.publish(version(number))
    except Mistake as mistake:
        if mistake.code != CUT:
            raise
        trial.publish(version(number))


def assert_whole(trial: Trial, number: int) -> None:
    """What the target promises holds after a cut: a whole site, old or new, or whole pages with their styles."""
    files = trial.files()
    old, new = version(number - 1), version(number)
    if kind_of(trial.settings.type).promise is Promise.WHOLE_SITE:
        shown = {path: files.get(path) for path in new}, {path: files.get(path) for path in old}
        assert shown[0] == new or shown[1] == old
        return
    for path in (path for path in new if path.endswith(".html")):
        assert files[path] in (old[path], new[path])
        style = next(name for name in (new if files[path] == new[path] else old) if name.endswith(".css"))
        assert style in files
