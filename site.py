"""Build and check this microsite: python site.py build (python site.py --help lists all commands)."""  # noqa: A005  # run, never imported

import sys
from pathlib import Path
from shlex import quote

PROJECT = Path(__file__).resolve().parent
if __name__ == "__main__":
    if sys.version_info < (3, 11):  # noqa: UP036  # said here, or the first new module would look like a lost package
        sys.exit(f"Nutgraf needs Python 3.11 or newer; this is {sys.version.split()[0]}.")
    try:
        from nutgraf.cli import main

        main(PROJECT)
    except ModuleNotFoundError as missing:
        if (missing.name or "").startswith("nutgraf."):
            raise
        install = f"{quote(sys.executable)} -m pip install -c constraints.txt -r requirements.txt"
        sys.exit(f"The package {missing.name} is not installed. Run: cd {quote(str(PROJECT))} && {install}")
