"""Values are read from where they lie, however many threads and copies of the process read at once."""

import os
import pickle
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from nutgraf.memory.store import Handle, Store, StoreError, files_in, remove_others
from tests.systems import unix_only

VALUES = [(f"value {number}\r\n\x1a", number, "x" * (number % 997)) for number in range(400)]
_STORE: list[Store] = []


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store(tmp_path, "1-1-0")
    yield store
    store.close()


def handles(store: Store) -> list[Handle]:
    return [store.keep(value) for value in VALUES]


def opened(handle: Handle) -> object:
    return _STORE[0].open(handle)


def test_what_is_kept_is_opened_in_any_order_and_between_new_values(store: Store) -> None:
    kept = handles(store)
    for number in reversed(range(len(VALUES))):
        assert store.open(kept[number]) == VALUES[number]
        if number % 50 == 0:
            assert store.open(store.keep(number)) == number


def test_a_file_that_is_there_is_written_on(store: Store, tmp_path: Path) -> None:
    first = store.keep("first")
    again = Store(tmp_path, "1-1-0")
    second = again.keep("second")
    assert [again.open(first), again.open(second)] == ["first", "second"]
    again.close()


def test_threads_read_at_once(store: Store) -> None:
    kept = handles(store)
    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(store.open, kept * 5)) == VALUES * 5


@unix_only("copies of a process")
def test_copies_of_a_process_read_at_once_what_it_has_opened(store: Store) -> None:
    kept = handles(store)
    assert store.open(kept[0]) == VALUES[0]  # the copies have this open too
    _STORE[:] = [store]
    with ProcessPoolExecutor(4, get_context("fork")) as copies:
        assert list(copies.map(opened, kept * 5)) == VALUES * 5


def test_another_process_opens_the_files_itself(store: Store) -> None:
    kept = handles(store)
    other: Store = pickle.loads(pickle.dumps(store))
    assert [other.open(handle) for handle in kept] == VALUES
    other.close()


def test_a_file_that_was_cut_short_is_damaged(store: Store, tmp_path: Path) -> None:
    *_, last = handles(store)
    os.truncate(tmp_path / "1-1-0.values", (tmp_path / "1-1-0.values").stat().st_size - 1)
    with pytest.raises(StoreError, match="cut short"):
        store.open(last)


def test_what_windows_does_not_let_go_is_removed_by_the_next_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("1-1-0", "2-1-0", "3-1-0"):
        (tmp_path / f"{name}.values").write_bytes(b"")
    unlink: Callable[..., None] = Path.unlink

    def refuse(path: Path, *, missing_ok: bool) -> None:
        if path.stem == "1-1-0":
            raise PermissionError(13, "in use", str(path))
        unlink(path, missing_ok=missing_ok)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "unlink", refuse)
        remove_others(tmp_path, ["3-1-0"])
    assert sorted(files_in(tmp_path)) == ["1-1-0", "3-1-0"]
    remove_others(tmp_path, ["3-1-0"])
    assert sorted(files_in(tmp_path)) == ["3-1-0"]
