"""What programs say, and the complaint that comes of it."""

from __future__ import annotations

import sys

import pytest

from sitegen.publish.programs import Ended, complaint, last_words, run


@pytest.mark.parametrize(("said", "code"), [
    ("ssh: Could not resolve hostname nowhere.example: Name or service not known", "NET-01"),
    ("ssh: connect to host 127.0.0.1 port 1: Connection refused", "NET-01"),
    ("fatal: '/x/nowhere.git' does not appear to be a git repository", "NET-01"),
    ("Host key verification failed.", "NET-02"),
    ("No ED25519 host key is known for [127.0.0.1]:22 and you have requested strict checking.", "NET-02"),
    ("fatal: unable to access 'https://x/': SSL certificate problem: self-signed certificate", "NET-02"),
    ("editor@127.0.0.1: Permission denied (publickey).", "NET-03"),
    ("fatal: could not read Username for 'https://github.com': terminal prompts disabled", "NET-03"),
    ("client_loop: send disconnect: Broken pipe", "NET-04"),
    ("rsync: connection unexpectedly closed (667 bytes received so far) [sender]", "NET-04"),
    ("fatal: the remote end hung up unexpectedly", "NET-04"),
    ('rsync: [receiver] write failed on "/x": No space left on device (28)', "NET-05"),
    ("remote: fatal: write error: Disk quota exceeded", "NET-05"),
    ('rsync: [generator] recv_generator: mkdir "/x" failed: Permission denied (13)', "NET-06"),
    ("mkdir: cannot create directory '/x': Read-only file system", "NET-06"),
    (" ! [remote rejected] gh-pages -> gh-pages (pre-receive hook declined)", "NET-06"),
    ("bash: line 1: rsync: command not found", "NET-09"),
    ("something that nobody has seen before", "NET-10"),
])  # fmt: skip
def test_what_a_program_says_becomes_advice(said: str, code: str) -> None:
    assert complaint(Ended(program="x", status=1, said=said), "web", "host").code == code


def test_silence_is_understood_by_the_status() -> None:
    codes = {(program, status): complaint(Ended(program=program, status=status, said=""), "web", "host").code
             for program, status in (("ssh", 255), ("rsync", 12), ("rsync", 11), ("git", 1), ("ssh", -9))}  # fmt: skip
    assert codes == {
        ("ssh", 255): "NET-04",
        ("rsync", 12): "NET-04",
        ("rsync", 11): "NET-05",
        ("git", 1): "NET-10",
        ("ssh", -9): "NET-04",
    }


def test_only_the_end_of_what_a_program_says_is_quoted() -> None:
    assert last_words("@@@@@\n\n one \ntwo\n") == "one / two"
    assert len(last_words("x" * 5000)) == 300


def test_a_program_is_fed_and_heard_line_by_line() -> None:
    lines: list[str] = []
    code = "import sys; print(sys.stdin.read().upper(), end=''); print(__import__('os').environ['LC_ALL'])"
    out = run([sys.executable, "-c", code], given=b"a\nb\n", line=lines.append)
    assert out.split() == [b"A", b"B", b"C"]
    assert lines == ["A", "B", "C"]


def test_a_program_that_fails_is_told_with_its_words() -> None:
    with pytest.raises(Ended) as told:
        run([sys.executable, "-c", "import sys; print('no room', file=sys.stderr); sys.exit(5)"])
    assert (told.value.status, told.value.said.strip()) == (5, "no room")
