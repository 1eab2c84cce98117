"""Options of a command in a YAML file, so that a batch can be repeated next month.

Keys are the long names of the options without `--`, and `input` for INPUT. The command line wins.
What the file may hold is what the command takes: it is checked against the command's own options.
"""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import click

from hanviet.errors import GazetteerError, UsageError

_NEVER = frozenset({"config", "help", "resume", "review"})
"""Options of one run only."""

_TRUE = frozenset({"true", "yes", "on"})
_FALSE = frozenset({"false", "no", "off"})


def config_option(function: click.decorators.FC) -> click.decorators.FC:
    """`--config`: a file that holds options of the command."""
    return click.option(
        "--config",
        type=click.Path(path_type=Path, dir_okay=False),
        metavar="FILE",
        is_eager=True,
        expose_value=False,
        callback=_read,
        help="Options of this command in a YAML file; the command line wins.",
    )(function)


def read_config(path: Path, command: click.Command) -> dict[str, object]:
    """Read the options of a command from a file.

    Args:
        path: The file. Paths in it begin at its folder.
        command: The command.

    Returns:
        The name of each parameter with its value.

    Raises:
        UsageError: The file cannot be read, or holds what the command does not take; all that is
            wrong at once, each with file:line.
    """
    from hanviet.lexicon.strict_yaml import Mapping as YamlMapping
    from hanviet.lexicon.strict_yaml import read_yaml

    try:
        values = read_yaml(path)
    except GazetteerError as error:
        raise UsageError(error.message, place=error.place, remedy=error.remedy) from None
    if values is None:
        return {}
    if not isinstance(values, YamlMapping):
        raise UsageError("must hold `option: value` lines", place=str(path))
    known = _parameters(command)
    found: dict[str, object] = {}
    wrong = []
    for key, value in values.items():
        place = f"{path}:{values.lines[key]}"
        if key not in known:
            near = get_close_matches(key, known, 1)
            hint = f"; did you mean {near[0]}?" if near else ""
            wrong.append(f"{place}: unknown option {key!r}{hint}")
            continue
        parameter = known[key]
        try:
            found[str(parameter.name)] = _value(parameter, value, path.parent)
        except ValueError as error:
            wrong.append(f"{place}: {key} {error}")
    if wrong:
        raise UsageError("; ".join(wrong), remedy=f"{command.name} --help lists the options")
    return found


def _read(context: click.Context, _parameter: click.Parameter, path: Path | None) -> None:
    if path is not None:
        defaults: Mapping[str, Any] = read_config(path, context.command)
        context.default_map = {**(context.default_map or {}), **defaults}


def _parameters(command: click.Command) -> dict[str, click.Parameter]:
    """What a file may hold: the name of each option, and `input`."""
    known: dict[str, click.Parameter] = {}
    for parameter in command.params:
        if isinstance(parameter, click.Argument):
            known["input"] = parameter
            continue
        names = [name.removeprefix("--") for name in parameter.opts if name.startswith("--")]
        known |= {name: parameter for name in names if name not in _NEVER}
    return known


def _value(parameter: click.Parameter, value: object, folder: Path) -> object:
    """The value of a parameter, checked, as the command line would give it."""
    if isinstance(value, dict):
        raise ValueError("must be one value, not a table")
    if isinstance(value, list):
        if not parameter.multiple:
            raise ValueError("must be one value, not a list")
        return tuple(_scalar(parameter, one, folder) for one in value)
    scalar = _scalar(parameter, value, folder)
    return (scalar,) if parameter.multiple else scalar


def _scalar(parameter: click.Parameter, value: object, folder: Path) -> object:
    if not isinstance(value, str):
        raise ValueError("must have a value" if value is None else "must be plain text")
    if isinstance(parameter, click.Option) and parameter.is_flag:
        plain = value.lower()
        if plain not in _TRUE | _FALSE:
            raise ValueError(f"must be true or false, not {value!r}")
        return plain in _TRUE
    if isinstance(parameter.type, click.Path):
        return value if value == "-" else str(folder / value)
    try:
        parameter.type.convert(value, parameter, None)
    except click.BadParameter as error:
        raise ValueError(" ".join(error.message.split()).rstrip(".")) from None
    return value
