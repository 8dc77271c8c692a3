"""The QR code leads where it says, read by another library than the one that made it."""

from __future__ import annotations

import re

import zxingcpp
from PIL import Image, ImageDraw

from sitegen.render.qr import qr_of

MODULE = 6
"""Pixels."""


def test_a_reader_finds_the_address() -> None:
    code = qr_of("https://proekti.example/eu/p/42/")
    image = Image.new("L", (code.size * MODULE, code.size * MODULE), 255)
    draw = ImageDraw.Draw(image)
    for run in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\d+z", code.path):
        x, y, width = (int(number) * MODULE for number in run)
        draw.rectangle((x, y, x + width - 1, y + MODULE - 1), fill=0)
    assert [found.text for found in zxingcpp.read_barcodes(image)] == ["https://proekti.example/eu/p/42/"]
