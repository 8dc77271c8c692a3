"""Draws the four sample PDF documents of the example site's opening press conference.

They say only what the public text about the project says, and each page is marked „Образец“.

    pip install playwright pypdf
    python tools/sample_documents.py

A Chromium must be on PATH, and one of the typefaces that the EU rules allow beside the emblem must be
installed (Ubuntu drew the committed files; Arial, Verdana or Tahoma will do). Nothing is downloaded.
The files have a title, a language, tags and a text layer, and no author, program name or date.
"""

import io
import math
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import sync_playwright
from pypdf import PdfWriter
from pypdf.generic import BooleanObject, DictionaryObject, NameObject

EVENT = Path(__file__).resolve().parents[1] / "content/projects/kn-deinst/events/opening-press-conference"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@dataclass(frozen=True)
class Sample:
    """One document: a file name, a title and its pages."""

    file: str  # <type>.<lang>.pdf
    title: str  # becomes the PDF's title
    pages: tuple[str, ...]  # HTML of each page, without header and footer
    landscape: bool = False


PROJECT = (
    "„Подобряване на социалната инфраструктура в Община Кюстендил – гарант за устойчив модел за деинституционализация“"
)

FACTS = """
<table class="facts">
<caption>Проектът накратко</caption>
<tr><th scope="row">Бенефициент</th><td>Община Кюстендил</td></tr>
<tr><th scope="row">Програма</th><td>Оперативна програма „Региони в растеж“ 2014–2020</td></tr>
<tr><th scope="row">Процедура</th><td>„Подкрепа за деинституционализация на грижите за деца“</td></tr>
<tr><th scope="row">Договор №</th><td>BG16RFOP001-5.001-0042-C01</td></tr>
<tr><th scope="row">Срок</th><td>9 януари 2018&nbsp;г. – 9 януари 2020&nbsp;г. (24 месеца)</td></tr>
<tr><th scope="row">Обща стойност</th><td>515&nbsp;000,00&nbsp;лв.</td></tr>
</table>
"""

GOAL = """
<p>Подходяща и ефективна социална инфраструктура, чрез която нов вид резидентни и съпътстващи
услуги в общността заменят институционалната грижа за деца и младежи.</p>
"""

ACTIVITIES = """
<ol>
<li>Организация и управление на проекта.</li>
<li>Публичност и визуализация на проекта: 2 пресконференции, 3 церемонии „Първа копка“,
3 временни и 3 постоянни табели, 1000 брошури.</li>
<li>Инженеринг: проектиране, авторски надзор и строително-монтажни работи.</li>
<li>Строителен надзор и въвеждане на обектите в експлоатация.</li>
<li>Доставка и монтаж на оборудване и обзавеждане за трите обекта.</li>
</ol>
"""

RESULTS = """
<table>
<caption>Очаквани резултати</caption>
<thead>
<tr><th scope="col">Услуга</th><th scope="col">Капацитет</th></tr>
</thead>
<tbody>
<tr><th scope="row">Дневен център за деца с увреждания, с дейности на център за социална
рехабилитация и интеграция</th><td>от 24 на 30 места</td></tr>
<tr><th scope="row">Консултации за деца и техните семейства</th><td>60 места</td></tr>
<tr><th scope="row">Преходно жилище за деца от 15 до 18 години</th><td>8 места</td></tr>
<tr><th scope="row">Наблюдавано жилище за младежи от 18 до 21 години</th><td>6 места</td></tr>
</tbody>
</table>
<p>Проектът включва и 24 души, мотивирани за социална работа с целевата група.</p>
"""

CONTACT = """
<h2>Контакти</h2>
<p>Общинска администрация Кюстендил<br>гр. Кюстендил, пл. „Велбъжд“ №&nbsp;1<br>
тел. 078 55 11 66, 078 55 10 04</p>
"""

UNKNOWN = """
<p class="unknown">Датата, часът, мястото и участниците не са посочени в публичния текст за проекта
и затова липсват в образеца.</p>
"""

AGENDA = f"""
<h1>Дневен ред</h1>
<p class="lead">Стартова пресконференция по проект {PROJECT}</p>
<ol class="points">
<li><strong>Представяне на проекта</strong><br>
Бенефициент, програма, срок и стойност.</li>
<li><strong>Цели на проекта</strong><br>
Услуги в общността вместо институционална грижа за деца и младежи.</li>
<li><strong>Дейности</strong><br>
Управление, публичност, инженеринг, строителен надзор, оборудване и обзавеждане.</li>
<li><strong>Очаквани резултати</strong><br>
Дневен център за деца с увреждания, Преходно жилище, Наблюдавано жилище.</li>
</ol>
{UNKNOWN}
"""

INVITATION = f"""
<h1>Покана за стартова пресконференция</h1>
<p class="lead">Община Кюстендил кани медиите и жителите на общината на представянето на проект
{PROJECT}.</p>
<p>Ще бъдат представени целите, дейностите и очакваните резултати на проекта: Дневен център за деца
с увреждания с разширена дейност, Преходно жилище за деца от 15 до 18 години и Наблюдавано жилище
за младежи от 18 до 21 години.</p>
{UNKNOWN}
{CONTACT}
"""

MEDIA_FACTS = f"""
<h1>Информация до медиите</h1>
<p class="lead">Община Кюстендил започва изпълнението на проект {PROJECT}.</p>
{FACTS}
<h2>Обща цел</h2>
{GOAL}
<h2>Дейности</h2>
{ACTIVITIES}
"""

MEDIA_RESULTS = f"""
<h2>За кого е проектът</h2>
<p>Основната целева група са децата и младежите в риск. Новите, ремонтираните и разширените услуги
ще дадат на тях и на семействата им повече възможности за подкрепа в общността.</p>
<h2>Какво ще има</h2>
{RESULTS}
{CONTACT}
"""

SLIDE_PROJECT = f"""
<h1>{PROJECT}</h1>
<p class="lead">Стартова пресконференция</p>
{FACTS}
"""

SLIDE_RESULTS = f"""
<h2>Каква е целта</h2>
{GOAL}
<h2>Какво ще има</h2>
{RESULTS}
"""

SAMPLES = (
    Sample("agenda.bg.pdf", "Дневен ред на стартовата пресконференция (образец)", (AGENDA,)),
    Sample("invitation.bg.pdf", "Покана за стартовата пресконференция (образец)", (INVITATION,)),
    Sample("media-info.bg.pdf", "Информация до медиите (образец)", (MEDIA_FACTS, MEDIA_RESULTS)),
    Sample(
        "presentation.bg.pdf",
        "Презентация за стартовата пресконференция (образец)",
        (SLIDE_PROJECT, SLIDE_RESULTS),
        landscape=True,
    ),
)

STYLE = """
@page { size: A4 SHAPE; margin: 14mm 16mm; }
* { box-sizing: border-box; }
body { margin: 0; font: 11pt/1.45 Ubuntu, Arial, Verdana, Tahoma, sans-serif; color: #000; }
section { display: flex; flex-direction: column; height: HEIGHT; }
section + section { break-before: page; }
header { display: flex; align-items: center; gap: 4mm; padding-bottom: 4mm; border-bottom: 0.4mm solid #039; }
header svg { width: 24mm; height: 16mm; flex: none; }
header p { margin: 0; color: #039; }
header .sample { margin-left: auto; padding: 1mm 4mm; border: 0.6mm solid #000; color: #000;
  font-weight: bold; font-size: 14pt; }
main { flex: 1; }
footer { padding-top: 3mm; border-top: 0.4mm solid #039; font-size: 8.5pt; }
footer p { margin: 0 0 1mm; }
h1 { margin: 7mm 0 4mm; font-size: 20pt; line-height: 1.2; color: #039; }
h2 { margin: 5mm 0 2mm; font-size: 13pt; color: #039; }
p, ol { margin: 0 0 3mm; }
li { margin-bottom: 1.5mm; }
.points li { margin-bottom: 4mm; }
.lead { font-size: 13pt; }
.unknown { padding: 2mm 4mm; border-left: 1mm solid #039; }
table { width: 100%; margin-bottom: 3mm; border-collapse: collapse; }
caption { padding-bottom: 1.5mm; font-weight: bold; text-align: left; }
th, td { padding: 1.5mm 2mm; border: 0.2mm solid #666; text-align: left; vertical-align: top; }
th[scope=row] { width: 75%; font-weight: normal; }
.facts th[scope=row] { width: 30%; }
.slide { font-size: 14pt; }
.slide .lead { font-size: 17pt; }
.slide h2 { font-size: 17pt; }
"""

HEADER = """
<header>EMBLEM<p>ЕВРОПЕЙСКИ СЪЮЗ<br>Европейски фонд за регионално развитие</p>
<p class="sample">Образец</p></header>
"""

FOOTER = """
<footer>
<p>Проектът се финансира по Оперативна програма „Региони в растеж“ 2014–2020, съфинансирана от
Европейския съюз чрез Европейския фонд за регионално развитие.</p>
<p>Образец, съставен за примерен сайт по публичния текст за проекта. Не е документ на Община Кюстендил.</p>
</footer>
"""


def main() -> None:
    """Writes the documents beside the event."""
    for sample, raw in zip(SAMPLES, printed(SAMPLES), strict=True):
        target = EVENT / sample.file
        target.write_bytes(cleaned(raw, sample.title))
        print(f"{target.name}: {target.stat().st_size} bytes")


def printed(samples: tuple[Sample, ...]) -> Iterator[bytes]:
    """The samples as Chromium prints them."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path(), args=FLAGS)
        page = browser.new_page()
        for sample in samples:
            page.set_content(html(sample))
            yield page.pdf(prefer_css_page_size=True, print_background=True, tagged=True)
        browser.close()


def browser_path() -> str:
    """The first Chromium on PATH."""
    for name in BROWSERS:
        if path := shutil.which(name):
            return path
    raise SystemExit(f"No Chromium on PATH; looked for {', '.join(BROWSERS)}")


def html(sample: Sample) -> str:
    """The whole HTML document of a sample."""
    shape, height = ("landscape", "180mm") if sample.landscape else ("portrait", "267mm")
    style = STYLE.replace("SHAPE", shape).replace("HEIGHT", height)
    header = HEADER.replace("EMBLEM", emblem())
    kind = "slide" if sample.landscape else "sheet"
    sections = "".join(
        f'<section>{header}<main class="{kind}">{page}</main>{FOOTER}</section>' for page in sample.pages
    )
    return (
        '<!doctype html><html lang="bg"><head><meta charset="utf-8">'
        f"<title>{sample.title}</title><style>{style}</style></head><body>{sections}</body></html>"
    )


def emblem() -> str:
    """The EU emblem: 3 to 2, twelve upright stars on a circle of a third of the height."""
    stars = "".join(star(hour * math.pi / 6) for hour in range(12))
    return (
        '<svg viewBox="0 0 270 180" role="img" aria-label="Емблема на Европейския съюз">'
        f'<path fill="#039" d="M0 0h270v180H0z"/><path fill="#fc0" d="{stars}"/></svg>'
    )


def star(angle: float) -> str:
    """The path of one star, its centre at this angle clockwise from twelve o'clock."""
    x, y = 135 + 60 * math.sin(angle), 90 - 60 * math.cos(angle)
    points = []
    for vertex in range(10):
        radius = 10 if vertex % 2 == 0 else 10 * (3 - math.sqrt(5)) / 2
        turn = vertex * math.pi / 5
        points.append(f"{x + radius * math.sin(turn):.2f} {y - radius * math.cos(turn):.2f}")
    return f"M{'L'.join(points)}z"


def cleaned(raw: bytes, title: str) -> bytes:
    """The same tagged document whose only metadata is its title."""
    writer = PdfWriter(clone_from=io.BytesIO(raw))
    writer.metadata = {"/Title": title}
    preferences = DictionaryObject({NameObject("/DisplayDocTitle"): BooleanObject(True)})
    writer.root_object[NameObject("/ViewerPreferences")] = preferences
    writer.compress_identical_objects()
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


if __name__ == "__main__":
    main()
