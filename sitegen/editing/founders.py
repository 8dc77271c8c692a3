"""FOUNDERS_QUESTIONS, the one list: what `init` asks, in this order."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from sitegen.editing.founding import LANGUAGES, OWN_THEME
from sitegen.editing.interview import Option
from sitegen.model.colour import brand
from sitegen.model.values import email, phone, site_address
from sitegen.problems import NOTHING, Message, Mistake, message
from sitegen.read.syntax import CONTROL, control_character

Answers = Mapping[str, str]
HOSTINGS = ("generic", "netlify", "apache", "nginx")
NAMES_OF_LANGUAGES = {"bg": "български", "en": "English", "ru": "русский"}


def as_typed(answer: str) -> str:
    """For answers that may say anything."""
    return answer


def nothing(_answers: Answers) -> str:
    """For questions without a default."""
    return ""


def always(_answers: Answers) -> bool:
    """For questions that everybody is asked."""
    return True


@dataclass(frozen=True, kw_only=True)
class FoundersQuestion:
    """A question on a terminal, and the flag that answers it."""

    name: str
    prompt: Message = NOTHING
    """Nothing for what only a flag says."""
    flag: str
    metavar: str = "TEXT"
    about: str
    """Of the flag, in English as all of `--help`."""
    is_required: bool = False
    is_due: Callable[[Answers], bool] = always
    default: Callable[[Answers], str] = nothing
    options: Sequence[Option] = ()
    judge: Callable[[str], str] = as_typed
    """`answer -> answer` in its canonical form; raises Mistake."""

    def read(self, answer: str) -> str:
        """The answer in its canonical form; raises Mistake."""
        if strange := CONTROL.search(answer):
            raise control_character(strange[0])
        answer = " ".join(answer.split())
        return self.judge(answer) if answer else ""


# ── judging ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def languages(answer: str) -> str:
    """Languages in which the example is written, each once."""
    codes = tuple(code.strip().lower() for code in answer.replace(",", " ").split())
    if not set(codes) <= set(LANGUAGES) or len(set(codes)) < len(codes):
        raise Mistake(
            "FLD-03",
            message("'{value}' are not different languages of {known}", value=answer, known=", ".join(LANGUAGES)),
            message("Write them with commas, the default one first: bg, en, ru. Others are added in site.yaml later."),
        )
    return ", ".join(codes)


def address(answer: str) -> str:
    """The address of the site; a host alone is asked for by HTTPS."""
    found = site_address(answer if "://" in answer else f"https://{answer}")
    return found if found.endswith("/") else found + "/"


def phones(answer: str) -> str:
    """Telephones with commas between them."""
    return ", ".join(phone(part.strip()) for part in answer.split(",") if part.strip())


def one_of(*known: str) -> Callable[[str], str]:
    """One of some words."""

    def judge(answer: str) -> str:
        if answer.lower() in known:
            return answer.lower()
        raise Mistake(
            "FLD-03",
            message("'{value}' is none of {known}", value=answer, known=", ".join(known)),
            message("Write one of them as it stands there."),
        )

    return judge


def names(language: str) -> Callable[[Answers], bool]:
    """Whether the site has a language, and so needs its names."""
    return lambda answers: language in answers["languages"].split(", ")


# ── the questions ───────────────────────────────────────────────────────────────────────────────────────────────────

FOUNDERS_QUESTIONS: tuple[FoundersQuestion, ...] = (
    FoundersQuestion(
        name="languages",
        prompt=message("Languages of the site, the default one first"),
        flag="--languages",
        metavar="CODE,…",
        about="languages with commas, the default one first; default: bg, en, ru",
        default=lambda _answers: ", ".join(LANGUAGES),
        judge=languages,
    ),
    *(
        FoundersQuestion(
            name=f"name_{code}",
            prompt=message("Name of the municipality ({language})", language=NAMES_OF_LANGUAGES[code]),
            flag=f"--name-{code}",
            about=f"name of the municipality, in the language {code}",
            is_required=True,
            is_due=names(code),
        )
        for code in LANGUAGES
    ),
    FoundersQuestion(
        name="url",
        prompt=message("Address at which the site will stand"),
        flag="--url",
        metavar="URL",
        about="address of the site: https://proekti.example.bg/",
        is_required=True,
        judge=address,
    ),
    FoundersQuestion(
        name="phone",
        prompt=message("Telephone; several with commas (Enter: none)"),
        flag="--phone",
        metavar="NUMBER,…",
        about="telephones with commas",
        judge=phones,
    ),
    FoundersQuestion(
        name="email",
        prompt=message("Office e-mail (Enter: none)"),
        flag="--email",
        metavar="ADDRESS",
        about="office e-mail",
        judge=email,
    ),
    FoundersQuestion(
        name="address",
        prompt=message("Street and town (Enter: none)"),
        flag="--address",
        about="street and town, in the default language",
    ),
    FoundersQuestion(
        name="theme",
        prompt=message("Theme: as it comes, or with a folder for your own changes"),
        flag="--theme-kind",
        metavar="default|own",
        about=f"`default`, or `{OWN_THEME}`: a folder themes/{OWN_THEME} for changes of the look",
        default=lambda _answers: "default",
        options=(Option("default", "default"), Option(OWN_THEME, OWN_THEME)),
        judge=one_of("default", OWN_THEME),
    ),
    FoundersQuestion(
        name="brand",
        prompt=message("Colour of the municipality, dark (Enter: the usual blue)"),
        flag="--brand",
        metavar="#RRGGBB",
        about="colour of the top of the pages; contrast with white at least 7:1",
        judge=brand,
    ),
    FoundersQuestion(
        name="hosting",
        flag="--host",
        metavar="|".join(HOSTINGS),
        about="which header and redirect files are written; default: generic",
        default=lambda _answers: "generic",
        judge=one_of(*HOSTINGS),
    ),
)
