"""SVG as XML: one parser for every look at it."""

from xml.parsers import expat

from nutgraf.images.header import Flaw, FlawedImageError

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
XML = "http://www.w3.org/XML/1998/namespace"
XHTML = "http://www.w3.org/1999/xhtml"
ROOT = f"{SVG} svg"


def parser_for() -> expat.XMLParserType:
    """A new parser for one file.

    Elements and attributes have the name “namespace name”, attributes come as a flat list.
    Parsing raises FlawedImageError at a declared entity, since entities can expand without end.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.ordered_attributes = True

    def entity(name: str, *_: object) -> None:
        hint = "save it as plain SVG; a drawing needs no <!ENTITY …>"
        flaw = Flaw(f"this SVG declares the entity “{name}”", hint, parser.CurrentLineNumber)
        raise FlawedImageError(flaw)

    parser.EntityDeclHandler = entity
    return parser


def attributes_of(pairs: list[str]) -> dict[str, str]:
    """The attributes of a tag by “namespace name”, or by name alone if they have no namespace.

    pairs: name, value, name, value …, as expat gives them with ordered_attributes.
    """
    return dict(zip(pairs[::2], pairs[1::2], strict=True))


def split(name: str) -> tuple[str, str]:
    """The namespace and the local name of a name that parser_for gives; the namespace is "" if there is none."""
    space, _, local = name.rpartition(" ")
    return space, local


def not_xml(error: expat.ExpatError) -> FlawedImageError:
    """The error, to be raised, for a file that is not well-formed, with the line and column (from 1) of expat."""
    told = expat.ErrorString(error.code)
    return FlawedImageError(Flaw(f"this SVG is damaged: {told}", "save it anew", error.lineno, error.offset + 1))
