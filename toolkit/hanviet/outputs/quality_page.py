"""The quality page: scores as Markdown or HTML, with what went wrong."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import Any

from hanviet.evaluation import Measure, Scores
from hanviet.quality import Quality, Share

_MEANING = (
    ("span", "begin and end are right"),
    ("typed", "and the type"),
    ("linked", "begin and end are right, and the Chinese form is one that an editor accepts"),
    ("cluster", "B-cubed: mentions of one thing are together, over all texts and both languages"),
)


_STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:60rem;padding:0 1rem}"
    "table{border-collapse:collapse}th,td{border:1px solid #999;padding:.2rem .6rem}"
)


def quality_markdown(
    found: Quality, *, title: str, notes: Sequence[str] = (), most: int = 10
) -> str:
    """Write a quality page.

    Args:
        found: What was measured.
        title: The heading.
        notes: Lines on what it was measured on.
        most: Errors of each kind that are listed.

    Returns:
        Markdown.
    """
    whole = found.whole
    lines = [f"# {title}", "", *notes, *([""] if notes else [])]
    lines += [
        f"{whole.due} mentions in {whole.files} texts are due, {whole.said} were found.", "",
        "| measure | meaning | precision | recall | F1 |", "| --- | --- | --- | --- | --- |",
    ]  # fmt: skip
    measures = whole.measures()
    lines += [f"| {name} | {meaning} | {_three(measures[name])} |" for name, meaning in _MEANING]
    lines += _parts("By type", "type", found.by_type)
    lines += _parts("By language", "language", found.by_language)
    if found.decisions:
        lines += [
            "", "## By decision", "",
            "Of Vietnamese mentions with a Chinese form, how often it is right.", "",
            "| decision | forms | right | share |", "| --- | --- | --- | --- |",
            *(f"| {share.label} | {share.said} | {share.right} | {_share(share)} |"
              for share in found.decisions),
        ]  # fmt: skip
    if found.calibration:
        lines += [
            "", "## Calibration", "",
            "| probability said | forms | said on average | right |", "| --- | --- | --- | --- |",
            *(f"| {share.label} | {share.said} | {share.expected or 0.0:.3f} | {_share(share)} |"
              for share in found.calibration),
        ]  # fmt: skip
    lines += _errors(whole, most)
    return "\n".join(lines) + "\n"


def quality_html(found: Quality, *, title: str, notes: Sequence[str] = (), most: int = 10) -> str:
    """Write a quality page as HTML; arguments as of `quality_markdown`."""
    body = _html_of(quality_markdown(found, title=title, notes=notes, most=most).splitlines())
    head = f'<meta charset="utf-8"><title>{escape(title)}</title><style>{_STYLE}</style>'
    return f'<!DOCTYPE html>\n<html lang="en"><head>{head}</head>\n<body>\n{body}</body></html>\n'


def _three(measure: Measure) -> str:
    return f"{measure.precision:.3f} | {measure.recall:.3f} | {measure.f1:.3f}"


def _share(share: Share) -> str:
    return f"{share.right / share.said:.3f}"


def _parts(heading: str, label: str, parts: Mapping[str, Scores]) -> list[str]:
    if not parts:
        return []
    lines = [
        "", f"## {heading}", "",
        f"| {label} | due | found | span F1 | typed F1 | linked F1 | cluster F1 |",
        "| --- | --- | --- | --- | --- | --- | --- |",
    ]  # fmt: skip
    for name, scores in parts.items():
        values = " | ".join(f"{measure.f1:.3f}" for measure in scores.measures().values())
        lines.append(f"| {name} | {scores.due} | {scores.said} | {values} |")
    return lines


def _errors(scores: Scores, most: int) -> list[str]:
    kinds: tuple[tuple[str, Any], ...] = (
        ("Missed", scores.missed),
        ("Found in vain", scores.false_alarms),
        ("Wrong or no Chinese form: surface, said, accepted", scores.wrong_forms),
    )
    lines: list[str] = []
    for heading, counts in kinds:
        if not counts or not most:
            continue
        lines += ["", f"## {heading} ({counts.total()})", ""]
        ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:most]
        lines += [
            f"- {_cell(' · '.join(part or '–' for part in what))} × {count}"
            for what, count in ordered
        ]
    return lines


def _cell(text: str) -> str:
    return " ".join(text.replace("|", "\\|").split())


def _html_of(lines: Iterable[str]) -> str:
    """The few constructs of the page above, as HTML."""
    parts: list[str] = []
    table = listed = False
    for line in lines:
        if table and not line.startswith("|"):
            parts.append("</table>\n")
            table = False
        if listed and not line.startswith("- "):
            parts.append("</ul>\n")
            listed = False
        if line.startswith("| ---"):
            continue
        if line.startswith("|"):
            tag = "td" if table else "th"
            parts.append("" if table else "<table>\n")
            table = True
            cells = line.strip("| ").replace("\\|", "\0").split(" | ")
            shown = (f"<{tag}>{escape(cell).replace(chr(0), '|')}</{tag}>" for cell in cells)
            parts.append(f"<tr>{''.join(shown)}</tr>\n")
        elif line.startswith("- "):
            parts.append("" if listed else "<ul>\n")
            listed = True
            parts.append(f"<li>{escape(line[2:])}</li>\n")
        elif line.startswith("#"):
            level = len(line) - len(line.lstrip("#"))
            parts.append(f"<h{level}>{escape(line[level:].strip())}</h{level}>\n")
        elif line:
            parts.append(f"<p>{escape(line)}</p>\n")
    return "".join([*parts, "</table>\n" if table else "", "</ul>\n" if listed else ""])
