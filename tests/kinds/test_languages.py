"""Languages: which tags name one."""

import pytest

from nutgraf.kinds.languages import is_language


@pytest.mark.parametrize("tag", ["en", "EN", "en-GB", "hi", "zh-Hant-TW", "mul", "haw", "sr-Latn"])
def test_a_tag_names_a_language(tag: str) -> None:
    assert is_language(tag)


@pytest.mark.parametrize("tag", ["", "xx", "qq-QQ", "e", "en_GB", "en-", "english!", "एन", "en-toolongtobeapart"])
def test_other_text_does_not(tag: str) -> None:
    assert not is_language(tag)
