"""Problems as data: messages are filled in and translated, mistakes get places, reports are in order."""

from __future__ import annotations

from sitegen.problems import NOTHING, Correction, Location, Mistake, Problem, Severity, in_order, listed, message

PLACE = Location("content/index.bg.md", 3, 8)


def test_a_message_is_its_english_sentence() -> None:
    assert str(message("'{value}' is not a number", value=12)) == "'12' is not a number"


def test_a_message_is_translated_before_its_values_are_filled_in() -> None:
    told = message("'{value}' is not a number", value="{дванайсет}").translated(lambda _: "„{value}“ не е число")
    assert told == "„{дванайсет}“ не е число"


def test_no_message_is_never_looked_up() -> None:
    assert NOTHING.translated(lambda _: "the header of the catalogue") == ""


def test_a_mistake_becomes_a_problem_at_a_place() -> None:
    mistake = Mistake("FLD-03", message("wrong"), message("right"))
    assert str(mistake) == "wrong"
    assert mistake.at(PLACE) == Problem(PLACE, "FLD-03", message("wrong"), message("right"), Severity.ERROR)
    assert mistake.at(PLACE, Severity.WARNING).severity is Severity.WARNING


def test_a_problem_may_offer_corrections() -> None:
    correction = Correction(PLACE, "С001", "C001")
    problem = Mistake("COD-01", message("wrong")).at(PLACE, Severity.ERROR, (correction,))
    assert problem.corrections == (correction,)
    assert Mistake("COD-01", message("wrong")).at(PLACE).corrections == ()
    assert in_order([problem, problem]) == (problem,)


def test_words_inside_a_message_are_translated_too() -> None:
    found = message("the PDF lacks: {lacks}", lacks=listed((message("a title"), message("tags"))))
    bulgarian = {"the PDF lacks: {lacks}": "липсва: {lacks}", "a title": "заглавие", "tags": "структура"}
    assert str(found) == "the PDF lacks: a title, tags"
    assert found.translated(lambda template: bulgarian.get(template, template)) == "липсва: заглавие, структура"
    assert found == message("the PDF lacks: {lacks}", lacks=listed([message("a title"), message("tags")]))


def test_only_an_error_stops_the_build() -> None:
    grave = {s: Problem(PLACE, "FLD-03", message("wrong"), severity=s).is_error for s in Severity}
    assert grave == {Severity.ERROR: True, Severity.WARNING: False, Severity.INFO: False}


def test_a_place_is_written_as_editors_jump_to_it() -> None:
    assert str(PLACE) == "content/index.bg.md:3:8"
    assert str(Location("content/site.yaml")) == "content/site.yaml:1:1"


def test_problems_come_by_path_line_and_column_each_once() -> None:
    def problem(path: str, line: int, column: int = 1, code: str = "FLD-01") -> Problem:
        return Problem(Location(path, line, column), code, message("wrong"))

    right = (problem("a", 2), problem("a", 10), problem("a", 10, 4), problem("a", 10, 4, "FLD-02"), problem("b", 1))
    assert in_order([*reversed(right), problem("a", 10)]) == right


def test_a_quoted_value_is_cut_where_nobody_would_follow_it() -> None:
    told = str(message("'{value}' is long", value="я" * 10_000))
    assert told.endswith("…' is long")
    assert len(told) < 600
