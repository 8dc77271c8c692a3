"""accessibility.json: the accessibility statement of site.yaml and its evaluation for machines, in all languages."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date

from sitegen.model.artifact import Task
from sitegen.model.config import Barrier, Statement
from sitegen.model.evaluation import STATEMENT_DATA, Evaluation
from sitegen.model.language import Multilingual
from sitegen.model.site import Site


def tasks(site: Site) -> Iterator[Task]:
    """The file, where site.yaml has a statement."""
    stated = site.config.accessibility
    if stated:
        described = json.dumps(statement_data(site, stated), ensure_ascii=False, indent=1)
        yield Task(path=STATEMENT_DATA, recipe=written, inputs=described, origin="sitegen: accessibility statement")


def written(_workshop: object, text: str) -> bytes:
    """The file."""
    return f"{text}\n".encode()


def statement_data(site: Site, stated: Statement) -> dict[str, object]:
    """The keys of `accessibility` with what they leave to the rest of the settings."""
    languages, contact = site.config.languages, site.config.contact
    authority = site.organisation(stated.authority)
    return {
        "site": site.config.url,
        "owner": {language: site.owner_name(language).text for language in languages},
        "standard": stated.standard,
        "status": stated.status,
        "items": [barrier_data(barrier, languages) for barrier in stated.items],
        "prepared": day(stated.prepared),
        "method": stated.method,
        "assessor": stated.assessor or None,
        "reviewed": day(stated.reviewed),
        "feedback": {
            "email": stated.feedback.email or contact.email or None,
            "phones": list(contact.phones),
            "days": stated.feedback.days,
        },
        "authority": {"name": in_each(authority.name, languages), "website": authority.website or None}
        if authority
        else None,
        "evaluation": evaluation_data(site.config.evaluation),
    }


def barrier_data(barrier: Barrier, languages: tuple[str, ...]) -> Mapping[str, object]:
    """Something that not everybody can use."""
    return {
        "reason": barrier.reason,
        "clause": barrier.clause or None,
        "text": in_each(barrier.text, languages),
        "fix_by": day(barrier.fix_by),
    }


def evaluation_data(evaluation: Evaluation | None) -> Mapping[str, object] | None:
    """What an automatic tool tried and found."""
    if evaluation is None:
        return None
    return {
        "date": day(evaluation.date),
        "tool": evaluation.tool,
        "pages": list(evaluation.pages),
        "rules": list(evaluation.rules),
        "findings": [
            {"page": found.page, "rule": found.rule, "selector": found.selector} for found in evaluation.findings
        ],
    }


def in_each(words: Multilingual, languages: tuple[str, ...]) -> Mapping[str, str]:
    """The text by language."""
    return {language: words.into(language).text for language in languages}


def day(value: date | None) -> str | None:
    """A date of ISO 8601."""
    return value.isoformat() if value else None
