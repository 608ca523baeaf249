"""Build and check this microsite: python site.py build (python site.py --help lists all commands)."""

import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parent

if __name__ == "__main__":
    try:
        from nutgraf.cli import main

        main(PROJECT)
    except ModuleNotFoundError as missing:
        if (missing.name or "").startswith("nutgraf."):
            raise
        sys.exit(f"The package {missing.name} is not installed. Run: {sys.executable} -m pip install -e {PROJECT}")
