"""The engine’s digest: known from the last time, and another as soon as a file of the engine is."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from nutgraf.memory import engine
from nutgraf.memory.engine import engine_digest, known_engine


@pytest.fixture(autouse=True)
def _each_test_is_a_process() -> Iterator[None]:
    """The digest is taken once per process; a test stands for one, and leaves nothing to the next."""
    start_again()
    yield
    start_again()


def start_again() -> None:
    """As if another process had begun."""
    engine.engine_digest.cache_clear()
    engine._seen.cache_clear()


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that stands for the engine."""
    folder = tmp_path / "nutgraf"
    shutil.copytree(Path(engine.__file__).parent, folder, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(engine, "_ENGINE", folder)
    return folder


def refuse() -> bytes:
    raise AssertionError("no file was to be read")


def test_what_is_kept_is_not_taken_again(own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    digest = engine_digest()
    assert known_engine(tmp_path, keeps=True) == digest
    (own / "__pycache__").mkdir()
    (own / "__pycache__/scan.pyc").write_bytes(b"compiled")
    start_again()
    monkeypatch.setattr(engine, "engine_digest", refuse)
    assert known_engine(tmp_path) == digest


def test_what_lies_beside_the_engine_does_not_matter(
    own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(own.parent)
    digest = known_engine(tmp_path, keeps=True)
    (own.parent / "build").mkdir()
    start_again()
    monkeypatch.setattr(engine, "engine_digest", refuse)
    assert known_engine(tmp_path) == digest


def test_another_version_of_a_package_makes_another_engine(
    own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(tmp_path)
    (tmp_path / "jinja-9.0.dist-info").mkdir()
    before = known_engine(tmp_path, keeps=True)
    (tmp_path / "jinja-9.0.dist-info").rename(tmp_path / "jinja-9.1.dist-info")
    start_again()
    assert known_engine(tmp_path) == engine_digest() != before
    assert own.exists()


def test_an_engine_with_another_file_is_another(own: Path, tmp_path: Path) -> None:
    before = known_engine(tmp_path, keeps=True)
    (own / "scan.py").write_text("# shorter", "utf-8")
    assert known_engine(tmp_path) == before, "the process that runs is still the old engine"
    start_again()
    after = known_engine(tmp_path)
    assert before != after == engine_digest()


def test_who_only_looks_keeps_nothing(tmp_path: Path) -> None:
    assert known_engine(tmp_path / "gone") == engine_digest()
    assert not list(tmp_path.iterdir())


def test_what_was_damaged_is_taken_anew(own: Path, tmp_path: Path) -> None:
    digest = known_engine(tmp_path, keeps=True)
    whole = (tmp_path / "engine").read_bytes()
    for end in range(0, len(whole), len(whole) // 10):
        (tmp_path / "engine").write_bytes(whole[:end])
        assert known_engine(tmp_path) == digest
    assert own.exists()
