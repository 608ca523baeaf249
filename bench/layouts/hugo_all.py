"""The corpus for Hugo with every file that ours makes: data, boxes, share images, feeds, marked passages."""

import shutil
from pathlib import Path

from bench.corpus.model import Corpus
from bench.layouts import hugo
from bench.layouts.peer import ASSETS, BENCH


def lay_out(corpus: Corpus, folder: Path) -> None:
    """Writes the project: that of ``hugo`` with other settings, and with templates added and replaced."""
    hugo.lay_out(corpus, folder)
    shutil.copytree(BENCH / "projects/hugo-all", folder, dirs_exist_ok=True)
    for name in ("headline.ttf", "label.ttf"):
        shutil.copy2(ASSETS / "share" / name, folder / "assets/share" / name)
    boxes = folder / "static/assets"
    (boxes / "embed").mkdir()
    for name, place in (("embed.css", "embed.css"), ("embed.js", "embed.js"), ("frames.js", "embed/frames.js")):
        shutil.copy2(ASSETS / "embed" / name, boxes / place)
