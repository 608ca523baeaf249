"""Hindi. Keys are written without nukta and with anusvara for candrabindu, as Tables.key makes them of any spelling."""

from decimal import Decimal

from nutgraf.figures.words.language import Language

# 0 to 99, ten a line; other spellings of the same number after a slash.
_NUMBERS = """
शून्य/सिफर एक दो तीन चार पांच/पाच छह/छः/छ/छे/छै सात आठ नौ
दस ग्यारह बारह तेरह चौदह पंद्रह/पन्द्रह/पंदरह सोलह सत्रह/सतरह अठारह/अट्ठारह उन्नीस/उनीस
बीस इक्कीस बाईस/बाइस तेईस/तेइस चौबीस पच्चीस छब्बीस सत्ताईस/सत्ताइस अट्ठाईस/अट्ठाइस/अठाईस उनतीस/उन्तीस
तीस इकतीस/इकत्तीस बत्तीस तैंतीस/तेंतीस/तैतीस चौंतीस/चौतीस पैंतीस/पैतीस छत्तीस सैंतीस/सैतीस अड़तीस उनतालीस/उन्तालीस
चालीस इकतालीस बयालीस/ब्यालीस तैंतालीस/तैतालीस चौवालीस/चवालीस/चौंवालीस/चौंतालीस/चौतालीस पैंतालीस/पैतालीस छियालीस/छयालीस सैंतालीस/सैतालीस अड़तालीस उनचास/उन्चास
पचास इक्यावन/इक्यावान बावन तिरपन/तिरेपन चौवन/चव्वन पचपन छप्पन सत्तावन अट्ठावन/अठावन उनसठ
साठ इकसठ बासठ तिरसठ/तिरेसठ चौंसठ/चौसठ पैंसठ/पैसठ छियासठ/छयासठ सड़सठ/सरसठ अड़सठ उनहत्तर/उनत्तर
सत्तर इकहत्तर/इकत्तर बहत्तर तिहत्तर चौहत्तर पचहत्तर छिहत्तर सतहत्तर अठहत्तर उनासी/उन्नासी/उन्यासी
अस्सी इक्यासी बयासी/ब्यासी तिरासी चौरासी पचासी छियासी/छयासी सत्तासी/सतासी अट्ठासी/अठासी नवासी
नब्बे/नव्वे इक्यानवे/इक्यानबे बानवे/बानबे तिरानवे/तिरानबे चौरानवे/चौरानबे पंचानवे/पचानवे/पंचानबे/पचानबे छियानवे/छयानवे/छियानबे सत्तानवे/सतानवे/सत्तानबे अट्ठानवे/अट्ठानबे/अठानवे/अठानबे निन्यानवे/निन्यानबे
"""  # noqa: E501
_ORDINALS = {
    "पहला": 1, "पहली": 1, "प्रथम": 1, "दूसरा": 2, "दूसरी": 2, "दूसरे": 2, "द्वितीय": 2, "तीसरा": 3,
    "तीसरी": 3, "तीसरे": 3, "तृतीय": 3,
    "चौथा": 4, "चौथी": 4, "चौथे": 4, "छठा": 6, "छठी": 6, "छठे": 6, "छठवां": 6, "छठवीं": 6, "छठवें": 6,
    "नौवां": 9, "नवां": 9, "नवीं": 9,
    "नवें": 9,
}  # fmt: skip
_ORDINAL_ENDS = "वां वीं वें".split()


def _numbers() -> dict[str, int]:
    found = {key: number for number, keys in enumerate(_NUMBERS.split()) for key in keys.split("/")}
    return found | {f"{key[:-3]}लिस": number for key, number in found.items() if key.endswith("लीस")}


def _ordinals() -> dict[str, int]:
    made = {word + end: number for word, number in _numbers().items() if number > 4 for end in _ORDINAL_ENDS}
    return made | {"सौ" + end: 100 for end in _ORDINAL_ENDS} | _ORDINALS


LANGUAGE = Language(
    numbers=_numbers(),
    tens=frozenset(),
    multipliers={
        "दर्जन": 12,
        "सौ": 100,
        "हजार": 1_000,
        "लाख": 100_000,
        "मिलियन": 1_000_000,
        "करोड": 10_000_000,
        "बिलियन": 1_000_000_000,
        "अरब": 1_000_000_000,
        "खरब": 100_000_000_000,
        "ट्रिलियन": 1_000_000_000_000,
    },
    alone=frozenset({"सौ", "हजार", "दर्जन"}),
    articles=frozenset(),
    ands=frozenset(),
    ordinals=_ordinals(),
    ordinal_ends=frozenset({*_ORDINAL_ENDS, "वा", "वी", "वे"}),
    wholes={
        "डेढ": Decimal("1.5"), "ढाई": Decimal("2.5"), "अढाई": Decimal("2.5"), "पौन": Decimal("0.75"),
        **dict.fromkeys(("आधा", "आधी", "आधे"), Decimal("0.5")), "तिहाई": Decimal(1) / 3,
        "चौथाई": Decimal("0.25"),
    },
    shifts={"सवा": Decimal("0.25"), "सावा": Decimal("0.25"), "साढे": Decimal("0.5"), "पौने": Decimal("-0.25")},
    halves=frozenset(),
    parts={"तिहाई": 3, "चौथाई": 4},
    many_parts={"तिहाई": 3, "चौथाई": 4},
    before_part=frozenset(),
    after_part=frozenset(),
    not_beside_half=frozenset("घंटा घंटे घंटों रात दिन समय साल मन सच".split()),
    not_before_parts=frozenset(),
    rates=frozenset(),
    rates_turned={"हर": "में से", "प्रत्येक": "में से"},
    per_cent=frozenset({"प्रतिशत", "फीसदी", "फीसद", "फी सदी", "परसेंट", "पर्सेंट"}),
    points={
        "प्रतिशत अंक": Decimal(1), "प्रतिशत अंकों": Decimal(1), "फीसदी अंक": Decimal(1),
        "प्रतिशत बिंदु": Decimal(1),
        "प्रतिशत बिंदुओं": Decimal(1), "% अंक": Decimal(1), "% अंकों": Decimal(1),
        "आधार अंक": Decimal("0.01"), "आधार अंकों": Decimal("0.01"),
        "बेसिस पॉइंट": Decimal("0.01"), "बेसिस प्वाइंट": Decimal("0.01"),
    },
    currencies={
        "रुपये": "rupee", "रुपए": "rupee", "रुपया": "rupee", "रुपयों": "rupee", "रूपये": "rupee",
        "रूपए": "rupee", "रु": "rupee",
        "रु .": "rupee", "रू": "rupee", "डॉलर": "dollar", "डालर": "dollar", "अमेरिकी डॉलर": "dollar",
        "यूरो": "euro", "पाउंड": "pound",
        "पौंड": "pound", "येन": "yen", "युआन": "yuan", "रूबल": "rouble", "दिरहम": "dirham",
        "टका": "taka",
    },
    measures=frozenset(
        "किमी किलोमीटर किग्रा किलो किलोग्राम ग्राम मीटर सेमी टन लीटर एकड हेक्टेयर मेगावाट गीगावाट मिनट"
        " सेकंड घंटे घंटा साल वर्ष दिन महीने गुना"
        " डिग्री फुट फीट मील".split()
    ),
    spans=frozenset(),
    hours=frozenset({"बजे", "बजकर", "बज"}),
    minus=frozenset({"माइनस", "ऋण", "ऋणात्मक"}),
    to=frozenset({"से"}),
    between=frozenset(),
    between_after=frozenset({"के बीच"}),
    listing=frozenset({"और", "या", "व", "एवं", "तथा"}),
    vague=frozenset("कई कुछ चंद".split()),
    not_multiplied={"अरब": frozenset("देश देशों लीग जगत सागर अमीरात नेता नेताओं राष्ट्र राष्ट्रों राज्य राज्यों मूल".split())},
    before={
        "लगभग": "about", "करीब": "about", "करीब करीब": "about", "तकरीबन": "about", "अनुमानित": "about",
        "अंदाजन": "about",
        "कोई": "about", "कम से कम": "least", "न्यूनतम": "least", "अधिक से अधिक": "most",
        "ज्यादा से ज्यादा": "most", "अधिकतम": "most",
    },
    after={
        "के करीब": "about", "के आसपास": "about", "के आस पास": "about", "के लगभग": "about",
        "से अधिक": "over", "से ज्यादा": "over", "से भी अधिक": "over", "से भी ज्यादा": "over",
        "से ऊपर": "over", "से कहीं अधिक": "over",
        "से कुछ अधिक": "over", "के ऊपर": "over", "के पार": "over", "के नीचे": "under", "से थोडा अधिक": "over",
        "से कम": "under", "से भी कम": "under", "से नीचे": "under", "से कुछ कम": "nearly",
        "से थोडा कम": "nearly",
        "या उससे अधिक": "least", "या अधिक": "least", "या उससे ज्यादा": "least", "या ज्यादा": "least",
        "या उससे कम": "most", "या कम": "most", "तक": "most",
    },
    across=frozenset({"या"}),
    hung=frozenset(),
    unsure=frozenset(),
    during={},
    plain_references=frozenset(),
    groups=frozenset(),
    references=frozenset(
        "पृष्ठ पेज पन्ना पैरा पैराग्राफ अनुच्छेद धारा नियम खंड अध्याय भाग अनुसूची तालिका प्रश्न सेक्टर"
        " वार्ड कक्षा फेज चरण टर्मिनल प्लेटफॉर्म बोइंग एयरबस"
        " नंबर नम्बर क्रमांक आर्टिकल सेक्शन रूट राजमार्ग एनएच कोविड दफा सेक्शन जी उडान बूथ गेट".split()
    ),
    many_references=frozenset("धाराओं धाराएं अनुच्छेदों पृष्ठों नियमों".split()),
    names=frozenset(),
    prefixes=frozenset(),
    scores=frozenset("जीत जीता जीती जीते हार हारा हराया हराकर स्कोर बराबरी मत फैसला फैसले बहुमत".split()),
    year_before=frozenset("सन वर्ष साल ईस्वी".split()),
    year_after=frozenset({"में", "ई"}),
    things=frozenset(
        "लोग लोगों लोगो छात्र छात्रों मकान मकानों घर घरों गांव गांवों कंपनियां कंपनियों स्कूल स्कूलों"
        " महिलाएं महिलाओं बच्चे बच्चों किसान किसानों पद पदों"
        " मामले मामलों वोट वोटों सैनिक सैनिकों मजदूर मजदूरों".split()
    ),
    loose=frozenset("में से तक के की का को और या है हैं था थे थी पर ने कि हो".split()),
)  # fmt: skip
