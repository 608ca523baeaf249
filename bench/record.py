"""What was measured, as JSON: the machine, the versions and every single time. Each command adds to it."""

import json
import os
import platform
from dataclasses import asdict
from pathlib import Path
from typing import Any

from bench.series import Measured, Series, replaces
from bench.sites import Figures
from bench.tools import Tools

Record = dict[str, Any]


def read(path: Path) -> Record:
    """The record, or an empty one where there is none yet."""
    return json.loads(path.read_text("utf-8")) if path.exists() else {}


def measured(record: Record) -> Measured:
    """All series of a record, the oldest first."""
    return Measured(tuple(map(_series, record.get("series", ()))))


def begin(path: Path, tools: Tools) -> None:
    """Writes machine and versions down; in a record of others new times are refused: they could not be compared."""
    record, here = read(path), {"machine": machine(), "versions": tools.versions()}
    for name, found in here.items():
        if record.get(name, found) != found:
            raise SystemExit(f"{path} has other {name}: {record[name]}. Give another file with --record.")
    _write(path, {**record, **here})


def add_series(path: Path, series: Series) -> None:
    """Adds what was measured to a record, in the place of what was measured before and now again."""
    record = read(path)
    kept = [each for each in measured(record).series if not replaces(series, each)]
    _write(path, {**record, "series": [asdict(each) for each in (*kept, series)]})


def add_previews(path: Path, previews: Record) -> None:
    """Adds to a record what was measured of previews."""
    _write(path, {"machine": machine(), **read(path), "previews": previews})


def add_stages(path: Path, stages: Record) -> None:
    """Adds to a record where the time of a build goes."""
    _write(path, {"machine": machine(), **read(path), "stages": stages})


def _write(path: Path, record: Record) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(record, indent=1) + "\n", "utf-8")


def _series(written: Record) -> Series:
    results = {
        name: {step: Figures(**each) for step, each in steps.items()} for name, steps in written["results"].items()
    }
    return Series(written["size"], written["limit"], results)


def machine() -> dict[str, str]:
    """Processor, cores, memory and system."""
    return {
        "processor": _field("/proc/cpuinfo", "model name") or platform.processor(),
        "cores": str(len(os.sched_getaffinity(0))),
        "memory": f"{int(_field('/proc/meminfo', 'MemTotal').split()[0] or 0) / 2**20:.0f} GiB",
        "system": f"{platform.system()} {platform.release()}",
    }


def _field(path: str, name: str) -> str:
    for line in Path(path).read_text("utf-8").splitlines():
        key, _, value = line.partition(":")
        if key.strip() == name:
            return value.strip()
    return "0"
