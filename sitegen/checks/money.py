"""Money: the parts of the funding are in the contract's currency and make up its total (`content-format.md` 4)."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.checks.inspection import Inspection
from sitegen.model.money import Money, canonical
from sitegen.model.page import Funded
from sitegen.problems import Mistake, Problem, message


def problems(inspection: Inspection) -> Iterator[Problem]:
    """Amounts that contradict one another."""
    for page in inspection.originals:
        if isinstance(page, Funded) and page.funding and page.funding.parts:
            yield from funding_problems(page, dict(page.funding.parts))


def funding_problems(page: Funded, parts: dict[str, Money]) -> Iterator[Problem]:
    """Parts in several currencies, else parts that are not the total."""
    first = page.total_value or next(iter(parts.values()))
    strange = [name for name, money in parts.items() if money.currency != first.currency]
    for name in strange:
        mistake = Mistake(
            "MON-04",
            message("'{part}' is in another currency than the rest", part=canonical(parts[name])),
            message("Write all amounts in the currency of the contract: {currency}.", currency=first.currency),
        )
        yield mistake.at(page.at(f"funding.{name}"))
    if page.total_value and not strange:
        yield from sum_problems(page, page.total_value, parts)


def sum_problems(page: Funded, total: Money, parts: dict[str, Money]) -> Iterator[Problem]:
    """Parts that add up to another amount than the total."""
    whole = Money(sum(money.minor for money in parts.values()), total.currency)
    if whole != total:
        mistake = Mistake(
            "MON-01",
            message("the parts add up to {sum}, the total is {total}", sum=canonical(whole), total=canonical(total)),
            message("Compare the amounts with the contract."),
        )
        yield mistake.at(page.at("funding"))
