"""A content kind and its page: the people of the desk, ``content/contacts/`` → ``/contacts/``."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from msgspec import Struct

from nutgraf.body import Body
from nutgraf.kinds.documents import Kind
from nutgraf.kinds.values import STRICT, Text
from nutgraf.parse.fields import read_fields
from nutgraf.parse.frontmatter import FrontMatter
from nutgraf.plan.assets import Assets
from nutgraf.plan.frame import frame
from nutgraf.plan.maker import Maker
from nutgraf.plan.output import Output
from nutgraf.plan.sheet import Sheet
from nutgraf.problems import Problem
from nutgraf.resolve.site import Site
from nutgraf.views.frame import Frame


@dataclass(frozen=True)
class Contact:
    """Somebody readers can write to."""

    __pydantic_config__: ClassVar = STRICT

    name: Text
    mail: Text


class ContactsView(Struct, frozen=True):
    """What pages/contacts.html shows."""

    frame: Frame
    contacts: tuple[Contact, ...]


def read_contact(slug: str, front: FrontMatter, body: Body) -> tuple[Contact | None, tuple[Problem, ...]]:
    """The contact of one file, or None, and every problem of the file."""
    del slug, body  # it has no page of its own, and no text
    return read_fields(Contact, front)


def _page(site: Site, assets: Assets, _: str) -> Iterator[Output]:
    sheet = Sheet(site, assets, "/contacts/")
    head = frame(sheet, "Contacts", "Whom to write to.")
    yield Output("/contacts/", "pages/contacts.html", ContactsView(head, site.added["contacts"]))


CONTACTS = Kind("contacts", read_contact)
CONTACTS_PAGE = Maker("contacts", _page)
