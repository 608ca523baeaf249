from __future__ import annotations

from pathlib import Path

from nutgraf.seeds import decode_capture, read_capture

SEED = Path(__file__).parents[2] / "seeds" / "000_4ee13673fc419608.txt"
READING = read_capture(decode_capture(SEED.read_bytes(), None), ".txt")


def test_the_fields_of_the_real_seed_are_found() -> None:
    assert READING.title == "Jaishankar Meets Sergio Gore, Says They Discuss ‘many Dimensions’ Of India-US Partnership"
    assert READING.author == "Anand Kumar"
    assert READING.dateline == "New Delhi"
    assert READING.published is None


def test_the_real_seed_has_eight_paragraphs_and_the_caption_is_one_of_its_own() -> None:
    starts = [(paragraph.kind, paragraph.text.split(" ")[0]) for paragraph in READING.paragraphs]
    assert starts == [
        ("text", "New"),
        ("caption", "External"),
        ("text", "Jaishankar’s"),
        ("text", "“Delighted"),
        ("text", "Gore"),
        ("text", "There"),
        ("text", "The"),
        ("text", "India"),
    ]
    assert READING.paragraphs[0].text.startswith("New Delhi:External Affairs Minister S Jaishankar on Thursday met")
    assert READING.paragraphs[1].text.endswith("in New Delhi on Thursday. (@DrSJaishankar X)")
    assert READING.paragraphs[2].text.startswith("Jaishankar’s visit to the US on February 4-5, which")


def test_the_furniture_of_the_real_seed_is_dropped_by_named_rules() -> None:
    dropped = {line.text.strip(): line.rule for line in READING.lines if not line.kept and line.text.strip()}
    assert dropped["2 Min Read"] == "read-time"
    assert dropped["#image_title"] == "image-placeholder"
    assert dropped["Anand Kumar"] == "byline"
    assert dropped["TAGGED:"] == "tags"
    assert dropped["Share This Article"] == "share"
    assert dropped["Leave a Reply"] == "comments"
    assert sum(rule == "biography" for rule in dropped.values()) == 2
    assert "Your email address will not be published. Required fields are marked *" in dropped
