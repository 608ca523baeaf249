"""The longest file that may be read, made of what takes longest."""

import pytest

from nutgraf.kinds.documents import LONGEST
from nutgraf.parse.body import parse_body
from tests.long.test_resources import WHERE


@pytest.mark.parametrize("sign", ["[", "[^", "[`"])
def test_the_longest_file_of_the_worst_signs_is_read(sign: str) -> None:
    parse_body((sign * LONGEST)[:LONGEST], WHERE)
