"""Read the pattern files of a gazetteer."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hanviet.errors import GazetteerError
from hanviet.lexicon.load import Problem
from hanviet.lexicon.model import KINDS, TYPES
from hanviet.lexicon.strict_yaml import Mapping, Sequence, Value, read_yaml
from hanviet.patterns.language import Pattern, Row, Slot, Template, parse_template, slots_of
from hanviet.patterns.numbers import STYLES
from hanviet.patterns.parting import parted
from hanviet.patterns.sets import SETS_FILE, Sets, load_sets

_PATTERN_FIELDS = frozenset(
    "id type kind country slots forms same_country same_as infix stands_for fallback "
    "examples counter note".split()
)
_SLOT_FIELDS = frozenset(
    "type kind country except ids zh_ends vi_begins suffix low high open named".split()
)
_ROW_FIELDS = frozenset("name when vi zh pinyin note".split())
_MODIFIERS = ("", "short", "official")


def load_patterns(folder: Path) -> tuple[list[Pattern], list[Problem]]:
    """Read every pattern of a gazetteer folder.

    Returns:
        The patterns that could be read, in the order of their ids, and the complaints.
    """
    patterns: dict[str, Pattern] = {}
    sets, problems = load_sets(folder)
    for path in sorted((folder / "patterns").rglob("*.yaml")):
        label = path.relative_to(folder).as_posix()
        if label == SETS_FILE:
            continue
        try:
            value = read_yaml(path, name=label)
        except GazetteerError as error:
            problems.append(Problem(error.place, error.message, error.remedy))
            continue
        if not isinstance(value, Sequence):
            problems.append(Problem(f"{label}:1", "is no list of patterns"))
            continue
        for item in value:
            line = item.line if isinstance(item, Mapping | Sequence) else value.line
            try:
                for pattern in _patterns(item, label, line, sets):
                    if pattern.id in patterns:
                        message = f"id {pattern.id} is used twice"
                        raise GazetteerError(message, place=f"{label}:{line}")
                    patterns[pattern.id] = pattern
            except GazetteerError as error:
                problems.append(Problem(error.place, error.message, error.remedy))
    return [patterns[id_] for id_ in sorted(patterns)], problems + sets.unused()


def _patterns(item: Value, label: str, line: int, sets: Sets) -> list[Pattern]:
    return parted(_pattern(item, label, line, sets))


def _pattern(item: Value, label: str, line: int, sets: Sets) -> Pattern:
    if not isinstance(item, Mapping):
        raise GazetteerError("a pattern is a mapping", place=f"{label}:{line}")
    _known(item, _PATTERN_FIELDS, label, "a pattern")
    id_ = _text(item, "id", label)
    if not id_.startswith("pattern."):
        raise GazetteerError(f"id {id_!r} does not begin with pattern.", place=f"{label}:{line}")
    type_ = _text(item, "type", label)
    if type_ not in TYPES:
        raise GazetteerError(f"type {type_!r} is unknown", place=f"{label}:{item.lines['type']}")
    kind = _text(item, "kind", label, optional=True)
    if kind and kind not in KINDS[type_]:
        raise GazetteerError(f"kind {kind!r} is unknown", place=f"{label}:{item.lines['kind']}")
    slots = _slots(item.get("slots"), label, line, sets)
    forms = item.get("forms")
    if not isinstance(forms, Sequence) or not forms:
        raise GazetteerError(f"{id_} has no forms", place=f"{label}:{line}")
    rows = tuple(_row(form, slots, label, forms.line, sets) for form in forms)
    stands_for = _text(item, "stands_for", label, optional=True)
    same = _texts(item, "same_country", label)
    for name in (*same, *((stands_for,) if stands_for else ())):
        if name not in slots:
            raise GazetteerError(f"{id_} has no slot {name!r}", place=f"{label}:{line}")
    return Pattern(
        id=id_,
        type=type_,
        kind=kind,
        country=_text(item, "country", label, optional=True),
        slots=slots,
        rows=rows,
        same_country=same,
        same_as=_same_as(item, label),
        **_infix(item, slots, label),
        stands_for=stands_for,
        fallback=_text(item, "fallback", label, optional=True) == "true",
        examples=tuple(_examples(item, label)),
        counters=_texts(item, "counter", label),
        place=f"{label}:{line}",
    )


def _same_as(item: Mapping, label: str) -> tuple[str, str, str] | tuple[()]:
    value = item.get("same_as")
    if value is None:
        return ()
    at = f"{label}:{item.lines['same_as']}"
    if not isinstance(value, Mapping) or {*value} != {"slot", "filled_by", "id"}:
        raise GazetteerError("same_as is a mapping with slot, filled_by and id", place=at)
    return _text(value, "slot", label), _text(value, "filled_by", label), _text(value, "id", label)


def _infix(item: Mapping, slots: dict[str, Slot], label: str) -> dict[str, Any]:
    value = item.get("infix")
    if value is None:
        return {}
    at = f"{label}:{item.lines['infix']}"
    if not isinstance(value, Mapping) or not value.get("zh") or len(slots) != 1:
        raise GazetteerError("infix is a mapping with zh, of a pattern with one slot", place=at)
    _known(value, frozenset({"vi", "zh", "before"}), label, "an infix")
    before = _text(value, "before", label, optional=True)
    if bool(before) == ("vi" in value):
        raise GazetteerError("infix has either vi or before", place=at)
    return {
        "infix_vi": _texts(value, "vi", label),
        "infix_zh": _texts(value, "zh", label),
        "infix_before": before,
    }


def _slots(value: Value, label: str, line: int, sets: Sets) -> dict[str, Slot]:
    if value is None:
        return {}
    if not isinstance(value, Mapping):
        raise GazetteerError("slots is a mapping of names to conditions", place=f"{label}:{line}")
    slots = {}
    for name, spec in value.items():
        at = f"{label}:{value.lines[name]}"
        if not isinstance(spec, Mapping):
            raise GazetteerError(f"slot {name} has no conditions", place=at)
        slots[name] = _slot(name, spec, label, {}, sets)
        if slots[name].type not in (*TYPES, "NUMBER", "FIELD"):
            raise GazetteerError(f"slot {name} has an unknown type", place=at)
    return slots


def _slot(name: str, spec: Mapping, label: str, known: dict[str, Slot], sets: Sets) -> Slot:
    _known(spec, _SLOT_FIELDS, label, "a slot")
    base = known.get(name, Slot(name, ""))

    def listed(key: str) -> tuple[str, ...]:
        texts = _texts(spec, key, label)
        return sets.expanded(texts, f"{label}:{spec.lines[key]}") if texts else ()

    def members(key: str) -> frozenset[str]:
        return frozenset(listed(key))

    return Slot(
        name=name,
        type=_text(spec, "type", label, optional=True) or base.type,
        kinds=members("kind") or base.kinds,
        countries=members("country") or base.countries,
        except_countries=members("except") or base.except_countries,
        ids=members("ids") or base.ids,
        endings=listed("zh_ends") or base.endings,
        suffixes=_texts(spec, "suffix", label) or base.suffixes,
        beginnings=listed("vi_begins") or base.beginnings,
        low=_number(spec, "low", label, base.low),
        high=_number(spec, "high", label, base.high),
        open=_text(spec, "open", label, optional=True) == "true" or base.open,
        named=_text(spec, "named", label, optional=True) == "true" or base.named,
    )


def _row(value: Value, slots: dict[str, Slot], label: str, line: int, sets: Sets) -> Row:
    if not isinstance(value, Mapping):
        raise GazetteerError("a form is a mapping with vi and zh", place=f"{label}:{line}")
    at = f"{label}:{value.line}"
    _known(value, _ROW_FIELDS, label, "a form")
    when = []
    conditions = value.get("when")
    if isinstance(conditions, Mapping):
        for name, spec in conditions.items():
            if name not in slots or not isinstance(spec, Mapping):
                raise GazetteerError(f"the condition on {name!r} fits no slot", place=at)
            when.append(_slot(name, spec, label, slots, sets))
    vi, zh = _texts(value, "vi", label), _texts(value, "zh", label)
    if not vi or not zh:
        raise GazetteerError("a form has both vi and zh", place=at)
    return Row(
        vi=vi,
        zh=zh,
        vi_sequences=_sequences(vi, slots, at),
        zh_sequences=_sequences(zh, slots, at),
        when=tuple(when),
        pinyin=_text(value, "pinyin", label, optional=True),
        name=_text(value, "name", label, optional=True),
    )


def _sequences(templates: tuple[str, ...], slots: dict[str, Slot], at: str) -> tuple[Template, ...]:
    found: list[Template] = []
    for template in templates:
        for sequence in parse_template(template, at):
            for part in sequence:
                if part.slot and part.slot not in slots:
                    raise GazetteerError(
                        f"{template!r} uses an unknown slot {part.slot!r}", place=at
                    )
                if part.style and part.style not in STYLES:
                    raise GazetteerError(f"{template!r} uses an unknown style", place=at)
                if part.modifier not in _MODIFIERS:
                    raise GazetteerError(f"{template!r} uses an unknown modifier", place=at)
            missing = [
                name for name, slot in slots.items()
                if not slot.open and name not in slots_of(sequence)
            ]  # fmt: skip
            if missing:
                raise GazetteerError(
                    f"{template!r} lacks the slot {missing[0]!r}", place=at,
                    remedy="use it, or declare the slot `open: true`",
                )  # fmt: skip
            if sequence not in found:
                found.append(sequence)
    return tuple(found)


def _examples(item: Mapping, label: str) -> list[tuple[str, str]]:
    examples = item.get("examples")
    if not isinstance(examples, Sequence):
        return []
    pairs = []
    for example in examples:
        if not isinstance(example, Mapping):
            raise GazetteerError("an example is {vi: …, zh: …}", place=f"{label}:{examples.line}")
        pairs.append((_text(example, "vi", label), _text(example, "zh", label)))
    return pairs


def _text(item: Mapping, key: str, label: str, *, optional: bool = False) -> str:
    value = item.get(key)
    if value is None and optional:
        return ""
    if not isinstance(value, str) or not value:
        line = item.lines.get(key, item.line)
        raise GazetteerError(f"{key} is missing or no text", place=f"{label}:{line}")
    return value


def _number(item: Mapping, key: str, label: str, default: int) -> int:
    text = _text(item, key, label, optional=True)
    if text and not text.isdigit():
        raise GazetteerError(f"{key} is a number", place=f"{label}:{item.lines[key]}")
    return int(text) if text else default


def _texts(item: Mapping, key: str, label: str) -> tuple[str, ...]:
    value = item.get(key)
    if value is None:
        return ()
    if isinstance(value, str):
        return (value,)
    if isinstance(value, Sequence) and all(isinstance(part, str) and part for part in value):
        return tuple(str(part) for part in value)
    raise GazetteerError(f"{key} is text or a list of texts", place=f"{label}:{item.lines[key]}")


def _known(item: Mapping, allowed: frozenset[str], label: str, what: str) -> None:
    for key in item:
        if key not in allowed:
            raise GazetteerError(
                f"{what} has no field {key!r}",
                place=f"{label}:{item.lines[key]}",
                remedy=f"allowed: {', '.join(sorted(allowed))}",
            )
