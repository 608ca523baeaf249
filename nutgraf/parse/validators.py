"""Validators of fields, as pydantic’s of the same names, which is only imported when something is validated.

They follow its protocol for annotations (pydantic, “Custom types”, ``__get_pydantic_core_schema__``).
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from msgspec import Struct

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

Check = Callable[[Any], Any]  # the value → what the field holds; raises ValueError with what is wrong and hints


class Filled(Struct, frozen=True):
    """Text without the blanks around it, of which something is left."""

    def __get_pydantic_core_schema__(self, source: object, handler: "GetCoreSchemaHandler") -> "CoreSchema":
        """How pydantic validates it."""
        from pydantic_core import core_schema

        del source, handler
        return core_schema.str_schema(strip_whitespace=True, min_length=1)


class AfterValidator(Struct, frozen=True):
    """A check of what has the right type."""

    check: Check

    def __get_pydantic_core_schema__(self, source: object, handler: "GetCoreSchemaHandler") -> "CoreSchema":
        """How pydantic validates it."""
        from pydantic_core import core_schema

        return core_schema.no_info_after_validator_function(self.check, handler(source))


class BeforeValidator(Struct, frozen=True):
    """A check of what was written, before its type is looked at."""

    check: Check

    def __get_pydantic_core_schema__(self, source: object, handler: "GetCoreSchemaHandler") -> "CoreSchema":
        """How pydantic validates it."""
        from pydantic_core import core_schema

        return core_schema.no_info_before_validator_function(self.check, handler(source))


class PlainValidator(Struct, frozen=True):
    """The only check of a value, whatever its type is."""

    check: Check

    def __get_pydantic_core_schema__(self, source: object, handler: "GetCoreSchemaHandler") -> "CoreSchema":
        """How pydantic validates it."""
        from pydantic_core import core_schema

        del source, handler
        return core_schema.no_info_plain_validator_function(self.check)


def unknown_field() -> ValueError:
    """What a check raises for a field that no editor can write."""
    from pydantic_core import PydanticCustomError

    return PydanticCustomError("unexpected_keyword_argument", "not a field")


def too_many(number: int, most: int) -> ValueError:
    """What a check raises for a list with more entries than it may have."""
    from pydantic_core import PydanticKnownError

    return PydanticKnownError("too_long", {"field_type": "List", "max_length": most, "actual_length": number})
