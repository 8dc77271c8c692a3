"""The load test of hosts: what wrk says is read rightly, a failed answer ends all, and the figures find their place."""

from __future__ import annotations

import pytest

from benchmarks.serving import Load, counted, with_section

TOLD = """\
Running 5s test @ http://127.0.0.1:8080/bg/
  1 threads and 32 connections
  Thread Stats   Avg      Stdev     Max   +/- Stdev
    Latency   634.54us  203.11us   5.20ms   91.02%
    Req/Sec    50.23k     2.10k   53.10k    80.00%
  Latency Distribution
     50%  601.00us
     99%    1.25ms
  250123 requests in 5.00s, 1.50GB read
Requests/sec:  50012.34
Transfer/sec:    307.12MB
"""


def test_what_wrk_says_is_read() -> None:
    assert counted(TOLD) == Load(50012.34, "1.25ms")


@pytest.mark.parametrize("wrong", [
    "  Non-2xx or 3xx responses: 250123\n", "  Socket errors: connect 0, read 3, write 0, timeout 0\n",
])  # fmt: skip
def test_answers_that_failed_are_no_figures(wrong: str) -> None:
    with pytest.raises(SystemExit):
        counted(TOLD.replace("Requests/sec", f"{wrong}Requests/sec"))


def test_words_of_another_program_are_no_figures() -> None:
    with pytest.raises(SystemExit):
        counted("unable to connect")


@pytest.mark.parametrize(("page", "made"), [
    ("# H\n\nText.\n", "# H\n\nText.\n\n## What one host bears\n\nNew.\n"),
    ("# H\n\n## What one host bears\n\nOld.\n", "# H\n\n## What one host bears\n\nNew.\n"),
    ("# H\n\n## What one host bears\n\nOld.\n\n## B\n", "# H\n\n## What one host bears\n\nNew.\n\n## B\n"),
])  # fmt: skip
def test_the_figures_take_the_place_of_the_earlier_ones(page: str, made: str) -> None:
    assert with_section(page, "## What one host bears\n\nNew.\n") == made
