"""Words at the head of a page that are neither headline nor name: jobs of reporters, sections, names of papers.

Tables in lower case, in the languages of phrases.py. They are looked at for short lines in a certain place only.
"""

from __future__ import annotations

# Words that begin or end the line under a name: “Political correspondent”, “Rédactrice en chef”.
JOBS = frozenset(
    """
    correspondent reporter editor writer journalist columnist contributor photographer producer presenter critic
    korrespondent korrespondentin redakteur redakteurin reporterin journalistin autor autorin kolumnist
    kolumnistin chefredakteur chefredakteurin volontär volontärin fotograf fotografin kritiker kritikerin
    journaliste correspondante correspondant rédacteur rédactrice reportrice chroniqueur chroniqueuse
    éditorialiste corresponsal redactor redactora periodista reportero reportera columnista editora jornalista
    repórter correspondente redator redatora colunista giornalista corrispondente redattore redattrice cronista
    inviato inviata caporedattore redacteur redactrice verslaggever verslaggeefster columniste hoofdredacteur
    dziennikarz dziennikarka redaktor redaktorka korespondent korespondentka reporterka publicysta publicystka
    журналист журналистка корреспондент корреспондентка редактор обозреватель репортёр репортер колумнист
    журналістка журналіст кореспондент кореспондентка оглядач muhabir muhabiri editör editörü yazar yazarı
    temsilcisi novinář novinářka zpravodaj zpravodajka reportér reportérka redaktör skribent krönikör redaktør
    kommentator toimittaja kirjeenvaihtaja újságíró szerkesztő tudósító δημοσιογράφος ανταποκριτής συντάκτης
    ziarist jurnalist wartawan redaktur jurnalis संवाददाता पत्रकार संपादक सम्पादक रिपोर्टर ब्यूरो লেখক সাংবাদিক
    প্রতিবেদক প্রতিনিধি সম্পাদক صحفي صحفية صحافي صحافية مراسل مراسلة محرر محررة كاتب كاتبة خبرنگار نویسنده
    رپورٹر עיתונאי עיתונאית כתב כתבת செய்தியாளர் நிருபர் ஆசிரியர்
    """.split()
)
_JOB_ENDINGS = (
    *("korrespondent", "korrespondentin", "redakteur", "redakteurin", "reporter", "reporterin", "journalist"),
    *("journalistin", "redacteur", "correspondent", "verslaggever", "redaktör", "redaktør", "reportern", "toimittaja"),
    *("记者", "記者", "编辑", "編輯", "主编", "特派员", "特派員", "論説委員", "編集委員", "評論員", "评论员"),
    *("기자", "특파원", "논설위원"),
)
SECTIONS = frozenset(
    """
    news world politics business sport sports culture opinion comment analysis science health travel money
    technology local national international economy lifestyle entertainment arts books video home top politik
    wirtschaft kultur wissen meinung panorama gesellschaft ausland inland lokales feuilleton politique économie
    monde société opinions sciences política economía mundo sociedad cultura opinión deportes sucesos economia
    sociedade opinião esportes politica cronaca esteri opinie politiek economie binnenland buitenland cultuur
    polityka gospodarka świat kraj политика экономика общество мир культура спорт мнения політика економіка
    суспільство світ gündem siyaset ekonomi dünya spor kültür राजनीति देश विदेश दुनिया खेल व्यापार मनोरंजन राज्य
    राष्ट्रीय রাজনীতি বিশ্ব খেলা মতামত বাণিজ্য سياسة اقتصاد رياضة ثقافة أخبار رأي عالم محليات 时政 政治 经济 社会 国际 文化
    体育 财经 評論 経済 国際 スポーツ 정치 경제 사회
    """.split()
)
# What the names of papers, stations and sites are made of.
MASTHEADS = frozenset(
    """
    news times post herald gazette chronicle tribune daily weekly journal record courier observer mail telegraph
    guardian independent ledger examiner press broadcast broadcasting television tv radio online network review
    magazine bulletin standard star sun mirror express globe inquirer dispatch sentinel monitor reuters zeitung
    nachrichten anzeiger tagblatt tageblatt kurier rundschau bote blatt wochenblatt allgemeine courrier dépêche
    nouvelles quotidien matin diario periódico noticias correo heraldo prensa jornal folha notícias corriere
    giornale gazzetta notizie dagblad krant courant nieuws tidning tidningar avis avisen gazeta wiadomości
    dziennik газета новости вести известия вестник haber gazetesi noviny deník समाचार टाइम्स न्यूज़ न्यूज दैनिक
    जागरण أخبار الأخبار صحيفة جريدة قناة 日报 晚报 新闻网 時報 日報 新聞 新聞社 通讯社 신문 일보 뉴스
    """.split()
)
_JOB_WORDS, _LONGEST_JOB = 6, 60  # words and letters


def says_job(text: str) -> bool:
    """True if the line begins or ends with a reporter’s job and is short enough to say no more."""
    words = text.casefold().replace(",", " ").split()
    if not 1 <= len(words) <= _JOB_WORDS or len(text) > _LONGEST_JOB or text.endswith((".", "?", "!", "。", "।")):
        return False
    edges = {words[0], words[-1]}
    return not JOBS.isdisjoint(edges) or any(word.endswith(_JOB_ENDINGS) for word in edges)
