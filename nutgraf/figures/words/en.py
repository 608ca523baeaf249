"""English, as British, American and Indian newsrooms write it."""

from decimal import Decimal

from nutgraf.figures.words.language import Language

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_NTHS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth"
    " sixteenth seventeenth eighteenth nineteenth"
).split()
_TIETHS = "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth".split()
_PARTS = {"third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9} | {
    "tenth": 10,
    "hundredth": 100,
}
_DOLLARS = {"us": "dollar", "american": "dollar", "australian": "aud", "canadian": "cad", "singapore": "sgd"} | {
    "hong kong": "hkd",
    "new zealand": "nzd",
}

LANGUAGE = Language(
    numbers={word: number for number, word in enumerate(_ONES)}
    | {word: 10 * number for number, word in enumerate(_TENS, 2)},
    tens=frozenset(_TENS),
    multipliers={
        "dozen": 12,
        "hundred": 100,
        "thousand": 1_000,
        "lakh": 100_000, "lakhs": 100_000, "lac": 100_000, "lacs": 100_000,
        "million": 1_000_000, "millions": 1_000_000,
        "crore": 10_000_000, "crores": 10_000_000,
        "billion": 1_000_000_000, "billions": 1_000_000_000,
        "trillion": 1_000_000_000_000, "trillions": 1_000_000_000_000,
    },
    alone=frozenset(),
    articles=frozenset({"a", "an"}),
    ands=frozenset({"and"}),
    ordinals={word: number for number, word in enumerate(_NTHS, 1)}
    | {word: 10 * number for number, word in enumerate(_TIETHS, 2)},
    ordinal_ends=frozenset("st nd rd th".split()),
    wholes={},
    shifts={},
    halves=frozenset({"half"}),
    parts=_PARTS,
    many_parts={f"{word}s": number for word, number in _PARTS.items()},
    before_part=frozenset(
        "by than over under about around nearly almost roughly only just least approximately"
        " to".split()
    ),
    after_part=frozenset("of the all its their those these his her our".split()),
    not_beside_half=frozenset("time hour year day way last latter other this that opening closing better".split()),
    not_before_parts=frozenset("for past last next these consecutive".split()),
    rates=frozenset({"in", "in every", "out of every"}),
    rates_turned={},
    per_cent=frozenset({"per cent", "percent", "per cents", "percents", "pct", "pc", "p . c .", "percentage"}),
    points={
        "percentage point": Decimal(1), "percentage points": Decimal(1), "percent points": Decimal(1),
        "% points": Decimal(1), "% point": Decimal(1), "pp": Decimal(1), "ppt": Decimal(1), "ppts": Decimal(1),
        "per cent points": Decimal(1), "per cent point": Decimal(1),
        "basis point": Decimal("0.01"), "basis points": Decimal("0.01"), "bps": Decimal("0.01"), "bp": Decimal("0.01"),
    },
    currencies={f"{whose} {word}": code for whose, code in _DOLLARS.items() for word in ("dollar", "dollars")}
    | {
        "dollar": "dollar", "dollars": "dollar", "euro": "euro", "euros": "euro", "pound": "pound", "pounds": "pound",
        "pounds sterling": "pound", "rupee": "rupee", "rupees": "rupee", "indian rupees": "rupee",
        "yen": "yen", "yuan": "yuan", "renminbi": "yuan", "rouble": "rouble", "roubles": "rouble", "ruble": "rouble",
        "rubles": "rouble", "dirham": "dirham", "dirhams": "dirham", "taka": "taka", "swiss francs": "franc",
        "pakistani rupees": "pkr", "nepali rupees": "npr", "sri lankan rupees": "lkr",
    },
    measures=frozenset(
        "km kms kmh kmph mph kph cm mm m ft kg kgs g gm mg lb lbs oz t l ml kw mw gw kwh mwh gwh twh hz mhz ghz kb mb"
        " gb"
        " tb mbps gbps sq ha min mins sec secs hr hrs yr yrs yo x c f bbl mt mmt tcf bcm kv ltr wh".split()
    ),
    spans=frozenset(
        "day days week weeks month months year years decade decades hour hours minute minutes century centuries"
        " quarter quarters session sessions season seasons".split()
    ),
    hours=frozenset({"am", "pm", "o’clock", "hrs ist", "ist", "gmt", "utc", "noon", "hours ist", "hours gmt"}),
    minus=frozenset({"minus", "negative"}),
    to=frozenset({"to", "till", "until"}),
    between=frozenset({"between"}),
    between_after=frozenset(),
    listing=frozenset({"and", "or", "&"}),
    vague=frozenset("several few many some couple".split()),
    not_multiplied={},
    before={
        "about": "about", "around": "about", "roughly": "about", "approximately": "about", "approx": "about",
        "approx .": "about", "circa": "about", "c .": "about", "~": "about", "≈": "about", "some": "about",
        "an estimated": "about", "estimated": "about", "or so": "about", "close to": "about",
        "in the region of": "about",
        "nearly": "nearly", "almost": "nearly", "just under": "nearly", "just below": "nearly",
        "just short of": "nearly",
        "just shy of": "nearly", "nearing": "nearly", "a little under": "nearly", "slightly under": "nearly",
        "slightly less than": "nearly", "a little less than": "nearly", "slightly below": "nearly",
        "more than": "over", "over": "over", "above": "over", "upwards of": "over", "upward of": "over",
        "north of": "over", "in excess of": "over", "exceeding": "over", "exceeds": "over", "exceeded": "over",
        "greater than": "over", "higher than": "over", "beyond": "over", "above the age of": "over",
        "over the age of": "over", ">": "over",
        "under": "under", "below": "under", "less than": "under", "fewer than": "under", "lower than": "under",
        "under the age of": "under", "below the age of": "under", "smaller than": "under", "<": "under",
        "at least": "least", "no fewer than": "least", "no less than": "least", "not less than": "least",
        "not fewer than": "least", "a minimum of": "least", "minimum of": "least", "minimum": "least", "≥": "least",
        "up to": "most", "at most": "most", "no more than": "most", "not more than": "most", "a maximum of": "most",
        "maximum of": "most", "maximum": "most", "at the most": "most", "not exceeding": "most", "≤": "most",
    },
    after={
        "or so": "about", "or thereabouts": "about", "odd": "about",
        "or more": "least", "and more": "least", "or above": "least", "and above": "least", "or over": "least",
        "and over": "least", "+": "least", "plus": "least", "or older": "least", "and older": "least",
        "or less": "most", "or fewer": "most", "or under": "most", "and under": "most", "or below": "most",
        "at least": "least", "at most": "most",
    },
    across=frozenset({"or", "and", "at"}),
    hung=frozenset({"plus", "+"}),
    unsure=frozenset({"over", "under", "above", "below", "around", "about", "some", "beyond"}),
    during={"over": frozenset({"for", "and"})},
    plain_references=frozenset({"no"}),
    groups=frozenset({("group", "of")}),
    references=frozenset(
        "question p pg page para paragraph section sec § article art rule clause subsection chapter ch footnote fn"
        " annexure no number nr".split()
    ),
    many_references=frozenset(
        "pp pages paras paragraphs sections secs articles arts rules clauses subsections chapters nos §§"
        " footnotes".split()
    ),
    names=frozenset(
        "war ipc crpc bns iso part volume vol issue table figure fig box annex appendix item note"
        " question q form title exhibit case"
        " petition"
        " resolution order circular notification amendment proposition regulation directive bill book verse episode"
        " season"
        " schedule phase stage level tier type category grade class step day round line route highway nh sh road"
        " flight boeing"
        " airbus sukhoi mig windows iphone android galaxy python area sector ward block gate terminal platform pier"
        " plot"
        " flat room bench court ring tower unit reactor building ebola covid apollo formula fortune nifty ftse cac"
        " dax nikkei"
        " asx ps playstation channel agenda vision expo catch studio pin pincode zip version chapter division zone"
        " district"
        " bus train slide".split()
    ),
    prefixes=frozenset(
        "mid pre post early late since non sub nearly almost under over around about to inter"
        " by".split()
    ),
    scores=frozenset(
        "won win wins beat beats lost lose loses defeat defeats defeated drew draw draws score scored scoreline"
        " victory"
        " ruling verdict voted vote votes split led lead leads margin majority decision tie tied thrashed"
        " winner".split()
    ),
    year_before=frozenset(
        "in since during until till circa year years fy early late mid ad bc spring summer autumn winter january"
        " february march april may june july august september october november december jan feb"
        " mar apr jun jul aug sep sept oct nov dec".split()
    ),
    year_after=frozenset({"ad", "ce", "bc", "bce"}),
    things=frozenset(
        "people men women children personnel police cattle sheep staff companies schools students workers employees"
        " jobs"
        " homes houses villages votes seats cases deaths victims soldiers troops tonnes tons kilometres kilometers"
        " miles"
        " metres units vehicles cars farmers families residents passengers patients teachers members".split()
    ),
    loose=frozenset(
        "of in for to from was were is are and or by on at as which that who while when after before with will would"
        " had"
        " has have than but so if per".split()
    ),
)  # fmt: skip
