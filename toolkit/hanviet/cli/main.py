"""The `hanviet` command: finds the subcommand, and turns errors into one line and a status."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import NoReturn

import click

from hanviet.errors import HanvietError

COMMANDS = {
    "annotate": ("hanviet.cli.documents", "Find the names in documents, each by itself."),
    "align": ("hanviet.cli.documents", "Align the names of all documents: one row per thing."),
    "lookup": ("hanviet.cli.names", "Find entries by any form in any script."),
    "compare": ("hanviet.cli.names", "Compare two names, with the evidence by syllable."),
    "read": ("hanviet.cli.names", "Read a Chinese name in Hán-Việt and pinyin."),
    "propose": ("hanviet.cli.names", "Propose forms of a name in the other language."),
    "reconcile": ("hanviet.cli.tables", "Tie each row of a table to an entry."),
    "dedupe": ("hanviet.cli.dedupe", "Find which rows of a table name the same thing."),
    "evaluate": ("hanviet.cli.evaluation", "Score a system's output against gold."),
    "gazetteer": ("hanviet.cli.gazetteer", "Check, format, extend and export gazetteer data."),
}
"""Command to the module that holds it and its line of help: a module is imported when used."""


class LazyGroup(click.Group):
    """A group whose commands are imported when they are called."""

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; a closed pipe ends it before click makes a status 1 of it."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            _end_on_closed_pipe()

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click calls it
        """The names of the commands, in the order of the documentation."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  click calls it
        """Import the command's module and return the command."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(COMMANDS[cmd_name][0])
        command = getattr(module, f"{cmd_name}_command")
        return command if isinstance(command, click.Command) else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002  click calls it
        """List the commands from the table, so that help imports nothing."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])


@click.group(
    cls=LazyGroup, no_args_is_help=False, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.version_option(package_name="hanviet", prog_name="hanviet")
def cli() -> None:
    """Find, link and reconcile names in Vietnamese and Chinese."""


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and exit.

    Exit status: 0 done; 1 done, but something needs a look; 2 wrong usage or unusable input.
    """
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        status = cli.main(args=arguments, prog_name="hanviet", standalone_mode=False)
        sys.stdout.flush()
    except HanvietError as error:
        click.echo(f"hanviet: {error}", err=True)
        sys.exit(2)
    except click.ClickException as error:
        click.echo(f"hanviet: {_usage_line(error)}", err=True)
        sys.exit(2)
    except (click.Abort, KeyboardInterrupt):
        click.echo("hanviet: stopped", err=True)
        sys.exit(130)
    except UnicodeEncodeError:
        # Bytes of an argument that are no UTF-8 arrive as lone surrogates.
        click.echo("hanviet: an argument is not UTF-8", err=True)
        sys.exit(2)
    except BrokenPipeError:
        _end_on_closed_pipe()
    except OSError as error:
        place = error.filename or "output"
        click.echo(f"hanviet: {place}: {error.strerror or error}", err=True)
        sys.exit(2)
    sys.exit(status if isinstance(status, int) else 0)


def _usage_line(error: click.ClickException) -> str:
    context = getattr(error, "ctx", None)
    command = context.command_path if context is not None else "hanviet"
    message = " ".join(error.format_message().split()).rstrip(".")
    return f"{message} (try {command} --help)"


def _end_on_closed_pipe() -> NoReturn:
    """The reader of our output has gone; what it wanted it has. As shells report SIGPIPE."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(141)
