"""docs/performance.md, written from a record."""

from pathlib import Path

from bench.record import measured, read
from bench.tables import (
    growth_table,
    previews_table,
    ratios_table,
    sizes_table,
    stages_table,
    targets_table,
    work_table,
)

TEMPLATE = Path(__file__).with_name("performance.txt")


def write_report(record_file: Path, day: str, target: Path) -> None:
    """Writes the page; ``day`` is when the record was made."""
    record = read(record_file)
    found = measured(record)
    if not found.series:
        raise SystemExit(f"{record_file} holds no measured sites. Run: python -m bench sites")
    machine = record["machine"]
    text = TEMPLATE.read_text("utf-8").format(
        day=day,
        machine=f"{machine['processor']}, {machine['cores']} cores, {machine['memory']}, {machine['system']}",
        versions=", ".join(f"{name} {version}" for name, version in record["versions"].items()),
        limits=", ".join(f"{limit:,.0f}" for limit in sorted({each.limit for each in found.series})),
        targets=targets_table(found),
        sizes="\n".join(sizes_table(size, found) for size in found.sizes),
        ratios="\n".join(ratios_table(size, found) for size in found.sizes),
        work="\n".join(work_table(size, found) for size in found.sizes),
        growth=growth_table(found),
        previews=previews_table(record["previews"]) if "previews" in record else "Not measured.\n",
        stages=stages_table(record["stages"]) if "stages" in record else "Not measured.\n",
    )
    target.write_text(text, "utf-8")
