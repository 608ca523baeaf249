"""``nutgraf completion``: the shell completes commands, options, sources and seeds."""

import click
from click.shell_completion import BashComplete, FishComplete, ZshComplete

from nutgraf.commands.context import COMPLETED_BY, PROGRAM

SHELLS = {"bash": BashComplete, "zsh": ZshComplete, "fish": FishComplete}


@click.command()
@click.argument("shell", type=click.Choice([*SHELLS]))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Let your shell complete nutgraf.

    Commands, options, and the names of sources and seeds. What this prints belongs where your shell reads it:

    \b
    nutgraf completion bash >> ~/.bashrc
    nutgraf completion zsh >> ~/.zshrc
    nutgraf completion fish > ~/.config/fish/completions/nutgraf.fish
    """
    click.echo(SHELLS[shell](context.find_root().command, {}, PROGRAM, COMPLETED_BY).source())
