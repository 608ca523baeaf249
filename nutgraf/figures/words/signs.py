"""What all languages write alike: signs, codes of currencies, short multipliers; and “per cent” of languages without a
module of their own.
"""

SHORT_MULTIPLIERS = {
    "k": 1_000,
    "m": 1_000_000, "mn": 1_000_000, "mln": 1_000_000,
    "cr": 10_000_000,
    "b": 1_000_000_000, "bn": 1_000_000_000, "bln": 1_000_000_000,
    "t": 1_000_000_000_000, "tn": 1_000_000_000_000, "trn": 1_000_000_000_000,
}  # fmt: skip
ONLY_OF_MONEY = frozenset({"b", "t"})  # “5b”, “5t” are no amounts without a currency
MAY_BE_METRES = "m"  # “5m” is five million or five metres, unless a currency says
CURRENCIES_BEFORE = {
    "$": "dollar", "us $": "dollar", "usd": "dollar", "us dollars": "dollar",
    "€": "euro", "eur": "euro", "£": "pound", "gbp": "pound",
    "₹": "rupee", "rs": "rupee", "rs .": "rupee", "re": "rupee", "re .": "rupee", "inr": "rupee", "रु": "rupee",
    "रु .": "rupee",
    "रू": "rupee", "¥": "yen", "jpy": "yen", "rmb": "yuan", "cny": "yuan",
    "a $": "aud", "au $": "aud", "aud": "aud", "c $": "cad", "ca $": "cad", "cad": "cad", "s $": "sgd",
    "sgd": "sgd",
    "hk $": "hkd", "hkd": "hkd", "nz $": "nzd", "nzd": "nzd", "chf": "franc", "aed": "dirham", "pkr": "pkr",
    "npr": "npr",
    "lkr": "lkr", "bdt": "taka", "৳": "taka", "rub": "rouble", "₽": "rouble", "₩": "won", "krw": "won",
    "₺": "lira",
    "try": "lira", "brl": "real", "r $": "real", "zar": "rand", "sek": "sek", "nok": "nok", "dkk": "dkk",
    "₪": "shekel",
    "₦": "naira", "₱": "peso", "฿": "baht", "₫": "dong", "₴": "hryvnia",
}  # fmt: skip
_CODES_AFTER = "usd eur gbp inr jpy rmb cny aud cad sgd hkd nzd chf aed pkr npr lkr bdt rub krw zar sek nok dkk".split()
CURRENCIES_AFTER = {code: CURRENCIES_BEFORE[code] for code in [*_CODES_AFTER, *"$€£₹¥₽₩"]}
PER_CENT = frozenset({"%", "prozent", "pour cent", "por ciento", "प्रतिशत", "फीसदी"})
VULGAR = {
    "½": (1, 2), "¼": (1, 4), "¾": (3, 4), "⅓": (1, 3), "⅔": (2, 3), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5),
    "⅘": (4, 5),
    "⅙": (1, 6), "⅚": (5, 6), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8), "⅒": (1, 10),
}  # fmt: skip
