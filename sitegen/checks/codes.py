"""Codes: numbers of contracts, procedures and companies, in their fields and in the texts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from sitegen.checks.inspection import Inspection
from sitegen.kinds.project import Project
from sitegen.markup.paragraphs import CODE, Paragraph
from sitegen.markup.respelling import Change, in_paragraph, in_value
from sitegen.markup.settings_words import settings_words
from sitegen.model.config import Config
from sitegen.model.funding import Programme
from sitegen.model.page import Funded
from sitegen.model.site import Site
from sitegen.model.source import Source
from sitegen.problems import Correction, Location, Mistake, Problem, message
from sitegen.text.codes import (
    SINCE_2014,
    UNTIL_2013,
    Scheme,
    codes_in,
    is_code,
    procedure_of,
    programme_of,
    repaired,
    spelled,
    strangers,
    tidied,
    untidy,
)
from sitegen.text.identity import is_company
from sitegen.text.strangers import Stranger, told

SCHEME_OF_REGIME: Mapping[str, Scheme] = {
    "2007-2013": UNTIL_2013,
    "2014-2020": SINCE_2014,
    "2021-2027": SINCE_2014,
}
MOST = 100
"""Problems of one file's texts: who has more learns nothing from the rest."""


LIKELY = re.compile(r"[BВБ][GГ]\w{2}")
"""Without this a text has no code."""


def problems(inspection: Inspection) -> Iterator[Problem]:
    """All wrong codes."""
    site = inspection.whole
    for page in inspection.originals:
        if isinstance(page, Funded):
            yield from project_problems(site, page, inspection.source(page))
    for file, pieces in inspection.paragraphs.items():
        yield from islice(text_problems(pieces, site.sources[file]), MOST)


def settings_problems(inspection: Inspection) -> Iterator[Problem]:
    """The numbers of organisations, and codes in the words of the settings."""
    config = inspection.whole.config
    yield from company_problems(config)
    yield from islice(text_problems((piece for _, piece in settings_words(config)), None), MOST)


# ── the fields of a project ─────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class Written:
    """A code as a project's file has it."""

    page: Funded
    source: Source
    field: str
    code: str

    @property
    def at(self) -> Location:
        """Where it stands."""
        return self.page.at(self.field)

    @cached_property
    def spelled(self) -> str:
        """The code without look-alikes, as long as it is written."""
        return spelled(self.code)

    def form(self, scheme: Scheme) -> re.Pattern[str]:
        """How it is made in a period."""
        return scheme.contract if self.field == "contract" else scheme.procedure

    def corrections(self, changes: Iterable[Change]) -> tuple[Correction, ...]:
        """The changes of it in the file."""
        return in_value(self.source, self.at, self.code, changes)


def project_problems(site: Site, page: Funded, source: Source) -> Iterator[Problem]:
    """The codes of a project one by one; if they are right, against each other."""
    procedure_code = page.procedure_code if isinstance(page, Project) else ""
    fields = {"contract": page.contract, "procedure_code": procedure_code}
    codes = [Written(page, source, field, code) for field, code in fields.items() if code]
    found = [problem for code in codes for problem in (*spelling_problems(code), *meaning_problems(site, code))]
    yield from found
    beginning = procedure_of(page.contract)
    if not found and procedure_code and beginning not in ("", procedure_code):
        yield no_beginning(procedure_code, page.contract, beginning).at(page.at("procedure_code"))


def spelling_problems(code: Written) -> Iterator[Problem]:
    """Letters and digits that only look as if they belonged there."""
    found = strangers(code.code)
    if found:
        changes = ((stranger.place, stranger.sign, stranger.right) for stranger in found)
        yield lookalikes(code.code, found).at(code.at, corrections=code.corrections(changes))


def meaning_problems(site: Site, code: Written) -> Iterator[Problem]:
    """A code of another programme, else one that is not made as those of its period are.

    Programmes with codes of another kind, Interreg among them, number their contracts as they like.
    """
    programme = site.programme(code.page.programme)
    scheme = SCHEME_OF_REGIME.get(programme.regime) if programme else None
    if programme is None or scheme is None:
        return
    begins = programme_of(repaired(code.code) or code.spelled)
    if begins and programme.code and begins != programme.code:
        yield of_another(code.code, begins, programme, site.config).at(code.at)
    elif begins or is_code(code.code) or scheme.programme.fullmatch(programme.code):
        yield from form_problems(code, scheme)


def form_problems(code: Written, scheme: Scheme) -> Iterator[Problem]:
    """A code that is not made as those of a period are; №, spaces, letter case and dashes can be put right."""
    form = code.form(scheme)
    if not form.fullmatch(code.spelled):
        is_only_untidy = form.fullmatch(tidied(code.spelled))
        corrections = code.corrections(untidy(code.spelled)) if is_only_untidy else ()
        yield misshapen(code, scheme).at(code.at, corrections=corrections)


# ── complaints ──────────────────────────────────────────────────────────────────────────────────────────────────────


def lookalikes(code: str, found: Sequence[Stranger]) -> Mistake:
    """The complaint about signs that only look right."""
    proposal = repaired(code) or spelled(code)
    return Mistake(
        "COD-01",
        message("in '{code}' {letters}", code=code, letters=told(found)),
        message("Write: {proposal}", proposal=proposal),
    )


def misshapen(code: Written, scheme: Scheme) -> Mistake:
    """The complaint about the form of a code in its field."""
    is_contract = code.field == "contract"
    proposal = repaired(code.code)
    if not is_contract:
        proposal = procedure_of(proposal) or proposal
    example = scheme.example if is_contract else scheme.procedure_example
    return Mistake(
        "COD-02",
        message("'{code}' is not a contract number of this period", code=code.code)
        if is_contract
        else message("'{code}' is not a procedure code of this period", code=code.code),
        message("Write: {proposal}", proposal=proposal)
        if code.form(scheme).fullmatch(proposal)
        else message("Write it like {example}, as the contract has it.", example=example),
    )


def misprinted(code: str, proposal: str) -> Mistake:
    """The complaint about a code in a text with the wrong marks, or with a zero too many."""
    return Mistake(
        "COD-02",
        message("'{code}' is not made as codes of programmes are", code=code),
        message("Write: {proposal}", proposal=proposal),
    )


def of_another(code: str, begins: str, programme: Programme, config: Config) -> Mistake:
    """The complaint about a code of another programme than the project's."""
    other = next((one for one in config.programmes.values() if one.code == begins), None)
    named = programme.name.into(config.editor_language).text
    if other is None:
        return Mistake(
            "COD-03",
            message(
                "'{code}' begins with {begins}; the code of {programme} is {expected}",
                code=code,
                begins=begins,
                programme=named,
                expected=programme.code,
            ),
            message("Compare the number with the contract."),
        )
    return Mistake(
        "COD-03",
        message(
            "'{code}' is a number of {other}, and the project's programme is {programme}",
            code=code,
            other=other.name.into(config.editor_language).text,
            programme=named,
        ),
        message("Compare the number with the contract, or write: programme: {id}", id=other.id),
    )


def no_beginning(code: str, contract: str, proposal: str) -> Mistake:
    """The complaint about a procedure that is not the contract's."""
    return Mistake(
        "COD-03",
        message(
            "the contract number {contract} does not begin with the procedure code '{code}'",
            contract=contract,
            code=code,
        ),
        message("Compare both with the contract; by its number the procedure is {proposal}.", proposal=proposal),
    )


# ── texts ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def text_problems(pieces: Iterable[Paragraph], source: Source | None) -> Iterator[Problem]:
    """Codes in texts with look-alikes in them, or in a form of which the right one is plain."""
    for piece in pieces:
        if piece.kind != CODE and LIKELY.search(piece.text):
            for place, code in codes_in(piece.prose):
                yield from printed_problems(piece, source, place, code)


def printed_problems(piece: Paragraph, source: Source | None, place: int, code: str) -> Iterator[Problem]:
    """One code of a text."""
    found = strangers(code)
    proposal = repaired(code)
    if found:
        changes = ((place + stranger.place, stranger.sign, stranger.right) for stranger in found)
        corrections = in_paragraph(source, piece, changes)
        yield lookalikes(code, found).at(piece.spot(place), corrections=corrections)
    elif proposal not in ("", code):
        yield misprinted(code, proposal).at(piece.spot(place))


# ── companies ───────────────────────────────────────────────────────────────────────────────────────────────────────


def company_problems(config: Config) -> Iterator[Problem]:
    """Numbers of organisations that nobody has."""
    for name, organisation in config.organisations.items():
        if organisation.eik and not is_company(organisation.eik):
            mistake = Mistake(
                "COD-04",
                message("'{number}' is no company number: its check digit does not fit", number=organisation.eik),
                message("Compare it with the register; often two digits have changed places."),
            )
            yield mistake.at(config.at(f"organisations.{name}.eik"))
