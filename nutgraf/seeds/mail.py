"""Pasted e-mails: the marks of quoted lines are the mail program’s, and so are the lines that say who wrote to whom."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec import Struct

from nutgraf.seeds.headline import Headline
from nutgraf.seeds.published import read_date
from nutgraf.seeds.rules import Verdict

if TYPE_CHECKING:
    from nutgraf.seeds.blocks import Block
    from nutgraf.seeds.rows import Row

MAIL_HEADER = Verdict(2.0, 0.3, "mail-header")
_QUOTED = re.compile(r"(?:>\s?)+")
# The words that mail programs write before their colons, in the languages of phrases.py.
_LABELS = {
    "from": "from von de da van fra från od от від kimden från lähettäjä από 发件人 寄件者 差出人 보낸사람 من प्रेषक",
    "to": "to cc bcc an à para a aan til till do кому kime vastaanottaja προς 收件人 收件者 宛先 받는사람 إلى الى प्रति",
    "date": "date sent datum gesendet envoyé enviado fecha data inviato verzonden sendt skickat wysłano дата tarih"
    " päiväys ημερομηνία 日期 发送时间 送信日時 날짜 التاريخ दिनांक",
    "subject": "subject betreff objet asunto assunto oggetto onderwerp emne ämne temat тема konu aihe θέμα"
    " 主题 主旨 件名 제목 الموضوع विषय",
}
_FIELD = {label: field for field, labels in _LABELS.items() for label in labels.split()}
_HEADER = re.compile(r"\*?([^\W\d_]{1,14})\*?\s?[:：]\*?\s*(.*)")
_FORWARDED = r"fwd?|wg|tr|rv|enc|doorst|vb|vs|pd|转发|転送"
_PREFIX = re.compile(
    rf"(?:(?P<forwarded>{_FORWARDED})|re|aw|sv|antw|odp|回复|返信|ответ)(?:\[\d+\])?\s?[:：]\s*", re.IGNORECASE
)
_ADDRESS = re.compile(r"\s*[<\[(]?(?:mailto:)?[^\s<>\[\]()]+@[^\s<>\[\]()]+[>\])]?\s*")
_RULE = re.compile(r"[-_=]{3,}[^-_=]*[-_=]{2,}|[-_=]{5,}")
_ATTRIBUTION = re.compile(r"[^@]{5,}@[^@]{2,}[:：]")
_LONGEST_LEAD = 240  # letters of a line that leads in what is quoted


class Mail(Struct, frozen=True):
    """What an e-mail says of itself."""

    headers: frozenset[int]  # the blocks that say it
    headline: Headline | None  # its subject
    author: str | None  # who wrote it; of a forwarded one, who wrote it first
    published: str | None


def unquoted(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """The rows without the marks of quoted lines (>), if two such lines follow each other; else the same rows.

    A line that is quoted more or less deeply than the one above begins a paragraph.
    """
    if not any(row.text.startswith(">") and following.text.startswith(">") for row, following in pairwise(rows)):
        return rows
    bare = []
    before = 0
    for row in rows:
        marks = _QUOTED.match(row.text)
        depth = marks[0].count(">") if marks else 0
        text = row.text[marks.end() :] if marks else row.text
        bare.append(row._replace(text=text, indented=row.indented or depth != before))
        before = depth
    return tuple(bare)


def find_mail(blocks: tuple[Block, ...]) -> Mail | None:
    """What the headers of an e-mail say, with the blocks they are in.

    None if there are none (names as in RFC 5322).
    """
    fields = {index: found for index, block in enumerate(blocks) if (found := _field(block.text))}
    runs = [(run, {fields[index][0] for index in run}) for run in _runs(sorted(fields))]
    if not any(_opens_mail(names, is_first=run[0] == 0) for run, names in runs):
        return None
    headers: dict[int, tuple[str, str]] = {}
    for run, names in runs:
        if ("from" in names and len(names) > 1) or _opens_mail(names, is_first=run[0] == 0):
            headers |= {index: fields[index] for index in run}
    subject = next((index for index, (name, _) in headers.items() if name == "subject"), None)
    headline, is_forwarded = _headline(subject, blocks, headers)
    senders = [_ADDRESS.sub(" ", value).strip(" \"'") for name, value in headers.values() if name == "from"]
    dates = [day for name, value in headers.values() if name == "date" and (day := read_date(value))]
    which = -1 if is_forwarded else 0
    marks = {index for index, block in enumerate(blocks) if _leads_in(index, block.text, headers)}
    return Mail(
        headers=frozenset(headers) | frozenset(marks),
        headline=headline,
        author=(senders[which] or None) if senders else None,
        published=dates[which] if dates else None,
    )


def _opens_mail(names: set[str], *, is_first: bool) -> bool:
    """Whether lines are headers of an e-mail: an author and a date alone may be above any article."""
    return ("from" in names and not names.isdisjoint(("to", "subject"))) or (is_first and "subject" in names)


def _field(text: str) -> tuple[str, str] | None:
    found = _HEADER.fullmatch(text) if len(text) <= 300 else None
    name = _FIELD.get(found[1].casefold()) if found else None
    return (name, found[2].strip()) if found and name else None


def _runs(numbers: list[int]) -> list[list[int]]:
    """The numbers in groups of those that follow each other."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs


def _headline(
    subject: int | None, blocks: tuple[Block, ...], headers: dict[int, tuple[str, str]]
) -> tuple[Headline | None, bool]:
    """The subject without “FW:” and the like, and whether the mail was forwarded."""
    if subject is None:
        return None, False
    text, is_forwarded = headers[subject][1], False
    while found := _PREFIX.match(text):
        text, is_forwarded = text[found.end() :], is_forwarded or found["forwarded"] is not None
    return (Headline(subject, blocks[subject].text, text, None) if text else None), is_forwarded


def _leads_in(index: int, text: str, headers: dict[int, tuple[str, str]]) -> bool:
    """“---- Original message ----” above headers, and “On Monday Jo <jo@example.org> wrote:”."""
    if len(text) > _LONGEST_LEAD:
        return False
    return (index + 1 in headers and _RULE.fullmatch(text) is not None) or _ATTRIBUTION.fullmatch(text) is not None
