"""python -m bench: the parts of the engine, and whole sites beside other generators (--help lists the commands)."""

import argparse
import sys
from dataclasses import asdict, replace
from functools import partial
from pathlib import Path

from bench.generators import GENERATORS, OURS, Generator
from bench.record import add_previews, add_series, add_stages, begin, measured, read
from bench.report import write_report
from bench.series import Measured, Series
from bench.serving import measure_serving
from bench.sites import STEPS, Asked, measure
from bench.stages import measure_stages
from bench.tables import ratios_table, sizes_table, stages_table, targets_table
from bench.tools import INSTALLED, PROJECT, Tools
from bench.workplace import workplace

PAGE = PROJECT / "docs/performance.md"
RECORD = INSTALLED / "record.json"


def main() -> int:
    asked = _arguments().parse_args()
    command = asked.command or "all"
    if command == "report":
        write_report(asked.record, asked.day, asked.page)
        return 0
    if command == "parts":
        return _parts()
    if command == "serve":
        return _serve(asked)
    if command == "stages":
        return _stages(asked)
    late = _parts() if command == "all" else 0
    return _sites(asked) or late


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench", description="Without a command: parts, then sites.")
    commands = parser.add_subparsers(dest="command")
    commands.add_parser("parts", help="quotations, linking and seeds by themselves")
    sites = commands.add_parser("sites", help="whole sites beside other generators")
    _add_sites(sites)
    _add_sites(parser)
    serve = commands.add_parser("serve", help="preview: from a file written to the new bytes")
    _add_common(serve)
    serve.add_argument("--size", type=int, default=1_000, help="explainers")
    serve.add_argument("--limit", type=float, default=180, help="seconds to wait for the first page, and for one edit")
    serve.add_argument("--record", type=Path, default=RECORD, help="file to which every single time is added")
    stages = commands.add_parser("stages", help="where the time of a build goes")
    stages.add_argument("--size", type=int, default=1_000, help="explainers")
    stages.add_argument("--runs", type=int, default=3, help="turns, of which the median counts")
    stages.add_argument("--folder", type=Path, help="where to work, instead of the RAM disk")
    stages.add_argument("--record", type=Path, default=RECORD, help="file to which the times are added")
    report = commands.add_parser("report", help="write docs/performance.md from a record")
    report.add_argument("--day", required=True, help="when the record was made, as readers shall see it")
    report.add_argument("--record", type=Path, default=RECORD)
    report.add_argument("--page", type=Path, default=PAGE)
    return parser


def _add_sites(parser: argparse.ArgumentParser) -> None:
    _add_common(parser)
    parser.add_argument("--sizes", type=_numbers, default=(100, 1_000), help="explainers, with commas: 100,1000,10000")
    parser.add_argument("--runs", type=int, default=5, help="turns that are timed")
    parser.add_argument("--steps", type=_steps, default=STEPS, help=f"with commas: {','.join(STEPS)}")
    parser.add_argument("--weighings", type=int, default=2, help="further turns that look at the memory")
    parser.add_argument("--limit", type=float, default=300, help="seconds after which a build is ended")
    parser.add_argument("--record", type=Path, default=RECORD, help="file to which every single time is added")


def _add_common(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--peers", type=_generators, default=GENERATORS, help="other generators, with commas")
    parser.add_argument("--folder", type=Path, help="where to work, instead of the RAM disk")
    parser.add_argument("--engine", type=Path, default=PROJECT, help="another checkout of ours to measure")
    parser.add_argument("--tools", type=Path, default=INSTALLED, help="where the other generators are installed")


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in text.split(","))


def _steps(text: str) -> tuple[str, ...]:
    wanted = text.split(",")
    if unknown := set(wanted) - set(STEPS):
        raise argparse.ArgumentTypeError(f"there is no step {', '.join(sorted(unknown))}")
    return tuple(step for step in STEPS if step in wanted)


def _generators(text: str) -> tuple[Generator, ...]:
    wanted = {OURS, *filter(None, text.split(","))}
    unknown = wanted - {generator.name for generator in GENERATORS}
    if unknown:
        raise argparse.ArgumentTypeError(f"there is no generator {', '.join(sorted(unknown))}")
    return tuple(generator for generator in GENERATORS if generator.name in wanted)


def _parts() -> int:
    from bench.parts import measure_parts  # the engine of this checkout, which sites and serve do not need

    return measure_parts()


def _sites(asked: argparse.Namespace) -> int:
    tools = _tools(asked)
    begin(asked.record, tools)
    for size in asked.sizes:
        with workplace(asked.folder) as folder:
            wanted = Asked(_measured(asked), asked.steps, size, asked.runs, asked.weighings, asked.limit, tools)
            series = Series(size, asked.limit, measure(wanted, folder))
        add_series(asked.record, series)
        found = Measured((series,))
        print(f"\n{sizes_table(size, found)}\n{ratios_table(size, found)}", flush=True)
    print(targets_table(measured(read(asked.record))))
    return 0


def _serve(asked: argparse.Namespace) -> int:
    from bench import preview  # the engine of this checkout, and a browser

    with workplace(asked.folder) as folder:
        served = measure_serving(_measured(asked), asked.size, folder, _tools(asked), asked.limit)
        sites = {
            "the sample": preview.measure_sample(folder),
            f"{asked.size:,}": preview.measure_corpus(folder, asked.size),
        }
    for name, saves in sites.items():
        print(f"{name:>10}  {saves}")
    add_previews(
        asked.record, {"size": asked.size, "served": served, "sites": {k: asdict(v) for k, v in sites.items()}}
    )
    return 0


def _stages(asked: argparse.Namespace) -> int:
    with workplace(asked.folder) as folder:
        stages = {"size": asked.size, "spent": measure_stages(asked.size, asked.runs, folder)}
    print(stages_table(stages))
    add_stages(asked.record, stages)
    return 0


def _measured(asked: argparse.Namespace) -> tuple[Generator, ...]:
    """The generators, ours with the engine that was asked for."""
    ours, *peers = asked.peers
    return (replace(ours, lay_out=partial(ours.lay_out, engine=asked.engine)), *peers)


def _tools(asked: argparse.Namespace) -> Tools:
    tools = Tools(asked.tools)
    if len(asked.peers) > 1 and not tools.are_installed:
        raise SystemExit("The other generators are not installed. Run: make bench")
    return tools


if __name__ == "__main__":
    sys.exit(main())
