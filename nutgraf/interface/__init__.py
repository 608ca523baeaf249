"""The interface words: what the site itself says to its readers (“Key facts”), in the site’s language.

The English words stand in the templates and in the code, and are their own keys, as gettext has it. Catalogues
translate them: ours in ``nutgraf/locale/``, and before them those of the desk in ``locale/``.
"""

from nutgraf.interface.catalogue import Catalogue, read_catalogue
from nutgraf.interface.interface import Interface
from nutgraf.interface.po import Fault
from nutgraf.interface.shipped import all_messages, interface_for, is_english
from nutgraf.interface.tags import fallbacks, normal, script_of
from nutgraf.interface.untranslated import told_apart, unmarked

__all__ = [
    "Catalogue",
    "Fault",
    "Interface",
    "all_messages",
    "fallbacks",
    "interface_for",
    "is_english",
    "normal",
    "read_catalogue",
    "script_of",
    "told_apart",
    "unmarked",
]
