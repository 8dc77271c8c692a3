"""Phrases of a made-up municipality, each in Bulgarian, English and Russian, from which the corpus is composed.

A sentence is somebody, then what they do, then where or when; every combination is grammatical in the three languages.
"""

from __future__ import annotations

Phrase = tuple[str, str, str]

WORKS: tuple[Phrase, ...] = (
    ("Обновяване на читалището", "Renovation of the community centre", "Обновление дома культуры"),
    ("Нова детска площадка", "A new playground", "Новая детская площадка"),
    ("Дневен център за възрастни хора", "A day centre for older people", "Дневной центр для пожилых людей"),
    ("Енергийно обновяване на училището", "Energy renovation of the school", "Энергетическое обновление школы"),
    ("Крайречен парк с велоалея", "A riverside park with a cycle path", "Прибрежный парк с велодорожкой"),
    ("Грижа в домашна среда", "Care at home", "Уход на дому"),
    ("Ремонт на градската библиотека", "Repair of the town library", "Ремонт городской библиотеки"),
    ("Кътове за разделно събиране", "Corners for separate collection", "Площадки раздельного сбора отходов"),
    ("Електронни услуги за гражданите", "Electronic services for citizens", "Электронные услуги для граждан"),
    ("Безопасни пътища към училище", "Safe ways to school", "Безопасная дорога в школу"),
    ("Работилница за млади занаятчии", "A workshop for young craftspeople", "Мастерская молодых ремесленников"),
    ("Обновена мрежа за питейна вода", "A renewed drinking water network", "Обновлённая сеть питьевой воды"),
)
TOWNS: tuple[Phrase, ...] = (
    ("Горна Върбица", "Gorna Varbitsa", "Горна-Врыбица"),
    ("Бели Извор", "Beli Izvor", "Бели-Извор"),
    ("Кленово поле", "Klenovo Pole", "Кленово-Поле"),
    ("Стара Чешма", "Stara Cheshma", "Стара-Чешма"),
    ("Лозен дол", "Lozen Dol", "Лозен-Дол"),
    ("Дъбрава", "Dabrava", "Дыбрава"),
    ("Каменец", "Kamenets", "Каменец"),
    ("Ясенова", "Yasenova", "Ясенова"),
    ("Долни мост", "Dolni Most", "Долни-Мост"),
    ("Синя река", "Sinya Reka", "Синя-Река"),
    ("Топола", "Topola", "Топола"),
    ("Равнище", "Ravnishte", "Равниште"),
)
WHO: tuple[Phrase, ...] = (
    ("Екипът на проекта", "The project team", "Команда проекта"),
    ("Общинската администрация", "The municipal administration", "Общинская администрация"),
    ("Избраният изпълнител", "The chosen contractor", "Выбранный подрядчик"),
    ("Строителният надзор", "The construction supervisor", "Строительный надзор"),
    ("Местното училище", "The local school", "Местная школа"),
    ("Градската библиотека", "The town library", "Городская библиотека"),
    ("Социалната служба", "The social service", "Социальная служба"),
    ("Доставчикът на оборудването", "The supplier of the equipment", "Поставщик оборудования"),
    ("Сдружението на родителите", "The association of parents", "Объединение родителей"),
    ("Младежкият съвет", "The youth council", "Молодёжный совет"),
    ("Партньорската организация", "The partner organisation", "Организация-партнёр"),
    ("Кварталният клуб", "The neighbourhood club", "Районный клуб"),
)
DOES: tuple[Phrase, ...] = (
    (
        "ремонтира покрива и сменя старата дограма",
        "repairs the roof and replaces the old windows",
        "ремонтирует крышу и меняет старые окна",
    ),
    (
        "осигурява достъп за хора с увреждания",
        "provides access for people with disabilities",
        "обеспечивает доступ для людей с инвалидностью",
    ),
    (
        "засажда дървета и подрежда зелените площи",
        "plants trees and tidies the green areas",
        "сажает деревья и благоустраивает зелёные зоны",
    ),
    (
        "провежда обучения и събира мнения",
        "holds training courses and collects opinions",
        "проводит обучение и собирает мнения",
    ),
    (
        "подготвя документите за обществената поръчка",
        "prepares the documents for the public procurement",
        "готовит документы для государственной закупки",
    ),
    (
        "приема завършените работи и съставя протокол",
        "accepts the finished works and draws up a record",
        "принимает завершённые работы и составляет протокол",
    ),
    (
        "организира срещи с жителите и отговаря на въпроси",
        "organises meetings with the residents and answers questions",
        "организует встречи с жителями и отвечает на вопросы",
    ),
    (
        "доставя мебели и уреди за новите помещения",
        "delivers furniture and appliances for the new rooms",
        "поставляет мебель и приборы для новых помещений",
    ),
    (
        "следи разходите и изпраща отчети на управляващия орган",
        "monitors the costs and sends reports to the managing authority",
        "следит за расходами и отправляет отчёты управляющему органу",
    ),
    (
        "помага на семействата да ползват услугата",
        "helps families to use the service",
        "помогает семьям пользоваться услугой",
    ),
    (
        "изгражда осветление с нисък разход на енергия",
        "builds lighting with low energy use",
        "строит освещение с низким расходом энергии",
    ),
    (
        "обявява напредъка на страницата на общината",
        "announces the progress on the website of the municipality",
        "сообщает о ходе работ на странице общины",
    ),
    (
        "почиства терена и подновява тротоарите",
        "clears the site and renews the pavements",
        "расчищает участок и обновляет тротуары",
    ),
    (
        "назначава специалисти и подкрепя доброволците",
        "employs specialists and supports the volunteers",
        "нанимает специалистов и поддерживает волонтёров",
    ),
)
WHEN: tuple[Phrase, ...] = (
    ("през първата година от договора", "in the first year of the contract", "в первый год договора"),
    ("в центъра на населеното място", "in the centre of the settlement", "в центре населённого пункта"),
    ("заедно с хората от квартала", "together with the people of the quarter", "вместе с людьми из квартала"),
    ("по предварително обявен график", "by a timetable announced in advance", "по заранее объявленному графику"),
    ("без да прекъсва работата си", "without interrupting its work", "не прерывая своей работы"),
    ("преди началото на учебната година", "before the school year begins", "до начала учебного года"),
    ("след одобрението на плана", "after the plan has been approved", "после утверждения плана"),
    ("в срок и в рамките на бюджета", "on time and within the budget", "в срок и в рамках бюджета"),
    ("по правилата на програмата", "by the rules of the programme", "по правилам программы"),
    ("при всяко време и през почивните дни", "in any weather and at weekends", "в любую погоду и в выходные дни"),
    ("с участието на съседните села", "with the participation of nearby villages", "с участием соседних сёл"),
    ("до края на отчетния период", "by the end of the reporting period", "до конца отчётного периода"),
)
HEADINGS: tuple[Phrase, ...] = (
    ("Защо е нужен проектът", "Why the project is needed", "Зачем нужен проект"),
    ("Какво се прави", "What is being done", "Что делается"),
    ("За кого е", "Who it is for", "Для кого это"),
    ("Напредък на работите", "Progress of the works", "Ход работ"),
    ("Участие на жителите", "How residents take part", "Участие жителей"),
    ("Устойчивост", "Sustainability", "Устойчивость"),
    ("Околна среда", "Environment", "Окружающая среда"),
    ("Какво предстои", "What comes next", "Что впереди"),
)
STRONG: tuple[Phrase, ...] = (
    ("Входът е свободен.", "Admission is free.", "Вход свободный."),
    ("Улицата остава отворена.", "The street remains open.", "Улица остаётся открытой."),
    ("Местата се заемат по реда на заявките.", "Places go by order of request.", "Места даются в порядке заявок."),
)
COLUMNS: tuple[Phrase, ...] = (
    ("Показател", "Indicator", "Показатель"),
    ("Начало", "At the start", "В начале"),
    ("Край", "At the end", "В конце"),
)
COUNTED: tuple[Phrase, ...] = (
    ("Места в залата", "Seats in the hall", "Места в зале"),
    ("Засадени дървета", "Trees planted", "Посаженные деревья"),
    ("Обучени хора", "People trained", "Обученные люди"),
    ("Ремонтирани помещения", "Rooms repaired", "Отремонтированные помещения"),
    ("Нови лампи", "New lamps", "Новые лампы"),
    ("Проведени срещи", "Meetings held", "Проведённые встречи"),
)
AIMS: tuple[Phrase, ...] = (
    (
        "По-добра среда за живот във всички населени места на общината.",
        "A better environment for living in all settlements of the municipality.",
        "Лучшие условия для жизни во всех населённых пунктах общины.",
    ),
    (
        "Равен достъп до услуги за деца, възрастни и хора с увреждания.",
        "Equal access to services for children, older people and people with disabilities.",
        "Равный доступ к услугам для детей, пожилых и людей с инвалидностью.",
    ),
    (
        "По-малко разходи за енергия и по-чист въздух.",
        "Lower energy costs and cleaner air.",
        "Меньше расходов на энергию и более чистый воздух.",
    ),
    (
        "Работа и умения за младите хора, които остават в родния край.",
        "Work and skills for young people who stay in their home region.",
        "Работа и навыки для молодых людей, которые остаются в родном краю.",
    ),
    (
        "Обществени сгради, в които е безопасно и удобно.",
        "Public buildings that are safe and comfortable.",
        "Общественные здания, в которых безопасно и удобно.",
    ),
    (
        "Доверие: всеки вижда за какво са похарчени средствата.",
        "Trust: everybody sees what the money was spent on.",
        "Доверие: каждый видит, на что потрачены средства.",
    ),
)
STEPS: tuple[Phrase, ...] = (
    ("Организация и управление", "Organisation and management", "Организация и управление"),
    ("Проектиране и разрешения", "Design and permits", "Проектирование и разрешения"),
    ("Строителни и ремонтни работи", "Construction and repair works", "Строительные и ремонтные работы"),
    ("Доставка на оборудване", "Delivery of equipment", "Поставка оборудования"),
    ("Обучение на служителите", "Training of the staff", "Обучение сотрудников"),
    ("Информиране на обществеността", "Information of the public", "Информирование общественности"),
)
PEOPLE: tuple[Phrase, ...] = (
    ("Деца и техните семейства", "Children and their families", "Дети и их семьи"),
    ("Хора над 65 години", "People over 65", "Люди старше 65 лет"),
    ("Ученици и учители", "Pupils and teachers", "Ученики и учителя"),
    ("Хора с увреждания", "People with disabilities", "Люди с инвалидностью"),
    ("Малки предприятия", "Small businesses", "Малые предприятия"),
)
UNIT: Phrase = ("броя", "items", "штук")
PARTNERS: dict[str, Phrase] = {
    "polyanka": ("Община Полянка", "Polyanka Municipality", "Община Полянка"),
    "chitalishte": ("Читалище „Зора“", "Zora Community Centre", "Дом культуры «Зора»"),
    "uchilishte": ("Училищно настоятелство „Липа“", "Lipa School Board", "Школьный совет «Липа»"),
    "fondatsia": ("Фондация „Добър ден“", "Good Day Foundation", "Фонд «Добрый день»"),
    "sdruzhenie": ("Сдружение „Река“", "River Association", "Объединение «Река»"),
}
"""The municipality, whose site it is, then the others."""
