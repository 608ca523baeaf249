"""Share images: the pictures that other sites show when a page is shared (docs/decisions/share-images.md).

A library of its own: words, fonts and colours in, a PNG out. The same values give the same picture.
"""

from nutgraf.share.face import Face, letters_of
from nutgraf.share.picture import ShareImage
from nutgraf.share.sheet import HEIGHT, WIDTH, Colours
from nutgraf.share.words import Words, drawable, missing

__all__ = ["HEIGHT", "WIDTH", "Colours", "Face", "ShareImage", "Words", "drawable", "letters_of", "missing"]
