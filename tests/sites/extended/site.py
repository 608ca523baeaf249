"""A microsite with a content kind, a box, a check and an output of its own."""

from pathlib import Path

PROJECT = Path(__file__).resolve().parent
if __name__ == "__main__":
    from ours.contacts import CONTACTS, CONTACTS_PAGE  # type: ignore[import-not-found]  # they lie beside this file
    from ours.pull_figure import PULL_FIGURE  # type: ignore[import-not-found]
    from ours.shouting import SHOUTING  # type: ignore[import-not-found]

    from nutgraf.cli import main

    main(PROJECT, (CONTACTS, CONTACTS_PAGE, PULL_FIGURE, SHOUTING))
