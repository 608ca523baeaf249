"""Build and check this microsite: python site.py build (python site.py --help lists all commands)."""  # noqa: A005  # run, never imported

import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parent
if __name__ == "__main__":
    if sys.version_info < (3, 11):  # noqa: UP036  # said here, or the first new module would look like a lost package
        sys.exit(f"Nutgraf needs Python 3.11 or newer; this is {sys.version.split()[0]}.")
    try:
        from nutgraf.cli import main

        main(PROJECT)
    except ModuleNotFoundError as lost:
        if "." in str(lost.name):
            lost.add_note(f"There is no {str(lost.name).replace('.', '/')}.py.")
            raise
        install = f'cd "{PROJECT}" && "{sys.executable}" -m pip install -c constraints.txt -r requirements.txt'
        sys.exit(f"The package {lost.name} is neither installed nor a folder of this site. Run: {install}")
