"""What a site says: which catalogues it draws on, plural forms, and what it does without one."""

import pickle

import pytest

from nutgraf.interface import Catalogue, Interface, fallbacks, interface_for, read_catalogue

HEAD = 'msgid ""\nmsgstr "Plural-Forms: {}\\n"\n\n'
POLISH = "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"


def catalogue(language: str, text: str, plural: str = "nplurals=2; plural=(n != 1);") -> Catalogue:
    found, faults = read_catalogue(language, HEAD.format(plural) + text)
    assert faults == ()
    return found


def says(message: str, translation: str, context: str = "") -> str:
    told = f'msgctxt "{context}"\n' if context else ""
    return f'{told}msgid "{message}"\nmsgstr "{translation}"\n\n'


@pytest.mark.parametrize(
    ("language", "tags"),
    [
        ("hi", ("hi-deva", "hi")),
        ("hi-IN", ("hi-in", "hi-deva-in", "hi-deva", "hi")),
        ("HI-in", ("hi-in", "hi-deva-in", "hi-deva", "hi")),
        ("hi-Latn", ("hi-latn",)),
        ("zh-TW", ("zh-tw", "zh-hant-tw", "zh-hant")),
        ("zh-CN", ("zh-cn", "zh-hans-cn", "zh-hans", "zh")),
        ("pa-PK", ("pa-pk", "pa-arab-pk", "pa-arab")),
        ("ca-ES-valencia", ("ca-es-valencia", "ca-es", "ca-latn-es", "ca-latn", "ca")),
        ("qxx", ("qxx",)),
    ],
)
def test_a_language_falls_back_to_wider_ones_but_never_to_another_script(language: str, tags: tuple[str, ...]) -> None:
    assert fallbacks(language) == tags


@pytest.mark.parametrize(
    ("language", "words"),
    [("hi", "मुख्य तथ्य"), ("hi-IN", "मुख्य तथ्य"), ("en", "Key facts"), ("de", "Key facts"), ("hi-Latn", "Key facts")],
)
def test_the_language_of_a_site_picks_its_words(language: str, words: str) -> None:
    assert interface_for(language).gettext("Key facts") == words


def test_the_words_of_the_desk_come_before_ours_and_the_nearest_language_first() -> None:
    wide = catalogue("hi", says("Key facts", "ख़ास बातें") + says("Timeline", "तारीख़ें"))
    near = catalogue("hi-in", says("Key facts", "मोटी बातें"))
    interface = interface_for("hi-IN", [wide, near, catalogue("de", says("Sources", "Quellen"))])
    assert [interface.gettext(word) for word in ("Key facts", "Timeline", "Sources")] == [
        "मोटी बातें",
        "तारीख़ें",
        "स्रोत",
    ]


def test_a_desk_may_put_english_words_of_its_own() -> None:
    interface = interface_for("en-GB", [catalogue("en", says("Key facts", "At a glance"))])
    assert interface.gettext("Key facts") == "At a glance"
    assert interface.gettext("Timeline") == "Timeline"


@pytest.mark.parametrize(("number", "words"), [(0, "plików"), (1, "plik"), (3, "pliki"), (12, "plików"), (22, "pliki")])
def test_the_form_of_a_word_follows_the_number_as_the_language_has_it(number: int, words: str) -> None:
    text = 'msgid "file"\nmsgid_plural "files"\nmsgstr[0] "plik"\nmsgstr[1] "pliki"\nmsgstr[2] "plików"\n'
    assert Interface("pl", (catalogue("pl", text, POLISH),)).ngettext("file", "files", number) == words


@pytest.mark.parametrize(("number", "words"), [(1, "1 उद्धरण जाँचा गया।"), (2, "2 उद्धरण जाँचे गए।")])
def test_hindi_counts_as_hindi_does(number: int, words: str) -> None:
    message = interface_for("hi").ngettext("%(num)s quotation checked.", "%(num)s quotations checked.", number)
    assert message % {"num": number} == words


def test_one_english_word_with_two_meanings_has_two_translations() -> None:
    interface = interface_for("hi")
    assert interface.pgettext("kind of word", "Figure") == "आँकड़ा"
    assert interface.pgettext("another meaning", "Figure") == "Figure"


def test_without_a_catalogue_words_and_plurals_are_english() -> None:
    interface = interface_for("de")
    assert interface.gettext("Sources") == "Sources"
    assert [interface.ngettext("source", "sources", number) for number in (0, 1, 2)] == ["sources", "source", "sources"]
    assert not interface.has(None, "Sources")


def test_a_guess_that_nobody_has_looked_at_and_an_entry_out_of_use_are_left_out() -> None:
    text = '#, fuzzy, python-format\nmsgid "Sources"\nmsgstr "Quellen"\n\n#~ msgid "Words"\n#~ msgstr "Wörter"\n'
    assert catalogue("de", text).messages == {}


def test_an_interface_can_be_sent_to_another_process() -> None:
    interface = pickle.loads(pickle.dumps(interface_for("hi")))
    assert interface.ngettext("source", "sources", 2) == "स्रोत"
    assert interface.key == interface_for("hi").key


def test_the_key_changes_with_the_words_and_only_with_them() -> None:
    one, same = (Interface("de", (catalogue("de", says("Sources", "Quellen")),)) for _ in range(2))
    other = Interface("de", (catalogue("de", says("Sources", "Belege")),))
    assert one.key == same.key
    assert len({one.key, other.key, Interface("de").key, Interface("en").key}) == 4
