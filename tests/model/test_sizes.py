"""Sizes: in which widths and forms a picture is published, and where."""

from __future__ import annotations

import pytest

from sitegen.model.media import File
from sitegen.model.sizes import form_of, height_at, largest_address, size_address, usual_address, widths


def picture(name: str, width: int = 4000, height: int = 3000, **facts: object) -> File:
    return File(path=f"a/{name}", disk="", size=facts.pop("size", 1000), width=width, height=height, **facts)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("file", "known"),
    [
        (picture("x.jpg"), (480, 960, 1600)),
        (picture("x.jpg", 1000, 500), (480, 1000)),
        (picture("x.jpg", 970, 500), (480, 970)),
        (picture("x.jpg", 500, 500), (500,)),
        (picture("x.jpg", 479, 500), ()),
        (picture("x.gif"), ()),
        (picture("x.webp", is_animated=True), ()),
        (File(path="x.jpg", disk="", size=1), ()),
    ],
)
def test_widths_are_never_enlarged(file: File, known: tuple[int, ...]) -> None:
    assert widths(file) == known


def test_the_proportions_stay() -> None:
    assert height_at(picture("x.jpg"), 960) == 720
    assert height_at(picture("x.jpg", 4000, 1), 480) == 1
    assert height_at(File(path="x.jpg", disk="", size=1), 480) == 1


@pytest.mark.parametrize(
    ("file", "form"),
    [
        (picture("x.jpeg"), "jpg"),
        (picture("x.png"), "png"),
        (picture("x.png", 500, 500, size=900_000), "jpg"),
        (picture("x.png", 500, 500, size=900_000, is_transparent=True), "png"),
        (picture("x.webp"), "jpg"),
    ],
)
def test_photographs_and_drawings(file: File, form: str) -> None:
    assert form_of(file) == form


def test_addresses_name_the_width_and_another_ending() -> None:
    assert size_address(picture("x.jpg"), 960, "jpg") == "/assets/a/x-960.jpg"
    assert size_address(picture("x.jpg"), 960, "webp") == "/assets/a/x-960.webp"
    assert size_address(picture("x.webp"), 960, "jpg") == "/assets/a/x-webp-960.jpg"
    assert largest_address(picture("x.jpg")) == "/assets/a/x-1600.jpg"
    assert usual_address(picture("x.jpg")) == "/assets/a/x-960.jpg"
    assert largest_address(picture("x.svg")) == usual_address(picture("x.svg")) == "/assets/a/x.svg"
