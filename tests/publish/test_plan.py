"""The plan: whatever stands at a target, only our own files go, and what is sent makes the site."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.publish.manifest import Manifest, Seal, read_manifest, written
from sitegen.publish.plan import THEME, Plan, Source, make_plan, stage
from sitegen.publish.standing import Found, Standing, temporary

PATHS = ("index.html", "a/index.html", "a/b.pdf", f"{THEME}s.1.css", f"{THEME}s.2.css", "sitemap.xml", "x.gz")
WORDS = (b"", b"a", b"b", b"cc")


def seal(words: bytes) -> Seal:
    return Seal(sha256(words).hexdigest(), len(words))


files = st.dictionaries(st.sampled_from(PATHS), st.sampled_from(WORDS))
noted = st.dictionaries(st.sampled_from(PATHS), st.sampled_from(WORDS).map(seal), max_size=2)


def tree(site: dict[str, bytes]) -> dict[str, Source]:
    return {path: Source(Path(path), seal(words)) for path, words in site.items()}


def found(there: dict[str, bytes], *, with_digests: bool) -> dict[str, Found]:
    return {path: Found(len(words), sha256(words).hexdigest() if with_digests else "") for path, words in there.items()}


def carried_out(plan: Plan, there: dict[str, bytes], site: dict[str, bytes]) -> dict[str, bytes]:
    """What stands at the target afterwards."""
    sent = there | {path: site[path] for path in plan.sends}
    return {path: words for path, words in sent.items() if path not in plan.deletes}


@st.composite
def standings(draw: st.DrawFn) -> tuple[dict[str, bytes], Standing]:
    """What lies at a target, and what we know of it, which need not agree."""
    there = draw(files)
    manifest = Manifest(draw(noted), draw(noted))
    known = found(there, with_digests=draw(st.booleans()))
    return there, Standing(manifest, known, begun=draw(noted), announced=draw(noted))


@given(site=files, target=standings())
def test_only_our_own_files_go_and_nothing_of_others_is_touched_unseen(
    site: dict[str, bytes], target: tuple[dict[str, bytes], Standing]
) -> None:
    there, standing = target
    plan = make_plan(tree(site), standing, number="2", by="x")
    mine = {*standing.manifest.ours, *standing.begun, *standing.announced}
    assert set(plan.deletes) <= mine
    assert not set(plan.deletes) & set(site)
    after = carried_out(plan, there, site)
    touched = {path for path in there if after.get(path) != there[path]}
    assert touched & set(plan.foreign) == set()
    strangers = touched - mine
    assert strangers <= set(plan.in_the_way)
    if all(file.digest for file in standing.found.values()):
        assert {path: after.get(path) for path in site} == site


@given(site=files, before=files)
def test_a_target_that_nobody_touched_has_the_site_afterwards(site: dict[str, bytes], before: dict[str, bytes]) -> None:
    sealed = {path: seal(words) for path, words in before.items()}
    plan = make_plan(tree(site), Standing(Manifest(sealed), found(before, with_digests=False)), number="2", by="x")
    after = carried_out(plan, before, site)
    assert {path: after[path] for path in site} == site
    assert set(after) - set(site) == set(plan.manifest.lingering)
    assert plan.in_the_way == ()
    assert sum(map(len, (plan.new, plan.changed))) == len(plan.sends)
    stages = [stage(path) for path in plan.sends]
    assert stages == sorted(stages)
    again = make_plan(tree(site), Standing(plan.manifest, found(after, with_digests=False)), number="3", by="x")
    assert again.sends == ()
    assert set(again.deletes) == set(plan.manifest.lingering)


@given(ours=noted, lingering=noted, titles=st.dictionaries(st.sampled_from(PATHS), st.text()))
def test_a_manifest_is_read_as_it_was_written(
    ours: dict[str, Seal], lingering: dict[str, Seal], titles: dict[str, str]
) -> None:
    manifest = Manifest(ours, lingering, titles, "20261123T080000000000Z-abcdef", "Иванова@kmetstvo")
    try:
        data = written(manifest)
    except UnicodeEncodeError:  # half a character, which no title has
        return
    assert read_manifest(data) == manifest
    assert written(read_manifest(data)) == data


@pytest.mark.parametrize("path", ["../a", "/a", "a//b", "a/./b", ".sitegen-publish/lock.json", "a\\b", "a\nb", ""])
def test_a_manifest_with_paths_that_lead_elsewhere_is_refused(path: str) -> None:
    data = json.loads(written(Manifest({})))
    data["files"] = {path: ["0" * 64, 1]}
    with pytest.raises(ValueError, match=r".*"):
        read_manifest(json.dumps(data).encode())


@pytest.mark.parametrize("data", [b"", b"[]", b"null", b"{}", b'{"format": 2}', b'{"format": 1, "files": []}', b"\xff"])
def test_what_is_no_manifest_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r".*"):
        read_manifest(data)


def test_files_that_were_left_half_go() -> None:
    half = temporary("a/index.html", "0123")
    plan = make_plan({}, Standing(found={half: Found(1), "b": Found(1)}), number="1", by="x")
    assert (plan.deletes, plan.foreign) == ((half,), ("b",))
