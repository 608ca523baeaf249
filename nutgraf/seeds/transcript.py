"""Transcripts with times: subtitles (WebVTT, SRT, SBV) and what the panels of video players give when they are copied.

Times, numbers of cues and marks of speakers are no words. The spoken words are the text, one cue after the other; a
paragraph ends where the speaker changes, after a pause, or at the end of a sentence when it is long.
"""

from __future__ import annotations

import html
import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from nutgraf.seeds.blocks import Block, fold
from nutgraf.seeds.shape import SENTENCE_ENDS, measure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nutgraf.seeds.rows import Row

_TIME = r"(?:\d{1,3}:)?\d{1,2}:\d{1,2}(?:[.,]\d{1,3})?"
_SPAN = re.compile(rf"({_TIME})\s*(?:-->|,)\s*({_TIME})(?:\s+\S.*)?")  # --> with settings behind it; the comma of SBV
_STAMP = re.compile(rf"(?P<speaker>[^\d\[(]{{2,60}}\s)?[\[(]?(?P<time>{_TIME})[\])]?(?:\s*[-–:]\s+|\s+|$)(?P<words>.*)")
_HEADER, _NOTES = "WEBVTT", ("NOTE", "STYLE", "REGION")
_VOICE = re.compile(r"<v(?:\.[^\s<>]*)?\s([^<>]+)>")
_TAG = re.compile(rf"</?(?:c|i|b|u|v|s|ruby|rt|lang|font)(?:[.\s][^<>]*)?>|<{_TIME}>|\{{\\[^{{}}]*\}}", re.IGNORECASE)
_ROLLING = re.compile(rf"<{_TIME}>")  # captions that roll up: each line stands in two cues
_NEW_SPEAKER = re.compile(r"(?:>>+|[-–—]\s)\s*")
_NUMBER = re.compile(r"\d+")
_FEWEST = 3  # times
_BEGINS = 60  # seconds: the first time of a transcript; that of a live blog is one of the day
_SPOKEN = 0.8  # of the times that have words
_SHARE = 0.25  # of the lines that have a time
_PAUSE = 2.0  # seconds
_LONG, _LONGEST = 300, 800  # letters of a paragraph that ends with its sentence, and that ends at all events


class Cue(NamedTuple):
    """The words of one line."""

    block: Block
    opens: bool  # a paragraph: a speaker begins, or there was a pause
    speaker: str | None  # where the capture names one here


class Transcript(NamedTuple):
    """A transcript by its lines; those that are neither are times, numbers and marks."""

    head: tuple[Block, ...]  # above the first time
    cues: tuple[Cue, ...]


class _Line(NamedTuple):
    row: Row
    words: str
    start: float | None  # seconds, where a cue begins here
    end: float | None
    speaker: str | None


def find_transcript(rows: tuple[Row, ...]) -> Transcript | None:
    """The transcript that the capture is: WebVTT, SRT, SBV or the copied panel of a video player.

    None for any other.
    """
    written = tuple(row for row in rows if row.text)
    found = _subtitles(rows) or _panel(written)
    if found is None:
        return None
    head, lines = found
    return Transcript(tuple(map(_block, head)), tuple(_cues(lines)))


def paragraphs_of(cues: tuple[Cue, ...]) -> Iterator[list[str]]:
    """The lines of each paragraph, with “Name: ” before the first if another person speaks.

    cues: those of a Transcript. A paragraph ends with a pause, at another speaker, or at a sentence end once it is
    long.
    """
    lines: list[str] = []
    speaker: str | None = None
    for cue in cues:
        length = sum(map(len, lines))
        ends = length >= _LONGEST or (length >= _LONG and lines[-1].rstrip("\"'”’»)")[-1:] in SENTENCE_ENDS)
        if lines and (ends or cue.opens or (cue.speaker and cue.speaker != speaker)):
            yield lines
            lines = []
        is_named = cue.speaker is not None and cue.speaker != speaker
        lines.append(f"{cue.speaker}: {cue.block.text}" if is_named else cue.block.text)
        speaker = cue.speaker or speaker
    if lines:
        yield lines


def _subtitles(rows: tuple[Row, ...]) -> tuple[list[Row], list[_Line]] | None:
    """The lines of a file of subtitles: blocks of a time and words, with a number or a name before the time."""
    spans = [index for index, row in enumerate(rows) if _SPAN.fullmatch(row.text)]
    is_vtt = next((row.text for row in rows if row.text), "").startswith(_HEADER)
    if len(spans) < (1 if is_vtt else 2):
        return None
    numbers = {index - 1 for index in spans if index and _is_name_of_cue(index - 1, rows, is_vtt=is_vtt)}
    head = [row for index, row in enumerate(rows[: spans[0]]) if row.text and not is_vtt and index not in numbers]
    lines: list[_Line] = []
    times: tuple[float | None, float | None] = None, None
    is_note = False
    for index in range(spans[0], len(rows)):
        row = rows[index]
        if span := _SPAN.fullmatch(row.text):
            times, is_note = (_seconds(span[1]), _seconds(span[2])), False
        elif not row.text:
            is_note = False
        elif is_note or (is_vtt and not rows[index - 1].text and row.text.split()[0] in _NOTES):
            is_note = True
        elif index not in numbers:
            voice = _VOICE.search(row.text)
            lines.append(_Line(row, row.text, *times, voice[1].strip() if voice else None))
            times = None, None
    return head, lines


def _is_name_of_cue(index: int, rows: tuple[Row, ...], *, is_vtt: bool) -> bool:
    """A number above the time; in WebVTT any line that begins a block there."""
    return rows[index].text.isdigit() or (is_vtt and (index == 0 or not rows[index - 1].text))


def _panel(rows: tuple[Row, ...]) -> tuple[list[Row], list[_Line]] | None:
    """The lines of a transcript whose times are above the words or before them, with a speaker’s name or without."""
    stamps = {index: stamp for index, row in enumerate(rows) if (stamp := _stamp(row.text))}
    if not _is_transcript(stamps, rows):
        return None
    labels = [index + 1 for index, stamp in stamps.items() if _spells(stamp["time"], rows, index + 1)]
    spelled = set(labels if len(labels) * 2 >= len(stamps) else ())
    first = min(stamps)
    lines: list[_Line] = []
    start: float | None = None
    speaker: str | None = None
    for index in range(first, len(rows)):
        words = rows[index].text
        if stamp := stamps.get(index):
            start, words, speaker = (
                _seconds(stamp["time"]),
                stamp["words"],
                (stamp["speaker"] or "").strip(" -–:") or None,
            )
        if words and index not in spelled:
            lines.append(_Line(rows[index], words, start, None, speaker))
            start = speaker = None
    return list(rows[:first]), lines


def _stamp(text: str) -> re.Match[str] | None:
    """A time alone, with words behind it, or with a name before it; a time inside a sentence is none."""
    found = _STAMP.fullmatch(text)
    if found is None or not found["speaker"]:
        return found
    name = found["speaker"].strip()
    return found if not found["words"] and len(name.split()) <= 5 and name[-1] not in SENTENCE_ENDS + ",;" else None


def _is_transcript(stamps: dict[int, re.Match[str]], rows: tuple[Row, ...]) -> bool:
    """Whether the times begin near zero, never go back, are close together, and have words."""
    if len(stamps) < _FEWEST:
        return False
    times = [_seconds(stamp["time"]) for stamp in stamps.values()]
    if times[0] >= _BEGINS or any(later < earlier for earlier, later in pairwise(times)):
        return False
    spoken = sum(
        bool(stamp["words"]) or (index + 1 < len(rows) and index + 1 not in stamps) for index, stamp in stamps.items()
    )
    return spoken >= _SPOKEN * len(stamps) and len(stamps) >= _SHARE * (len(rows) - min(stamps))


def _spells(stamp: str, rows: tuple[Row, ...], index: int) -> bool:
    """Whether a line says the time above it in words: “1 minute, 3 seconds” below 1:03."""
    if index >= len(rows):
        return False
    parts = [number for part in re.split(r"[:.,]", stamp) if (number := int(part))] or [0]
    numbers = list(map(int, _NUMBER.findall(rows[index].text)))
    return numbers == parts and len(rows[index].text.split()) <= 3 * len(parts)


def _cues(lines: list[_Line]) -> Iterator[Cue]:
    rolls = any(_ROLLING.search(line.words) for line in lines)
    before: str | None = None
    ended: float | None = None
    for line in lines:
        words = html.unescape(_TAG.sub("", line.words)).strip()
        bare = _NEW_SPEAKER.sub("", words, count=1) if _NEW_SPEAKER.match(words) else words
        paused = line.start is not None and ended is not None and line.start - ended >= _PAUSE
        ended = line.end if line.end is not None else ended
        if bare and not (rolls and bare == before):
            yield Cue(_block(line.row._replace(text=" ".join(bare.split()))), paused or bare != words, line.speaker)
            before = bare


def _block(row: Row) -> Block:
    return Block(row.text, fold(row.text), measure(row.text), (row.number,))


def _seconds(stamp: str) -> float:
    seconds = 0.0
    for part in stamp.replace(",", ".").split(":"):
        seconds = seconds * 60 + float(part)
    return seconds
