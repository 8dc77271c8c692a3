"""Single values: what is read, what is refused, and the advice that comes with it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.model import values
from sitegen.model.readers import Leaf
from sitegen.model.values import LANGUAGE, PROSE, e164
from sitegen.problems import Mistake
from sitegen.text.slugs import is_slug
from tests.model.small import desk, raw, told

RIGHT: list[tuple[str, str, Any]] = [
    ("TEXT", "036", "036"),
    ("WHOLE", "24", 24),
    ("WHOLE", "1 000", 1000),
    ("WHOLE", "1\u00a0000\u202f000", 1_000_000),
    ("WHOLE", "036", 36),
    ("NUMBER", "12,5", Decimal("12.5")),
    ("NUMBER", "12.5", Decimal("12.5")),
    ("NUMBER", "-1 000", Decimal(-1000)),
    ("YES_OR_NO", "yes", True),
    ("YES_OR_NO", "Да", True),
    ("YES_OR_NO", "on", True),
    ("YES_OR_NO", "no", False),
    ("YES_OR_NO", "НЕ", False),
    ("YES_OR_NO", "false", False),
    ("SLUG", "kn-deinst", "kn-deinst"),
    ("ALIAS", "/bg/stara/", "/bg/stara/"),
    ("ALIAS", "/index.php", "/index.php"),
    ("ID", "a1", "a1"),
    ("ID", "Goal_2-b", "Goal_2-b"),
    ("URL", "https://example.bg", "https://example.bg"),
    ("URL", "http://example.bg/a?b=c#d", "http://example.bg/a?b=c#d"),
    ("MAIL", "office@example.bg", "office@example.bg"),
    ("TELEPHONE", "078 55  11 66", "078 55 11 66"),
    ("TELEPHONE", "+359 (78) 55-11/66", "+359 (78) 55-11/66"),
    ("CLOCK", "9:05", "09:05"),
    ("CLOCK", "10.30 ч.", "10:30"),
    ("CLOCK", "23:59", "23:59"),
    ("COMPANY", "000261517", "000261517"),
    ("COMPANY", "1234567890123", "1234567890123"),
    ("FILE", "plan.bg.pdf", "plan.bg.pdf"),
    ("FILE", "./gallery/01.jpg", "gallery/01.jpg"),
    ("FILE", "../shared/logo.png", "../shared/logo.png"),
]

WRONG: list[tuple[str, str, str, str, str]] = [
    (
        name,
        text,
        "FLD-03",
        f"'{text}' {complaint}",
        advice,
    )
    for name, complaint, advice, texts in (
        (
            "WHOLE",
            "is not a whole number",
            "Write digits only, like 24 or 1 000.",
            ["12,5", "-1", "двайсет", "²", "1" * 16],
        ),
        ("NUMBER", "is not a number", "Write it like 24 or 12,5.", ["1.000,5", "12,", "~12", "٣", "1e3"]),
        ("YES_OR_NO", "is neither yes nor no", "Write yes or no.", ["maybe", "1"]),
        (
            "URL",
            "is not a web address",
            "Write it whole: https://example.bg/",
            ["example.bg", "ftp://example.bg", "https://", "https://a b.bg", 'https://a.bg/"'],
        ),
        (
            "MAIL",
            "is not an e-mail address",
            "Write it like office@example.bg.",
            ["office", "office@example", "a b@c.bg", "a@b@c.bg"],
        ),
        (
            "TELEPHONE",
            "is not a telephone number",
            "Write it like 078 55 11 66 or +359 78 551166.",
            ["1234", "078 55 11 66 вътр. 2", "1" * 16, "-----"],
        ),
        ("CLOCK", "is not a time of day", "Write it like 10:30.", ["24:00", "10:60", "10", "1030"]),
        ("COMPANY", "is not a company number", "Write its 9 or 13 digits.", ["00026151", "BG000261517", "٠٠٠٢٦١٥١٧"]),
    )
    for text in texts
] + [
    (
        "SLUG",
        "Зелен парк",
        "ADR-03",
        "'Зелен парк' cannot stand in an address: only a-z, 0-9 and - can, up to 80 characters",
        "Write: zelen-park",
    ),
    (
        "SLUG",
        "…",
        "ADR-03",
        "'…' cannot stand in an address: only a-z, 0-9 and - can, up to 80 characters",
        "Write: page",
    ),
    ("ID", "Цел 1", "FLD-03", "'Цел 1' cannot be an id", "Write: tsel-1"),
    ("ID", "…", "FLD-03", "'…' cannot be an id", "Write: a1"),
    *(
        (
            "ALIAS",
            text,
            "ADR-09",
            f"'{text}' is not an address of this site",
            "Write the old address from the site's root: /bg/stara-stranitsa/",
        )
        for text in ("stara", "/", "//", "/a/../b", "/a b", "/a?b", "/a#b", "/a\\b", "https://a.bg/")
    ),
    *(
        (
            "FILE",
            text,
            "LNK-06",
            f"'{text}' is not a path beside the page",
            "Write the path from the page's folder: plan.bg.pdf",
        )
        for text in ("/plan.pdf", "a\\plan.pdf", "C:/plan.pdf")
    ),
]


def leaf(name: str) -> Leaf:
    found = getattr(values, name)
    assert isinstance(found, Leaf)
    return found


@pytest.mark.parametrize(("name", "text", "value"), RIGHT)
def test_read(name: str, text: str, value: Any) -> None:
    assert leaf(name).make(text) == value


@pytest.mark.parametrize(("name", "text", "code", "complaint", "advice"), WRONG)
def test_refused(name: str, text: str, code: str, complaint: str, advice: str) -> None:
    where = desk()
    assert where.read(leaf(name), raw(f"'{text}'"), "v") is None
    assert told(where.problems) == [f"1:4 {code} {complaint} → {advice}"]


@given(st.text())
def test_a_proposed_slug_is_a_slug(text: str) -> None:
    where = desk()
    made = where.attempt(lambda _: values.slug(text), raw("a"))
    proposal = dict(where.problems[0].hint.values)["proposal"] if where.problems else made
    assert is_slug(str(proposal))


@pytest.mark.parametrize(("written", "dialled"), [
    ("078 55 11 66", "+35978551166"),
    ("+359 78 55-11-66", "+35978551166"),
    ("00359 78 551166", "+35978551166"),
    ("+44 20 7946 0018", "+442079460018"),
    ("+359 (0)78 55 11 66", "+35978551166"),
])  # fmt: skip
def test_a_telephone_dials_from_abroad(written: str, dialled: str) -> None:
    assert e164(written) == dialled


def test_a_language_is_one_of_the_site() -> None:
    where = desk()
    assert where.read(LANGUAGE, raw("ru"), "v") == "ru"
    assert where.read(LANGUAGE, raw("de"), "v") is None
    assert told(where.problems) == [
        "1:4 ADR-05 'de' is not a language of the site → The languages are bg, en, ru; site.yaml lists them."
    ]


def test_every_reader_says_what_it_expects() -> None:
    readers = [found for name, found in vars(values).items() if name.isupper() and hasattr(found, "expects")]
    assert {PROSE, LANGUAGE} < set(readers)
    assert all(reader.expects for reader in readers)


@pytest.mark.parametrize("text", ["1,234", "515.000"])
def test_a_number_with_two_readings_is_refused(text: str) -> None:
    where = desk()
    assert where.read(leaf("NUMBER"), raw(f"'{text}'"), "v") is None
    assert "can be read in two ways" in told(where.problems)[0]


def test_degrees_may_have_three_decimals() -> None:
    assert str(desk().read(leaf("DEGREES"), raw("'42,283'"), "v")) == "42.283"


@pytest.mark.parametrize(
    "text", ["https://x.example", "https://x.example/eu/", "http://община.бг", "http://127.0.0.1:8000/a/b"]
)
def test_a_site_address_may_have_a_path(text: str) -> None:
    assert desk().read(leaf("SITE"), raw(f"'{text}'"), "v") == text


@pytest.mark.parametrize("text", ["https://x.example/?a", "https://u:p@x.example", "https://x.example//", "x.example"])
def test_what_is_no_site_address_is_refused(text: str) -> None:
    where = desk()
    assert where.read(leaf("SITE"), raw(f"'{text}'"), "v") is None
    assert told(where.problems)[0].startswith("1:4 FLD-03")


@pytest.mark.parametrize("text", ["security@obshtina.bg", "https://obshtina.bg/doklad"])
def test_a_weakness_is_reported_by_mail_or_on_a_page(text: str) -> None:
    assert values.report(text) == text


def test_neither_mail_nor_page() -> None:
    with pytest.raises(Mistake):
        values.report("позвънете")
