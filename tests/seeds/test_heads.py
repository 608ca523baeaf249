"""What stands at the head of a text capture: the headline, the name, the job, and what belongs to the page."""

from __future__ import annotations

import pytest

from nutgraf.seeds import Reading, read_capture

TEXTS = {
    "en": (
        "The minister left the harbour on Monday without a word to the crowd that had waited since noon.\n\n"
        "“There is nothing to add,” said a spokesman, who would not say whether another meeting had been planned.\n\n"
        "Fishermen on the quay had hoped for a longer season, and for an answer to the letter they sent in autumn."
    ),
    "de": (
        "Der Minister verließ den Hafen am Montag ohne ein Wort an die Menge, die seit dem Mittag im Regen stand.\n\n"
        "„Dem ist nichts hinzuzufügen“, sagte ein Sprecher, der kein weiteres Treffen ankündigen wollte am Abend.\n\n"
        "Die Fischer am Kai hatten auf eine längere Saison gehofft und auf eine Antwort auf ihren Brief vom Herbst."
    ),
    "hi": (
        "मंत्री सोमवार को बंदरगाह से बिना कुछ कहे चले गए, जबकि लोग दोपहर से बारिश में उनका इंतज़ार कर रहे थे।\n\n"
        "प्रवक्ता ने कहा कि इसमें जोड़ने के लिए कुछ नहीं है और अगली बैठक की तारीख अभी तय नहीं की गई है।\n\n"
        "मछुआरों को लंबे मौसम की उम्मीद थी और पिछले शरद में भेजी गई चिट्ठी के जवाब का भी इंतज़ार था।"
    ),
    "ar": (
        "غادر الوزير الميناء يوم الاثنين من دون أن يقول كلمة للحشد الذي انتظر تحت المطر منذ الظهيرة.\n\n"
        "وقال متحدث باسم الوزارة إنه لا يوجد ما يضاف، ولم يذكر ما إذا كان هناك اجتماع آخر قريب.\n\n"
        "وكان الصيادون على الرصيف يأملون في موسم أطول وفي رد على الرسالة التي أرسلوها في الخريف."
    ),
    "zh": (
        "部长周一离开港口时没有对从中午起就在雨中等候的人群说一句话，随后乘车返回首都。\n\n"
        "发言人表示没有什么可以补充的，也没有说明是否已经安排了下一次会议，记者追问后他离开了。\n\n"
        "码头上的渔民原本希望捕鱼季节能延长，并希望得到对他们去年秋天所寄信件的答复，但没有等到。"
    ),
    "ru": (
        "Министр покинул порт в понедельник, не сказав ни слова толпе, которая ждала под дождём с полудня.\n\n"
        "«Добавить нечего», — сказал представитель ведомства и не ответил, назначена ли новая встреча.\n\n"
        "Рыбаки на причале надеялись на более долгий сезон и на ответ на письмо, отправленное осенью."
    ),
}


def read(head: str, language: str = "en", foot: str = "") -> Reading:
    return read_capture(f"{head}\n\n{TEXTS[language]}\n{foot}", ".txt")


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("Talks stall", "Talks stall"),
        ("Talks stall\n\nJo Reporter", "Talks stall"),
        ("Talks Stall\n\nJo Reporter\n5 January 2026", "Talks Stall"),
        ("Talks stall\n\nBy Jo Reporter\nPolitical correspondent\n5 January 2026", "Talks stall"),
        ("Talks stall\n\nMinisters leave the harbour without a deal on fishing rights", "Talks stall"),
        ("Nothing doing\n\n5 January 2026, 10:14", "Nothing doing"),
        ("What now?\n\nJo Reporter", "What now?"),
        ("Post Office Closes\n\nBy Jo Reporter", "Post Office Closes"),
        ("Politics is broken\n\nBy Jo Reporter", "Politics is broken"),
        ("An end, of sorts\n\n(Photo: Press Office)", "An end, of sorts"),
    ],
)
def test_the_first_line_is_the_headline_however_short(head: str, title: str) -> None:
    reading = read(head)
    assert reading.title == title
    assert reading.paragraphs[-1].text.startswith("Fishermen on the quay")


@pytest.mark.parametrize(
    "first",
    [
        "The Daily Post",
        "Harbour News",
        "Global Broadcast Network",
        "POLITICS",
        "Politics",
        "World news",
        "Politics & Economy",
        "Le Courrier de l’Aval",
        "Süddeutsche Zeitung",
        "5 January 2026",
        "Monday, 5 January 2026",
        "Skip to content",
        "Skip to main content",
        "harbour-post.example",
        "Home",
        "Menu",
        "Subscribe now",
        "By Jo Reporter",
        "Home > News > Politics",
    ],
)
def test_what_belongs_to_the_page_is_no_headline(first: str) -> None:
    assert read(first).title is None
    assert read(f"{first}\n\nMinister leaves the harbour without a word to the crowd\n\nBy Jo Reporter").title == (
        "Minister leaves the harbour without a word to the crowd"
    )


@pytest.mark.parametrize(
    ("language", "title", "name", "job"),
    [
        ("en", "Talks stall", "Jo Reporter", "Political correspondent"),
        ("en", "Talks stall", "Jo Reporter", "Transport Editor"),
        ("en", "Talks stall", "Jo Reporter", "Senior staff writer"),
        ("de", "Ende ohne Wort", "Jutta Reimann", "Politikredakteurin"),
        ("de", "Ende ohne Wort", "Jutta Reimann", "Korrespondentin in Wien"),
        ("de", "Ende ohne Wort", "Jeanne Martin", "Rédactrice en chef"),
        ("de", "Ende ohne Wort", "Juana Molina", "Corresponsal política"),
        ("ru", "Молчание в порту", "Анна Петрова", "Корреспондент отдела политики"),
        ("hi", "बातचीत रुकी हुई", "सुरेश कुमार", "वरिष्ठ संवाददाता"),
        ("ar", "صمت في الميناء", "سمير الحداد", "مراسل الشؤون السياسية"),
        ("zh", "部长沉默离港", "王小明", "本报记者"),
    ],
)
def test_a_job_is_no_headline_and_the_name_beside_it_is_the_byline(
    language: str, title: str, name: str, job: str
) -> None:
    for foot in ("", f"\n{name} – {job.lower()}.\n"):
        reading = read(f"{title}\n\n{name}\n{job}", language, foot)
        assert (reading.title, reading.author) == (title, name)
        assert job not in [paragraph.text for paragraph in reading.paragraphs]
        assert reading.paragraphs[0].text == TEXTS[language].split("\n\n")[0]


@pytest.mark.parametrize(
    ("language", "title", "name", "date"),
    [
        ("hi", "मंत्री बंदरगाह से चुपचाप चले गए", "सुरेश कुमार शर्मा", "5 जनवरी 2026"),
        ("ar", "الوزير يغادر الميناء من دون كلمة", "سمير الحداد", "5 يناير 2026"),
        ("zh", "部长离开港口时一言不发", "王小明", "2026年1月5日"),
        ("ru", "Министр молча покинул порт", "Анна Петрова", "5 января 2026"),
    ],
)
def test_a_name_of_any_script_above_a_date_is_the_byline(language: str, title: str, name: str, date: str) -> None:
    reading = read(f"{title}\n\n{name}\n{date}", language)
    assert (reading.title, reading.author, reading.published) == (title, name, "2026-01-05")


@pytest.mark.parametrize(
    ("language", "head", "title"),
    [
        ("en", "Editor resigns over harbour deal\n\nJo Reporter", "Editor resigns over harbour deal"),
        ("en", "Harbour reporter\n\nJo Reporter\n5 January 2026", "Harbour reporter"),
        ("de", "Abschied vom Chefredakteur\n\nJutta Reimann", "Abschied vom Chefredakteur"),
    ],
)
def test_a_headline_may_speak_of_a_job(language: str, head: str, title: str) -> None:
    assert read(head, language).title == title


@pytest.mark.parametrize(
    ("language", "head"),
    [
        ("hi", "मंत्री बंदरगाह से चुपचाप चले गए\n\nसड़क पर भीड़, बारिश जारी"),
        ("zh", "部长离开港口时一言不发\n\n渔民等待答复，没有结果"),
    ],
)
def test_a_standfirst_of_a_few_words_is_no_name(language: str, head: str) -> None:
    assert read(head, language).author is None
