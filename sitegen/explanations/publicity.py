"""PUB: what European money obliges to tell."""

from __future__ import annotations

from sitegen.explanations.explanation import Example, Explanation
from sitegen.problems import Severity, message

EXPLANATIONS = (
    Explanation(
        code="PUB-01",
        severity=Severity.ERROR,
        what=message("A built page lacks the emblem of the Union, or alters, shrinks or hides it."),
        why=message("A theme that changes the emblem breaks the rules of the Union on every page at once."),
        law=message("Reg. (EU) 2021/1060, Annex IX; Reg. (EU) 821/2014, Art. 4 and Annex II"),
        example=Example(".emblem{height:20px;filter:grayscale(1)}", ".emblem{flex:none}"),
    ),
    Explanation(
        code="PUB-02",
        severity=Severity.ERROR,
        what=message("The words beside the emblem lack the European Union in full, or the sentence of the period."),
        why=message("The support of the Union is told in full words, never by a short form."),
        law=message("Reg. (EU) 2021/1060, Annex IX, 1.2; Reg. (EU) 821/2014, Art. 4(4)"),
        example=Example("Съфинансирано от ЕС", "Съфинансирано от Европейския съюз"),
    ),
    Explanation(
        code="PUB-03",
        severity=Severity.ERROR,
        what=message(
            "The words beside the emblem name a wrong fund or none, or the emblem is not in the first screen."
        ),
        why=message("Visitors see without scrolling that the Union pays, and which of its funds."),
        law=message("Reg. (EU) 821/2014, Art. 4(3); Reg. (EU) 1303/2013, Annex XII, 2.2(1)"),
        example=Example(
            "Европейски съюз\nЕвропейски социален фонд", "Европейски съюз\nЕвропейски фонд за регионално развитие"
        ),
    ),
    Explanation(
        code="PUB-04",
        severity=Severity.WARNING,
        what=message("The project page lacks its aims, results or summary."),
        why=message(
            "The website must describe the operation, its aims and results, and highlight the support of the Union."
        ),
        law=message("Reg. (EU) 2021/1060, Art. 50(1)(a); Reg. (EU) 1303/2013, Annex XII, 2.2(2)(a)"),
        example=Example(
            "---\ntitle: Парк\nprogramme: oprg-2014-2020\ncontract: BG16RFOP001-5.001-0042-C01\npartners: [{org: obshtina, role: beneficiary}]\n---\n",
            "---\ntitle: Парк\nsummary: Нов парк в центъра на града.\nprogramme: oprg-2014-2020\ncontract: BG16RFOP001-5.001-0042-C01\npartners: [{org: obshtina, role: beneficiary}]\ngoals: [{id: g1, text: Повече зеленина}]\nresults: [{id: r1, text: Нов парк}]\n---\n",
            place="whole project",
        ),
    ),
    Explanation(
        code="PUB-07",
        severity=Severity.ERROR,
        what=message(
            "The words beside the emblem are in another typeface or colour, slanted, underlined or with effects."
        ),
        why=message(
            "The rules list the typefaces and forbid the rest, so that the statement looks the same everywhere."
        ),
        law=message("Reg. (EU) 2021/1060, Annex IX, 1.3 and 1.6; Reg. (EU) 821/2014, Art. 4(4)"),
        example=Example(".strip p{font-style:italic}", ".strip{font:16px/1.3 Arial,sans-serif}"),
    ),
    Explanation(
        code="PUB-08",
        severity=Severity.WARNING,
        what=message("A page with documents does not say whose opinion they are."),
        why=message("The handbooks of the programmes ask for a disclaimer with what a project publishes."),
        law=message("the single handbooks for beneficiaries of 2014–2020 and 2021–2027"),
        example=Example("{% block footer %}{% endblock %}", "{{ t('disclaimer') }}"),
    ),
)
