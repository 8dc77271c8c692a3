"""The store of pictures: it spares work, it is believed in nothing that it does not know, and it never grows too large."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PIL import Image

from sitegen.builder.flow import build
from sitegen.builder.order import Order
from sitegen.render import pictures
from sitegen.render.picture_store import NO_STORE, SIZE, PictureStore, key_of
from tests.sites import NOW, SITE, Built, write_files

PAGE = "-- pages/a/index.bg.md --\n---\ntitle: А\n---\n![Площад](x.jpg)\n"


@pytest.fixture
def store(tmp_path: Path) -> PictureStore:
    return PictureStore(tmp_path / "pictures")


def test_what_was_kept_is_recalled(store: PictureStore) -> None:
    assert store.recall("a") is None
    store.keep("a", b"picture")
    assert store.recall("a") == b"picture"
    assert [file.name for file in store.folder.iterdir()] == ["a"] if store.folder else False


@pytest.mark.parametrize("damaged", [b"", b"x", bytes(SIZE), bytes(SIZE) + b"picture"])
def test_a_damaged_picture_is_none(store: PictureStore, damaged: bytes) -> None:
    store.keep("a", b"picture")
    assert store.folder
    (store.folder / "a").write_bytes(damaged)
    assert store.recall("a") is None


def test_cut_off_anywhere_it_is_none(store: PictureStore) -> None:
    store.keep("a", b"picture")
    assert store.folder
    whole = (store.folder / "a").read_bytes()
    for end in range(len(whole)):
        (store.folder / "a").write_bytes(whole[:end])
        assert store.recall("a") is None


def test_no_store_keeps_nothing() -> None:
    NO_STORE.keep("a", b"picture")
    assert NO_STORE.recall("a") is None
    NO_STORE.trim()


def test_a_place_where_nothing_can_be_written_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    store = PictureStore(tmp_path / "file" / "pictures")
    store.keep("a", b"picture")
    store.trim()
    assert store.recall("a") is None


def test_what_was_not_used_for_longest_goes_first(tmp_path: Path) -> None:
    store = PictureStore(tmp_path, room=2 * (SIZE + 10))
    for number, key in enumerate("abc"):
        store.keep(key, bytes(10))
        os.utime(tmp_path / key, (number, number))
    assert store.recall("a") is not None  # the oldest is used again
    store.trim()
    assert sorted(file.name for file in tmp_path.iterdir()) == ["a", "c"]


def test_another_original_or_another_way_has_another_key() -> None:
    keys = {key_of(b"a", 480, "jpg"), key_of(b"b", 480, "jpg"), key_of(b"a", 960, "jpg"), key_of(b"a", 480, "webp")}
    assert len(keys) == 4
    assert key_of(b"a", 480, "jpg") in keys


def built(root: Path, day: int = 0) -> Built:
    """The site of one picture, with a cache and without a memo: as on another day, or with another theme."""
    order = Order(content=root / "content", cache=root / ".cache" / "sitegen", now=NOW.replace(day=1 + day))
    return Built(build(order))


def test_a_size_is_made_once_and_again_only_where_it_was_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[tuple[int, str]] = []
    really = pictures.at_size

    def counted(original: bytes, sized: pictures.Sized) -> bytes:
        made.append((sized.width, sized.form))
        return really(original, sized)

    monkeypatch.setattr(pictures, "at_size", counted)
    content = write_files(tmp_path, f"-- site.yaml --\n{SITE.strip()}\npictures: [webp]\n{PAGE}")
    photo = content / "pages" / "a" / "x.jpg"
    Image.new("RGB", (1000, 500), "green").save(photo)
    first = built(tmp_path)
    sizes = {path: first.bytes(path) for path in first if path.startswith("assets/pages/")}
    assert len(sizes) == len(made) == 4
    second = built(tmp_path, day=1)
    assert len(made) == 4
    assert {path: second.bytes(path) for path in sizes} == sizes
    kept = sorted((tmp_path / ".cache" / "sitegen" / "pictures").iterdir())
    assert len(kept) == 4
    kept[0].write_bytes(b"damaged")
    kept[1].unlink()
    third = built(tmp_path)
    assert len(made) == 6
    assert {path: third.bytes(path) for path in sizes} == sizes
    Image.new("RGB", (1000, 500), "red").save(photo)
    built(tmp_path)
    assert len(made) == 10
