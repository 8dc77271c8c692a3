"""Link texts: each says where its link leads, also to those who hear it without the words around it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from sitegen.checks.inspection import Inspection
from sitegen.model.page import Page
from sitegen.problems import Location, Mistake, Problem, Severity, message

VAGUE: Mapping[str, tuple[str, ...]] = {
    "bg": (
        "тук", "оттук", "ето тук", "натиснете", "натисни", "натиснете тук", "натисни тук", "кликнете", "кликни",
        "кликнете тук", "кликни тук", "цъкнете тук", "щракнете тук", "виж", "вижте", "виж тук", "вижте тук", "виж още",
        "вижте още", "виж повече", "вижте повече", "още", "повече", "още информация", "повече информация",
        "за повече информация", "за още информация", "подробности", "повече подробности", "подробно", "детайли",
        "прочети", "прочетете", "прочети още", "прочетете още", "прочети повече", "прочетете повече", "прочетете тук",
        "научи повече", "научете повече", "научете още", "разберете повече", "към страницата", "към сайта", "линк",
        "линка", "връзка", "този линк", "този адрес", "тази връзка", "на този линк", "на този адрес", "на тази връзка",
        "на следния линк", "следния линк", "следния адрес", "на следния адрес", "тази страница", "страница", "сайт",
        "изтегли", "изтеглете", "изтегли тук", "изтеглете тук", "свали", "свалете", "свалете тук", "отвори", "отворете",
        "файл", "файла", "документ", "документа", "напред", "продължи", "продължете",
    ),
    "en": (
        "here", "over here", "click", "click here", "press here", "tap here", "see", "see here", "see more", "view",
        "view more", "more", "more here", "more info", "more information", "more details", "for more information",
        "details", "info", "information", "read", "read here", "read more", "read more here", "read on", "learn more",
        "find out more", "continue", "continue reading", "go", "go here", "this", "link", "this link", "the link",
        "page", "this page", "site", "website", "this site", "this website", "download", "download here", "open",
        "file", "this file", "document", "this document", "next",
    ),
    "ru": (
        "здесь", "тут", "сюда", "вот здесь", "нажмите", "нажмите здесь", "нажмите сюда", "кликните", "кликните здесь",
        "щелкните здесь", "смотри", "смотрите", "смотреть", "смотрите здесь", "еще", "больше", "больше информации",
        "дополнительная информация", "подробно", "подробнее", "подробнее здесь", "подробности", "детали", "читать",
        "читать далее", "читать дальше", "читать еще", "читать подробнее", "читать полностью", "читайте далее",
        "читайте здесь", "прочитать", "прочитайте", "узнать больше", "узнать подробнее", "узнайте больше", "далее",
        "дальше", "перейти", "перейти на сайт", "ссылка", "ссылке", "по ссылке", "эта ссылка", "этой ссылке",
        "по этой ссылке", "по этому адресу", "по следующей ссылке", "страница", "эта страница", "на этой странице",
        "сайт", "скачать", "скачать здесь", "скачайте", "открыть", "файл", "документ", "продолжить",
    ),
}  # fmt: skip
"""Texts of links that say nothing, by language: in small letters, without marks, е for ё."""
ALL_VAGUE = frozenset(text for texts in VAGUE.values() for text in texts)
MARKS = re.compile(r"[\W_]+")


def problems(inspection: Inspection) -> Iterator[Problem]:
    """Links whose text says nothing, or that have none."""
    for page in inspection.sources:
        if page.body.links:
            yield from text_problems(page)


def text_problems(page: Page) -> Iterator[Problem]:
    """The same of one page; a link in a heading is shown as plain words and has no text."""
    for number, text in page.body.link_texts.items():
        link = page.body.links[number]
        place = Location(page.file, link.line, link.column)
        if not text:
            yield no_text(link.target).at(place)
        elif is_vague(text):
            yield vague(text, link.target).at(place, Severity.WARNING)


def is_vague(text: str) -> bool:
    """Whether the whole text of a link is an invitation, an arrow, or the word for a link."""
    words = MARKS.sub(" ", text.lower().replace("ё", "е")).strip()
    return not words or words in ALL_VAGUE


def no_text(target: str) -> Mistake:
    """The complaint about a link that nobody sees or hears."""
    return Mistake(
        "LNK-10",
        message("the link to '{target}' has no text", target=target),
        message(
            "Write in the brackets where it leads; of a picture in them, what it shows: [Text]({target})", target=target
        ),
    )


def vague(text: str, target: str) -> Mistake:
    """The remark about a link that does not say where it leads."""
    return Mistake(
        "LNK-02",
        message("the text '{text}' does not say where the link leads", text=text),
        message("Name what is found there: [Agenda of the conference]({target})", target=target),
    )
