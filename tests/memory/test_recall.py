"""A process that builds again and again: what it still knows, and when it does not trust itself."""

from dataclasses import replace

import pytest

from nutgraf import pipeline
from nutgraf.build import Options
from nutgraf.memory.recall import Recall
from nutgraf.memory.store import Handle, Store, name_in
from nutgraf.publish import OutputError
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
