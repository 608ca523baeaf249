"""docs/performance.md, written from a record."""

import json
from pathlib import Path

from bench.record import read_results
from bench.tables import growth_table, previews_table, sizes_table, targets_table, work_table

TEMPLATE = Path(__file__).with_name("performance.txt")


def write_report(record_file: Path, day: str, target: Path) -> None:
    """Writes the page; ``day`` is when the record was made."""
    record = json.loads(record_file.read_text("utf-8"))
    results = read_results(record)
    machine, settings = record["machine"], record["settings"]
    text = TEMPLATE.read_text("utf-8").format(
        day=day,
        machine=f"{machine['processor']}, {machine['cores']} cores, {machine['memory']}, {machine['system']}",
        versions=", ".join(f"{name} {version}" for name, version in record["versions"].items()),
        turns=settings["turns"],
        weighings=settings["weighings"],
        limit=f"{settings['limit']:,.0f}",
        targets=targets_table(results),
        sizes="\n".join(sizes_table(size, results[size]) for size in sorted(results)),
        work="\n".join(work_table(size, results[size]) for size in sorted(results)),
        growth=growth_table(results),
        previews=previews_table(record["previews"]) if "previews" in record else "Not measured.\n",
    )
    target.write_text(text, "utf-8")
