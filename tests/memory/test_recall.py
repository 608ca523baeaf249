"""A process that builds again and again: what it still knows, and when it does not trust itself."""

import errno
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from typing import Any

import pytest

from nutgraf import pipeline
from nutgraf.additions import AdditionError
from nutgraf.build import Options
from nutgraf.memory.recall import Recall
from nutgraf.memory.store import Handle, Store, name_in
from nutgraf.publish import OutputError
from nutgraf.read import ChangedError
from tests.memory.desk import Desk, rendered

FERRY = "content/explainers/ferry.md"


@pytest.fixture
def process(desk: Desk) -> Desk:
    return replace(desk, recall=Recall())


def refuse(*_: object) -> None:
    raise AssertionError("this was not to be asked for")


def test_it_reads_no_table_and_looks_at_no_file_that_it_has_published(
    process: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    process.build()
    process.edit(FERRY, "It is slow.", "It is not fast.")
    monkeypatch.setattr("nutgraf.memory.table_file.TableFile.load", refuse)
    monkeypatch.setattr("nutgraf.memory.outputs.Outputs._look", refuse)
    done = process.build()
    assert rendered(done) == {"ferry/index.html"}
    assert process.published() == process.clean_build()[1]


def test_what_one_save_has_opened_the_next_has_at_hand(process: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    store_open = Store.open

    def counted(store: Store, handle: Handle) -> object:
        opened.append(name_in(handle))
        return store_open(store, handle)

    monkeypatch.setattr(Store, "open", counted)
    counts = []
    for number in range(3):
        opened.clear()
        process.write(FERRY, f"{(process.project / FERRY).read_text('utf-8')}\nSave {number}.\n")
        process.build()
        counts.append(len(opened))
    assert counts[0] > 10 > counts[2]
    assert process.published() == process.clean_build()[1]


def test_what_is_kept_open_has_an_end(process: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("nutgraf.memory.memory.MOST_OPENED", 3)
    for number in range(3):
        process.write(FERRY, f"{(process.project / FERRY).read_text('utf-8')}\nSave {number}.\n")
        process.build()
    assert process.recall
    assert len(process.recall.opened) == 3
    assert process.published() == process.clean_build()[1]


@pytest.mark.parametrize("path", [FERRY, "templates/base.html", "locale/en.po"])
def test_templates_are_loaded_again_when_they_or_their_words_are_others(process: Desk, path: str) -> None:
    assert process.recall
    process.build()
    (before,) = process.recall.environments.values()
    if path == FERRY:
        process.edit(FERRY, "It is slow.", "It is not fast.")
    elif path == "templates/base.html":
        process.edit(path, "{{ view }}", "{{ view }}<!-- new -->")
    else:
        process.write(
            path, 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "Glossary"\nmsgstr "Words"\n'
        )
    process.build()
    (after,) = process.recall.environments.values()
    assert (after is before) == (path == FERRY)
    assert process.published() == process.clean_build()[1]


def test_it_writes_its_memory_when_it_rests(process: Desk) -> None:
    process.build()
    assert not (process.cache / "table").exists()
    assert process.recall
    process.recall.rest()
    done = replace(process, recall=None).build()
    assert (done.parsed, done.rendered) == ((), ())


def test_what_was_not_written_is_made_again_by_the_next_process(process: Desk) -> None:
    process.build()
    expected = process.published()
    done = replace(process, recall=None).build()
    assert (done.written, process.published()) == (0, expected)
    assert len(done.parsed) == 9


def test_when_another_process_has_built_it_reads_what_that_one_has_learned(process: Desk) -> None:
    assert process.recall
    process.build()
    process.recall.rest()
    process.edit(FERRY, "It is slow.", "It is not fast.")
    replace(process, recall=None).build()
    done = process.build()
    assert (done.parsed, done.rendered) == ((), ())
    process.recall.rest()
    assert replace(process, recall=None).build().parsed == ()


def test_after_a_publication_that_was_cut_off_it_looks_at_its_files(
    process: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    process.build()
    before = process.published()
    process.edit(FERRY, "It is slow.", "It is not fast.")

    def cut_off(staged: list[str], files: set[str], folder: object) -> None:
        del files, folder
        for name in staged:
            (process.output / name).write_bytes(b"half a page")
        raise OutputError("the disk is full")

    with monkeypatch.context() as patch:
        patch.setattr(pipeline, "publish", cut_off)
        with pytest.raises(OutputError):
            process.build()
    process.edit(FERRY, "It is not fast.", "It is slow.")
    process.build()
    assert process.published() == before


def test_a_recall_of_one_folder_says_nothing_of_another(process: Desk) -> None:
    process.build()
    done = pipeline.build(Options(process.project, process.scratch), recall=process.recall)
    assert done.written == len(process.published().keys() - {".nutgraf.json"})


@pytest.mark.parametrize("is_written", [True, False])
def test_an_output_folder_that_was_deleted_is_filled_again(process: Desk, is_written: bool) -> None:
    assert process.recall
    process.build()
    if is_written:
        process.recall.rest()
    shutil.rmtree(process.output)
    process.edit(FERRY, "It is slow.", "It is not fast.")
    process.build()
    assert process.published() == process.clean_build()[1]


@pytest.mark.parametrize("bug", [KeyError("a bug"), SystemExit(3)])
def test_after_a_bug_nothing_is_trusted(process: Desk, bug: BaseException, monkeypatch: pytest.MonkeyPatch) -> None:
    process.build()
    process.edit(FERRY, "It is slow.", "It is not fast.")
    with monkeypatch.context() as patch:
        patch.setattr(pipeline, "print_all", raising(bug))
        with pytest.raises(type(bug)):
            process.build()
    assert len(process.build().parsed) == 9, "all of them"
    assert process.published() == process.clean_build()[1]
    process.edit(FERRY, "It is not fast.", "It is slow.")
    assert process.build().parsed == (FERRY,)


@pytest.mark.parametrize("error", [OutputError("the disk is full"), ChangedError("site.toml"), AdditionError("ours")])
def test_after_what_was_foreseen_it_goes_on_as_before(
    process: Desk, error: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    process.build()
    process.edit(FERRY, "It is slow.", "It is not fast.")
    with monkeypatch.context() as patch:
        patch.setattr(pipeline, "print_all", raising(error))
        with suppress(OutputError, AdditionError):
            process.build()
    assert process.build().parsed == (FERRY,)
    assert process.published() == process.clean_build()[1]


@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "no space left"), KeyError("a bug")])
def test_what_fails_while_it_is_written_down_spoils_nothing(
    process: Desk, error: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert process.recall
    monkeypatch.setattr("nutgraf.memory.compaction.FILES", 0)
    process.build()
    moved = Store.move
    for calls in range(1, 40, 7):
        left = iter(range(calls))

        def move(store: Store, handle: Handle, left: Iterator[int] = left) -> Handle:
            if next(left, None) is None:
                raise error
            return moved(store, handle)

        with monkeypatch.context() as patch:
            patch.setattr(Store, "move", move)
            with pytest.raises(type(error)):
                process.recall.rest()
        process.write(FERRY, f"{(process.project / FERRY).read_text('utf-8')}\nSave {calls}.\n")
        done = process.build()
        assert len(done.parsed) == (1 if isinstance(error, OSError) else 9)
        assert process.published() == process.clean_build()[1]
    process.recall.rest()
    assert replace(process, recall=None).build().parsed == ()


def raising(error: BaseException) -> Callable[..., Any]:
    def fail(*_: object, **__: object) -> Any:
        raise error

    return fail
