"""What was measured, as JSON: the machine, the versions and every single time."""

import json
import os
import platform
from dataclasses import asdict
from pathlib import Path

from bench.sites import Figures, Results
from bench.tools import Tools

Record = dict[str, object]


def write_record(path: Path, results: dict[int, Results], tools: Tools, settings: dict[str, object]) -> None:
    """Writes the record."""
    sizes = {
        str(size): {name: {step: asdict(each) for step, each in steps.items()} for name, steps in by_name.items()}
        for size, by_name in results.items()
    }
    record = {"machine": machine(), "versions": tools.versions(), "settings": settings, "sizes": sizes}
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(record, indent=1) + "\n", "utf-8")


def add_previews(path: Path, previews: dict[str, object]) -> None:
    """Adds to a record, if there is one, what was measured of previews."""
    record = json.loads(path.read_text("utf-8")) if path.exists() else {"machine": machine()}
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({**record, "previews": previews}, indent=1) + "\n", "utf-8")


def read_results(record: dict[str, dict[str, dict[str, dict[str, dict[str, list[float]]]]]]) -> dict[int, Results]:
    """The figures of a record."""
    return {
        int(size): {name: {step: Figures(**each) for step, each in steps.items()} for name, steps in by_name.items()}  # type: ignore[arg-type]
        for size, by_name in record["sizes"].items()
    }


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
