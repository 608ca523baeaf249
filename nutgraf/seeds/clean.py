"""A text capture read: rows → blocks → verdicts → extent → fields → decisions → paragraphs and lines."""

from __future__ import annotations

from nutgraf.seeds.blocks import Block, build_blocks
from nutgraf.seeds.dateline import find_dateline
from nutgraf.seeds.decide import Decision, decide
from nutgraf.seeds.echo import with_echoes
from nutgraf.seeds.extent import find_extent
from nutgraf.seeds.fields import Fields, find_fields, with_bylines
from nutgraf.seeds.head import without_chronicle_dates
from nutgraf.seeds.kinds import kind_of
from nutgraf.seeds.mail import MAIL_HEADER, find_mail, unquoted
from nutgraf.seeds.overrides import overruled
from nutgraf.seeds.published import read_date
from nutgraf.seeds.reach import reach_down, reach_up
from nutgraf.seeds.reading import Paragraph, Reading
from nutgraf.seeds.rows import Row, split_rows
from nutgraf.seeds.rules import RULES, judge, survey
from nutgraf.seeds.rules.labels import label_of
from nutgraf.seeds.trace import left_out, traced_lines
from nutgraf.seeds.transcript import Transcript, find_transcript, paragraphs_of
from nutgraf.seeds.unwrap import join_text


def read_text(capture: str, remove: tuple[str, ...] = (), keep: tuple[str, ...] = ()) -> Reading:
    """The reading of a plain-text capture, with the editor’s overrides applied last. Raises nothing.

    remove, keep: as in read_capture. Transcripts with times and pasted e-mails are recognised.
    """
    rows = split_rows(capture)
    if transcript := find_transcript(rows):
        return _read_transcript(transcript, rows, remove, keep)
    rows = unquoted(rows)
    blocks = build_blocks(rows)
    decisions, fields = _judged(blocks)
    decisions, missed = overruled(decisions, blocks, rows, remove, keep)
    paragraphs = _paragraphs(blocks, decisions)
    texts = tuple(paragraph.text for paragraph in paragraphs if paragraph.kind == "text")
    return Reading(
        title=fields.headline.text if fields.headline else None,
        author=fields.author,
        published=fields.published,
        publisher=fields.headline.publisher if fields.headline else None,
        dateline=find_dateline(texts[0], texts[1:]) if texts else None,
        paragraphs=paragraphs,
        lines=traced_lines(rows, blocks, decisions),
        left_out=left_out(blocks, decisions),
        unmatched=missed,
    )


def _read_transcript(
    transcript: Transcript, rows: tuple[Row, ...], remove: tuple[str, ...], keep: tuple[str, ...]
) -> Reading:
    """All that was spoken is the text; of the lines above the first time the first is the headline."""
    head = transcript.head
    title = next((index for index, block in enumerate(head) if label_of(block) is None), None)
    blocks = (*head, *(cue.block for cue in transcript.cues))
    rules = [Decision(index == title, "headline" if index == title else "before-article") for index in range(len(head))]
    rules += [Decision(True, "cue")] * len(transcript.cues)
    decisions, missed = overruled(tuple(rules), blocks, rows, remove, keep)
    above = tuple(
        Paragraph(block.text, "text")
        for block, decision in zip(head, decisions, strict=False)
        if decision.kept and decision.rule != "headline"
    )
    spoken = zip(transcript.cues, decisions[len(head) :], strict=True)
    cues = tuple(cue for cue, decision in spoken if decision.kept)
    texts = map(join_text, paragraphs_of(cues))
    return Reading(
        title=head[title].text if title is not None else None,
        published=next(filter(None, (read_date(block.text) for block in head)), None),
        paragraphs=(*above, *(Paragraph(text, "text", breaks) for text, breaks in texts)),
        lines=traced_lines(rows, blocks, decisions),
        left_out=left_out(blocks, decisions),
        unmatched=missed,
    )


def _judged(blocks: tuple[Block, ...]) -> tuple[tuple[Decision, ...], Fields]:
    """The rules' decisions. The extent is found twice: names and biographies are known only once it has been found."""
    if not blocks:
        return (), Fields()
    scene = survey(blocks)
    verdicts = tuple(judge(index, scene, RULES) for index in range(len(blocks)))
    everything = (0, len(blocks) - 1)
    if mail := find_mail(blocks):
        fields = Fields(mail.headline, mail.author, mail.published)
        verdicts = tuple(MAIL_HEADER if index in mail.headers else verdict for index, verdict in enumerate(verdicts))
        return decide(blocks, verdicts, everything, fields), fields
    extent = find_extent(blocks, verdicts) or everything
    fields = find_fields(blocks, verdicts, extent)
    verdicts = with_bylines(blocks, verdicts, fields, extent[0])
    verdicts = with_echoes(blocks, verdicts, fields.headline, extent[0])
    extent = find_extent(blocks, verdicts) or everything
    extent = reach_up(blocks, verdicts, extent, fields.headline.index if fields.headline else None)
    extent = reach_down(blocks, verdicts, extent, fields.headline.text if fields.headline else "")
    verdicts = without_chronicle_dates(blocks, verdicts, extent)
    return decide(blocks, verdicts, extent, fields), fields


def _paragraphs(blocks: tuple[Block, ...], decisions: tuple[Decision, ...]) -> tuple[Paragraph, ...]:
    kept = tuple(
        b for b, decision in zip(blocks, decisions, strict=True) if decision.kept and decision.rule != "headline"
    )
    return tuple(Paragraph(block.text, kind_of(index, kept), block.breaks) for index, block in enumerate(kept))
