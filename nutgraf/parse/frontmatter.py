"""Front matter: the fields between the fences, with the place of every key and value."""

from collections.abc import Mapping

from msgspec import Struct

from nutgraf.problems import Place

FENCE = "---"
Key = tuple[str | int, ...]  # ("key_facts", 1, "quote"): what leads to a value


class FrontMatter(Struct, frozen=True):
    """The fields of one file and where each stands."""

    path: str
    fields: Mapping[str, object]  # str, None, lists and mappings of the same
    keys: Mapping[Key, Place]  # where a key is written
    values: Mapping[Key, Place]  # where a value is written
    is_readable: bool = True  # False: the fields are not known
    is_toml: bool = False  # site.toml: the same fields, written otherwise
    opened: Place | None = None  # where the fields begin, when that is not the top of the file

    def place(self, *key: str | int) -> Place:
        """The place of the value, or of the nearest thing around it; the opening fence when the field is absent.

        key: the names and 0-based numbers that lead to it: "key_facts", 1, "quote".
        """
        while key:
            if key in self.values:
                return self.values[key]
            key = key[:-1]
        return Place(self.path) if self.is_toml else self.opened or Place(self.path, 1, 1, len(FENCE))


def split(text: str) -> tuple[str, str, int]:
    """The YAML between the fences, the body, and the number of the body’s first line, from 1.

    Raises ValueError if a fence is missing, with two arguments: what is wrong, and a hint in which {} is for a field.
    """
    lines = text.split("\n")
    if lines[0].rstrip() != FENCE:
        raise ValueError("front matter is missing", "begin the file with the lines “---”, “{}: …” and “---”")
    for number, line in enumerate(lines[1:], 1):
        if line.rstrip() == FENCE:
            return "\n".join(lines[1:number]), "\n".join(lines[number + 1 :]), min(number + 2, len(lines))
    raise ValueError("the front matter is not closed", f"put a line “{FENCE}” after the last field")
