"""The front step, run as a person runs it: the real script in a copy of the checkout, in folders with awkward names.

The quick tests install nothing: a stand-in for uv on PATH notes how it was called.
"""

import ast
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parent.parent
BASE = getattr(sys, "_base_executable", sys.executable)  # the Python that a person has, outside any .venv
PREPARING = "sitegen: подготвям средата .venv по {lock} / preparing .venv from {lock}\n"

PROGRAM = """\
import os, sys
def main():
    print(sys.prefix, os.getcwd(), __file__, *sys.argv[1:], sep="\\n")
    return 7
"""
STAND_IN = """\
#!/bin/sh
echo "$@" >> "{log}"
{then}
"""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in for uv is a shell script")


class Clone:
    """A copy of the checkout with a program that tells how it was called, and a stand-in for uv."""

    def __init__(self, root: Path, tools: Path) -> None:
        self.root, self.tools, self.log = root, tools, tools / "log"
        for folder in (root / "sitegen", root / "pytest", tools):
            folder.mkdir(parents=True)
        shutil.copy(CHECKOUT / "build.py", root)
        self.write("requirements.lock", "# one\n")
        self.write("requirements-dev.lock", "# one and tools\n")
        self.write("sitegen/__init__.py", PROGRAM)
        self.write("sitegen/__main__.py", "import sys, sitegen\nsys.exit(sitegen.main())\n")
        self.write("pytest/__main__.py", "import sys\nprint(*sys.argv[1:])\n")
        self.stand_in_for_uv("exit 0")

    def write(self, path: str, text: str) -> None:
        (self.root / path).write_text(text, encoding="utf-8")

    def stand_in_for_uv(self, then: str) -> None:
        """Replace uv by a note of its arguments and a shell command."""
        script = self.tools / "uv"
        script.write_text(STAND_IN.format(log=self.log, then=then), encoding="utf-8")
        script.chmod(0o755)

    @property
    def installed(self) -> list[str]:
        """The lock files installed so far, in order."""
        if not self.log.exists():
            return []
        return [line.rsplit("/", 1)[1] for line in self.log.read_text(encoding="utf-8").splitlines()]

    def command(self, *arguments: str) -> list[str]:
        return [BASE, str(self.root / "build.py"), *arguments]

    def environment(self, **variables: str) -> dict[str, str]:
        return os.environ | {"PATH": f"{self.tools}{os.pathsep}{os.defpath}"} | variables

    def run(self, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
        return run(self.command(*arguments), self.root.parent, self.environment(**variables))


def run(command: list[str], folder: Path, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False)


@pytest.fixture
def clone(tmp_path: Path) -> Clone:
    return Clone(tmp_path / "Моят сайт" / "клон № 2", tmp_path / "tools")


def pretending(change: str) -> list[str]:
    """A command that runs build.py after a change to the interpreter."""
    start = "import runpy; runpy.run_path(sys.argv.pop(1), run_name='__main__')"
    return [BASE, "-c", f"import sys, importlib.util; {change}; {start}"]


def test_python_3_6_can_parse_it() -> None:
    source = (CHECKOUT / "build.py").read_text(encoding="utf-8")
    assert ast.parse(source, feature_version=(3, 6)).body


def test_an_old_python_gets_one_clear_line(clone: Clone) -> None:
    old = pretending("sys.version_info = (3, 6, 15, 'final', 0)")
    result = run([*old, "build.py"], clone.root, clone.environment(PYTHONIOENCODING="ascii"))
    assert result.returncode == 2
    assert result.stdout == ""
    assert result.stderr == (
        "sitegen: нужен е Python 3.11 или по-нов, а този е 3.6.15 / Python 3.11 or newer needed, this is 3.6.15\n"
    )


def test_the_first_run_prepares_the_environment_and_says_so_in_one_line(clone: Clone) -> None:
    result = clone.run("build", "--base-url", "https://община.bg")
    assert result.stderr == PREPARING.format(lock="requirements.lock")
    assert clone.installed == ["requirements.lock"]
    assert "--require-hashes" in clone.log.read_text(encoding="utf-8")


def test_arguments_folder_and_exit_status_are_those_of_the_program(clone: Clone) -> None:
    result = clone.run("build", "--base-url", "https://община.bg")
    prefix, folder, program, *arguments = result.stdout.splitlines()
    assert result.returncode == 7
    assert Path(prefix) == clone.root / ".venv"
    assert Path(folder) == clone.root.parent
    assert Path(program) == clone.root / "sitegen" / "__init__.py"
    assert arguments == ["build", "--base-url", "https://община.bg"]


def test_a_second_run_says_and_installs_nothing(clone: Clone) -> None:
    first, second = clone.run("build"), clone.run("build")
    assert second.stderr == ""
    assert second.stdout == first.stdout
    assert clone.installed == ["requirements.lock"]


def test_a_changed_lock_file_is_installed_over_the_old_one(clone: Clone) -> None:
    clone.run()
    kept = clone.root / ".venv" / "kept"
    kept.touch()
    clone.write("requirements.lock", "# two\n")
    assert clone.run().stderr == PREPARING.format(lock="requirements.lock")
    assert clone.installed == ["requirements.lock"] * 2
    assert kept.exists()


def test_tests_upgrade_the_environment_and_building_stays_content_with_it(clone: Clone) -> None:
    clone.run("build")
    assert clone.run("test").stderr == PREPARING.format(lock="requirements-dev.lock")
    assert clone.run("build").stderr == ""
    assert clone.run("test").stderr == ""
    assert clone.installed == ["requirements.lock", "requirements-dev.lock"]


TWICE = 2 * (os.cpu_count() or 1)
SHARED = "--dist worksteal"


@pytest.mark.parametrize(
    ("given", "handed_over"),
    [
        ([], f"-n auto -m not long {SHARED}"),
        (["--long"], f"-n {TWICE} {SHARED}"),
        (["-x", "tests/text", "--long"], f"-n {TWICE} {SHARED} -x tests/text"),
        (["-k", "ъгъл"], f"-n auto -m not long {SHARED} -k ъгъл"),
    ],
)
def test_long_tests_run_only_when_asked_for(clone: Clone, given: list[str], handed_over: str) -> None:
    assert clone.run("test", *given).stdout == handed_over + "\n"


def test_the_tests_may_keep_what_python_compiles(clone: Clone) -> None:
    clone.write("pytest/__main__.py", "import sys\nprint(sys.dont_write_bytecode)\n")
    assert clone.run("test", PYTHONDONTWRITEBYTECODE="1").stdout == "False\n"


def test_a_failed_set_up_is_told_and_never_passes_for_ready(clone: Clone) -> None:
    clone.stand_in_for_uv("echo 'no network' >&2; exit 1")
    result = clone.run()
    assert result.returncode == 1
    assert result.stdout == ""
    assert "no network\nsitegen: средата не е готова / .venv is not ready: " in result.stderr
    clone.stand_in_for_uv("exit 0")
    assert clone.run().returncode == 7
    assert len(clone.installed) == 2


@pytest.mark.long
def test_an_interrupted_upgrade_is_made_anew(clone: Clone) -> None:
    clone.run("build")
    (clone.root / ".venv" / "half done").touch()
    clone.stand_in_for_uv("kill -INT $PPID; exec sleep 9")
    assert clone.run("test").returncode == 130
    clone.stand_in_for_uv("exit 0")
    assert clone.run("test").returncode == 0
    assert not (clone.root / ".venv" / "half done").exists()


@pytest.mark.parametrize("damage", ["bin/python", "stamp"])
def test_a_broken_environment_is_made_anew(clone: Clone, damage: str) -> None:
    clone.run()
    (clone.root / ".venv" / damage).unlink()
    assert clone.run().returncode == 7
    assert len(clone.installed) == 2


def test_another_version_of_python_gets_its_own_environment(clone: Clone) -> None:
    clone.run()
    stamp = clone.root / ".venv" / "stamp"
    stamp.write_bytes(b"Python 3.99\n" + stamp.read_bytes().split(b"\n", 1)[1])
    (clone.root / ".venv" / "of the other").touch()
    assert clone.run().returncode == 7
    assert not (clone.root / ".venv" / "of the other").exists()


def test_two_first_runs_at_once_install_once(clone: Clone) -> None:
    clone.stand_in_for_uv("sleep 0.5")
    both = [subprocess.Popen(clone.command(), env=clone.environment(), stdout=subprocess.DEVNULL) for _ in "ab"]
    assert [one.wait() for one in both] == [7, 7]
    assert clone.installed == ["requirements.lock"]


def test_packages_of_another_python_do_not_shadow_ours(clone: Clone, tmp_path: Path) -> None:
    (tmp_path / "sitegen.py").write_text("raise SystemExit('shadowed')", encoding="utf-8")
    result = run(clone.command(), tmp_path, clone.environment(PYTHONPATH=str(tmp_path)))
    assert result.stdout.splitlines()[2] == str(clone.root / "sitegen" / "__init__.py")


def test_a_moved_checkout_still_works(clone: Clone) -> None:
    clone.run()
    clone.root = clone.root.rename(clone.root.parent / "преместен")
    result = clone.run()
    assert result.stderr == ""
    assert result.stdout.splitlines()[2] == str(clone.root / "sitegen" / "__init__.py")


def test_without_uv_and_pip_a_line_names_the_package_to_install(clone: Clone) -> None:
    (clone.tools / "uv").unlink()
    bare = pretending("importlib.util.find_spec = lambda name: None")
    result = run([*bare, "build.py"], clone.root, clone.environment())
    assert result.returncode == 1
    assert result.stderr.splitlines()[-1] == (
        "sitegen: средата не е готова / .venv is not ready: "
        "инсталирайте пакета python3-pip / install the package python3-pip"
    )


def test_a_folder_where_no_environment_can_stand_is_told_in_one_line(clone: Clone) -> None:
    clone.root = clone.root.rename(clone.root.parent / f"при{os.pathsep}мер")
    result = clone.run()
    assert result.returncode == 1
    assert result.stderr.startswith(PREPARING.format(lock="requirements.lock") + "sitegen: средата не е готова")
    assert "Traceback" not in result.stderr


def seconds(command: list[str], environment: dict[str, str], times: int = 10) -> Iterable[float]:
    for _ in range(times):
        start = time.perf_counter()
        subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=False)
        yield time.perf_counter() - start


@pytest.mark.long
def test_a_second_run_costs_less_than_fifty_milliseconds(clone: Clone) -> None:
    clone.run()
    environment = clone.environment()
    program = [str(clone.root / ".venv" / "bin" / "python"), "-P", "-m", "sitegen"]
    assert min(seconds(clone.command(), environment)) - min(seconds(program, environment)) < 0.05


@pytest.mark.long
@pytest.mark.parametrize("installer", ["uv", "pip"])
def test_a_real_environment_is_made_in_an_empty_home(clone: Clone, tmp_path: Path, installer: str) -> None:
    uv = shutil.which("uv")
    (clone.tools / "uv").unlink()
    if installer == "uv":
        if uv is None:
            pytest.skip("uv is not on PATH")
        (clone.tools / "uv").symlink_to(uv)
    shutil.copy(CHECKOUT / "requirements.lock", clone.root)
    clone.write(
        "sitegen/__init__.py",
        "import babel, frontmatter, jinja2, markdown, nh3, PIL, pypdf, yaml\n" + PROGRAM,
    )
    (tmp_path / "home").mkdir()
    result = clone.run("build", HOME=str(tmp_path / "home"))
    assert result.stderr == PREPARING.format(lock="requirements.lock")
    assert result.returncode == 7
