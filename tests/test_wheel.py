"""The wheel: what is installed founds a site and builds it, without the checkout and without a network."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from importlib.util import find_spec
from pathlib import Path
from zipfile import ZipFile

import jinja2
import pytest

from sitegen.editing.founding import STARTER

CHECKOUT = Path(__file__).parents[1]
FLAGS = (
    "--lang=en", "--now=2026-11-22T12:00", "--name-bg=Община Елена", "--name-en=Municipality of Elena",
    "--name-ru=Община Елена", "--url=https://elena.example/eu/", "--email=a@elena.example", "--theme-kind=own",
)  # fmt: skip


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if not find_spec("hatchling"):
        if os.environ.get("CI") == "true":
            pytest.fail("hatchling is missing")
        pytest.skip("hatchling is missing")
    place = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(place)]
    subprocess.run(command, cwd=CHECKOUT, check=True, capture_output=True)
    (found,) = place.glob("*.whl")
    return found


@pytest.mark.long
def test_every_file_of_the_package_is_in_it(wheel: Path) -> None:
    with ZipFile(wheel) as packed:
        names = set(packed.namelist())
    here = {
        path.relative_to(CHECKOUT).as_posix()
        for path in (CHECKOUT / "sitegen").rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }
    assert here <= names
    assert any(f"editing/{STARTER}/words/bg.yaml" in name for name in names)
    assert "sitegen/themes/default/templates/base.html" in names


@pytest.mark.long
def test_what_is_installed_founds_a_site_and_builds_it(wheel: Path, tmp_path: Path) -> None:
    venv.create(tmp_path / "venv", symlinks=os.name != "nt")
    python = next((tmp_path / "venv").glob("[bS]*/python*"))
    home = Path(said(python, tmp_path, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"))
    with ZipFile(wheel) as packed:
        packed.extractall(home)
    (home / "libraries.pth").write_text(f"{Path(jinja2.__file__).parents[1]}\n", encoding="utf-8")
    assert Path(said(python, tmp_path, "-c", "import sitegen; print(sitegen.__file__)")).is_relative_to(home)
    said(python, tmp_path, "-m", "sitegen", "init", "site", *FLAGS)
    told = said(python, tmp_path / "site", "-m", "sitegen", "build", "--lang=en", "--now=2026-11-22T12:00")
    assert "errors: 0, warnings: 0, advice: 0" in told
    assert (tmp_path / "site/output/bg/proekti/primeren-proekt/index.html").is_file()


def said(python: Path, here: Path, *words: str) -> str:
    """What a run of the fresh Python prints; nothing of this environment reaches it."""
    plain = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "VIRTUAL_ENV"))}
    done = subprocess.run(
        [python, *words], cwd=here, env=plain | {"PYTHONUTF8": "1"}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout.strip()
