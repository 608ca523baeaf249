"""The words around dates, by language: today, last, ago, early, in, until. Plain data.

A line is a symbol and the words that have it. ``word=value`` gives the word a value: days from today, a number, a day
of the week (0 is Monday), an edge of a period or a unit.
"""

# What each symbol means; phrases.py combines them.
#   k  a day told from today: yesterday=-1          n  a number word        a  a or an
#   p  last      t  this      f  next               u  unit of time, one    U  units, several
#   g  ago       l  later     e  earlier            B  before or after      b  an edge: early, mid, late
#   o  of        T  the       c  a word before a date    -  to             &  and
#   w  day of the week        s  season             q  first to fourth      Q  quarter     H  half
#   h  part of the day        F  fiscal             E  every                %  what makes a number a quantity
#   v  said      C  a word after a date             z  points at another date: the following, that
#   j  joins or leads a protest march (Hindi मार्च is both)               A  according
_ENGLISH = """
k today=0 tonight=0 yesterday=-1 tomorrow=1
n one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 couple=2 few=0 several=0
a a=1 an=1
p last past
z previous preceding following same that
t this current
f next coming upcoming
u day=day week=week weekend=weekend month=month year=year decade=decade fortnight=fortnight
U days=day weeks=week weekends=weekend months=month years=year decades=decade fortnights=fortnight
U hours=hour minutes=hour
g ago
l later
e earlier
B before=-1 after=1
b early=early beginning=early start=early mid=mid middle=mid late=late end=late
o of
T the
c in on by since from during for between within circa throughout around about over
- to until till through thru
& and or
w monday=0 tuesday=1 wednesday=2 thursday=3 friday=4 saturday=5 sunday=6
s spring=spring summer=summer autumn=autumn fall=autumn winter=winter
q first=1 second=2 third=3 fourth=4
Q quarter
H half
h morning afternoon evening night noon
F fiscal fy financial
E every each
% percent per pct hundred thousand lakh crore million billion trillion people persons men women
% km kg metres miles points dollars rupees euros pounds times cases
v said says told added tweeted wrote
A according
"""
_HINDI = """
k आज=0 कल=-1,1 परसों=-2,2
n एक=1 दो=2 तीन=3 चार=4 पांच=5 पाँच=5 छह=6 छः=6 सात=7 आठ=8 नौ=9 दस=10 ग्यारह=11 बारह=12 कुछ=0 कई=0
p पिछले पिछली पिछला बीते बीती गत
t इस इसी मौजूदा चालू वर्तमान
f अगले अगली अगला आगामी
u दिन=day दिनों=day हफ्ते=week हफ्ता=week हफ्तों=week सप्ताह=week महीने=month महीना=month महीनों=month माह=month
u साल=year सालों=year वर्ष=year वर्षों=year सन=year सन्=year दशक=decade घंटे=hour घंटों=hour
g पहले पूर्व
l बाद
b शुरुआत=early शुरू=early आरंभ=early प्रारंभ=early मध्य=mid बीच=mid अंत=late आखिर=late
o के की का
C को में तक
- से
& और या व तथा एवं
w सोमवार=0 मंगलवार=1 बुधवार=2 गुरुवार=3 गुरूवार=3 बृहस्पतिवार=3 वीरवार=3 शुक्रवार=4 शनिवार=5 रविवार=6 इतवार=6
s वसंत=spring बसंत=spring गर्मियों=summer सर्दियों=winter
q पहली=1 दूसरी=2 तीसरी=3 चौथी=4
Q तिमाही
H छमाही
h सुबह शाम रात दोपहर
F वित्त वित्तीय
E हर प्रत्येक
% प्रतिशत फीसदी सौ हजार लाख करोड़ अरब लोग लोगों रुपये रुपए किमी
v कहा बताया बोले
z उस उसी
j शामिल हिस्सा भाग निकाला निकाली निकालने किया दौरान नेतृत्व आयोजन आह्वान समापन
j लॉन्ग लांग कैंडल पैदल फ्लैग विरोध शांति मौन तिरंगा रोष मशाल किसान ट्रैक्टर
"""
_GERMAN = (
    "- bis\n& und\nc am im seit vom zum ab in nach vor\nu jahr=year jahre=year\nb anfang=early mitte=mid ende=late"
)
_FRENCH = "- au à\n& et\no de du\nc en depuis le dès\nT le\nb début=early mi=mid fin=late"
_SPANISH = "- al a hasta\n& y\no de del\nc en desde el\nb principios=early mediados=mid finales=late"
_ITALIAN = "- al a fino\n& e\no di del\nc in dal da nel il"
_PORTUGUESE = "- a até ao\n& e\no de do\nc em desde no"
_DUTCH = "- tot t/m\n& en\nc in op sinds vanaf"
WORDS = {
    "en": _ENGLISH,
    "hi": _HINDI,
    "de": _GERMAN,
    "fr": _FRENCH,
    "es": _SPANISH,
    "it": _ITALIAN,
    "pt": _PORTUGUESE,
    "nl": _DUTCH,
    "ca": "o de del d",
    "gl": "o de do",
}
# Names of months that the locale tables lack.
MONTHS = {
    "en": "Sept=9",
    "hi": "सितम्बर=9 अक्तूबर=10 नवम्बर=11 दिसम्बर=12 सितंबर=9 नवंबर=11 दिसंबर=12",
}
# Months whose names are also first names, verbs or a protest: alone they count only beside a word such as “in”.
NAMES_OF_OTHER_THINGS = frozenset("may march april june august मार्च mars mai".split())
# Before or after a weekday: it is part of a name.
NAMES_BEFORE_WEEKDAYS = frozenset("black good super bloody ash palm easter cyber holy ruby shrove maundy".split())
NAMES_AFTER_WEEKDAYS = frozenset(
    "times express mirror telegraph guardian mail post people club island group review addams".split()
)
