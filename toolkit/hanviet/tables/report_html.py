"""A report as one page that needs no JavaScript and no network, and prints well."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from hanviet.linking.reasons import Language
from hanviet.outputs.html_style import fragment_style, page_style
from hanviet.outputs.markup import attribute, escaped
from hanviet.tables.report import DECISIONS, ITSELF, Report
from hanviet.tables.report_words import label

_STYLE = """\
.hanviet{--linked:#2f7d4f;--review:#c98a1b;--proposed:#3f78b8;--unknown:#8d8d86}
.hanviet h3{font:600 .9375rem/1.4 "Noto Sans","Segoe UI",system-ui,sans-serif;
margin:1.25rem 0 .25rem}
.hanviet table{font-size:.875rem;margin:.25rem 0 .75rem}
.hanviet.hanviet .narrow td,.hanviet.hanviet .narrow th{overflow-wrap:normal}
.hanviet.hanviet table.narrow{width:auto;min-width:24rem;max-width:100%}
.hanviet .narrow td:first-child{padding-right:2rem}
.hanviet td.number,.hanviet th.number{text-align:right;padding-right:1.25rem;white-space:nowrap;
font-variant-numeric:tabular-nums}
.hanviet svg{display:block;max-width:100%;height:auto;margin:.5rem 0 1rem}
.hanviet svg text{font:12px "Noto Sans","Segoe UI",system-ui,sans-serif;fill:var(--soft)}
.hanviet .linked{fill:var(--linked)}.hanviet .review{fill:var(--review)}
.hanviet .proposed{fill:var(--proposed)}.hanviet .unknown{fill:var(--unknown)}
.hanviet .key{display:inline-block;width:.75em;height:.75em;margin-right:.5em}
.hanviet .key.linked{background:var(--linked)}.hanviet .key.review{background:var(--review)}
.hanviet .key.proposed{background:var(--proposed)}.hanviet .key.unknown{background:var(--unknown)}
.hanviet .wide td:nth-child(3){white-space:pre-wrap}
.hanviet .small{color:var(--soft);font-size:.8125rem}
@media (max-width:36rem){
.hanviet.hanviet table{font-size:.8125rem}.hanviet.hanviet table.narrow{min-width:0}
.hanviet td.number,.hanviet th.number{padding-right:.6rem}
.hanviet .narrow td:first-child{padding-right:.6rem}
.hanviet .wide td:nth-child(6),.hanviet .wide th:nth-child(6),.hanviet .wide td:nth-child(5),
.hanviet .wide th:nth-child(5),.hanviet .wide td:nth-child(2),.hanviet .wide th:nth-child(2)
{display:none}
}
@media print{.hanviet .key,.hanviet svg{-webkit-print-color-adjust:exact;print-color-adjust:exact}
.hanviet table{font-size:8.5pt}.hanviet h3{break-after:avoid}}
"""

_WIDTH, _HEIGHT = 720, 180
"""Size of the histogram, in its own units."""


def report_page(report: Report, *, lang: Language = "en") -> str:
    """A report as a whole page.

    Args:
        report: What `report_of` gave.
        lang: The language of its headings.

    Returns:
        The page, to be written as UTF-8.
    """
    title = _title(report, lang)
    body = "".join(
        (
            _header(report, lang),
            _decisions(report, lang),
            _levels(report, lang),
            _scores(report, lang),
            _file(report, lang),
            _unmatched(report, lang),
            _one_to_many(report, lang),
            *(_sample(report, decision, lang) for decision in DECISIONS),
        )
    )
    return (
        f'<!DOCTYPE html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escaped(title)} – {escaped(report['input'])}</title>\n"
        f"<style>\n{page_style()}{fragment_style()}{_STYLE}</style>\n</head>\n<body>\n"
        f'<div class="hanviet">\n{body}<footer><p class="small">'
        f"{escaped(label('made', lang, report['hanviet'], report['data']))}</p></footer>\n"
        "</div>\n</body>\n</html>\n"
    )


def _title(report: Report, lang: Language) -> str:
    return label("title_itself" if report["reference"] == ITSELF else "title", lang)


def _header(report: Report, lang: Language) -> str:
    facts = [
        f"{report['rows']:,} {label('rows', lang)}",
        f"{report['names']:,} {label('names', lang)}",
        f"{report['different_names']:,} {label('different', lang)}",
        label("in_itself", lang)
        if report["reference"] == ITSELF
        else f"{label('looked_up', lang)} {report['reference']}",
        str(report["began"]).replace("T", " ").replace("+00:00", " UTC"),
        label("seconds", lang, report["seconds"]),
    ]
    return (
        f"<header><h1>{escaped(_title(report, lang))}: {escaped(report['input'])}</h1>\n"
        f'<p class="facts">{escaped(" · ".join(facts))}</p></header>\n'
    )


def _decisions(report: Report, lang: Language) -> str:
    counts: dict[str, int] = report["decisions"]
    total = sum(counts.values()) or 1
    parts, left = [], 0.0
    for decision in DECISIONS:
        width = _WIDTH * counts[decision] / total
        if width:
            said = attribute(f"{decision}: {counts[decision]:,}")
            parts.append(
                f'<rect class="{decision}" x="{left:.1f}" y="0" width="{width:.1f}" height="26">'
                f"<title>{said}</title></rect>"
            )
        left += width
    bar = f'<svg viewBox="0 0 {_WIDTH} 26" width="{_WIDTH}" role="img">{"".join(parts)}</svg>\n'
    rows = [
        f'<tr><th scope="row"><span class="key {decision}"></span>{decision}</th>'
        f'<td class="number">{counts[decision]:,}</td>'
        f'<td class="number">{100 * counts[decision] / total:.1f} %</td>'
        f"<td>{escaped(label(decision, lang))}</td></tr>\n"
        for decision in DECISIONS
    ]
    people: dict[str, int] = report["decided_by_people"]
    if people:
        said = ", ".join(f"{count:,} {verdict}" for verdict, count in people.items())
        rows.append(
            f'<tr><th scope="row">{escaped(label("people", lang))}</th>'
            f'<td class="number">{sum(people.values()):,}</td><td></td>'
            f"<td>{escaped(said)}</td></tr>\n"
        )
    table = f'<table class="narrow"><tbody>{"".join(rows)}</tbody></table>\n'
    return _section("decisions", lang, bar + table)


def _levels(report: Report, lang: Language) -> str:
    rows = [
        [level, *(f"{counts[decision]:,}" if counts[decision] else "" for decision in DECISIONS)]
        for level, counts in report["levels"].items()
    ]
    return _section("levels", lang, _table([label("level", lang), *DECISIONS], rows, "narrow"))


def _scores(report: Report, lang: Language) -> str:
    bins: list[dict[str, int]] = report["histogram"]
    highest = max((sum(one[name] for name in DECISIONS) for one in bins), default=0) or 1
    step = (_WIDTH - 60) / len(bins)
    bars = []
    for number, one in enumerate(bins):
        bottom = float(_HEIGHT)
        for decision in DECISIONS:
            height = (_HEIGHT - 20) * one[decision] / highest
            if not height:
                continue
            bottom -= height
            said = attribute(f"{one['from']}–{one['to']}: {one[decision]:,} {decision}")
            bars.append(
                f'<rect class="{decision}" x="{50 + number * step + 1:.1f}" y="{bottom:.1f}"'
                f' width="{step - 2:.1f}" height="{height:.1f}"><title>{said}</title></rect>'
            )
    marks = "".join(
        f'<text x="{50 + (_WIDTH - 60) * score / 100:.0f}" y="{_HEIGHT + 16}"'
        f' text-anchor="middle">{score}</text>'
        for score in range(0, 101, 20)
    )
    axis = (
        f'<line x1="50" x2="{_WIDTH - 10}" y1="{_HEIGHT}" y2="{_HEIGHT}" stroke="currentColor"/>'
        f'<text x="44" y="26" text-anchor="end">{highest:,}</text>'
        f'<text x="44" y="{_HEIGHT}" text-anchor="end">0</text>'
    )
    chart = (
        f'<svg viewBox="0 0 {_WIDTH + 8} {_HEIGHT + 22}" width="{_WIDTH}" role="img">'
        f"{''.join(bars)}{axis}{marks}</svg>\n"
    )
    note = f'<p class="small">{escaped(label("scores_note", lang))}</p>\n'
    return _section("scores", lang, note + chart)


def _file(report: Report, lang: Language) -> str:
    lines = [f"{label('encoding', lang)}: {report['encoding']}"] if report["encoding"] else []
    odd = {kind: found for kind, found in report["anomalies"].items() if found["count"]}
    for kind, found in odd.items():
        shown = ", ".join(map(str, found["lines"][:20])) + (" …" if found["count"] > 20 else "")
        lines.append(f"{label(kind, lang)}: {found['count']:,} ({label('lines', lang)} {shown})")
    lines += report["remarks"]
    if not odd and not report["remarks"]:
        lines.append(label("nothing_odd", lang))
    body = _list(lines)
    if report["conflicts"]:
        body += f"<h3>{escaped(label('conflicts', lang))}</h3>\n{_list(report['conflicts'])}"
    return _section("file", lang, body)


def _unmatched(report: Report, lang: Language) -> str:
    rows = [
        [one["name"], f"{one['rows']:,}", f"{one['first_row']:,}", one["column"]]
        for one in report["unmatched"]
    ]
    header = [label(name, lang) for name in ("name", "times", "row", "column")]
    return _section("unmatched", lang, _table(header, rows, "narrow", lang))


def _one_to_many(report: Report, lang: Language) -> str:
    rows = [
        [
            f"{one['vi'] or ''} {one['zh_hans'] or ''} [{one['id']}]".strip(),
            f"{one['different_names']:,}",
            f"{one['rows']:,}",
            "; ".join(one["names"]),
        ]
        for one in report["one_to_many"]
    ]
    header = [label("found", lang), label("different", lang), *(label("times", lang),)]
    note = f'<p class="small">{escaped(label("many_note", lang))}</p>\n' if rows else ""
    return _section("many", lang, note + _table([*header, label("name", lang)], rows, "", lang))


def _sample(report: Report, decision: str, lang: Language) -> str:
    rows = [
        [
            f"{one['row']:,}",
            f"{one['rows']:,}",
            one["name"] + (f"\n({one['says']})" if one["says"] else ""),
            " ".join(one[name] for name in ("vi", "zh_hans", "pinyin") if one[name]),
            "" if one["score"] is None else f"{one['score']:g}",
            f"{one['level']} {one['support'] or ''}".strip(),
            one["reason"],
        ]
        for one in report["samples"][decision]
    ]
    if not rows:
        return ""
    labels = [label(name, lang) for name in ("row", "times", "name", "found")]
    header = [*labels, label("score", lang), label("level", lang), label("reason", lang)]
    return (
        f"<section><h2>{escaped(label('samples', lang))}: {decision}</h2>\n"
        f"{_table(header, rows, 'wide', lang)}</section>\n"
    )


def _section(name: str, lang: Language, body: str) -> str:
    return f"<section><h2>{escaped(label(name, lang))}</h2>\n{body}</section>\n"


def _list(lines: Iterable[str]) -> str:
    return f"<ul>{''.join(f'<li>{escaped(line)}</li>' for line in lines)}</ul>\n"


def _table(
    header: Sequence[str], rows: Sequence[Sequence[str]], kind: str, lang: Language = "en"
) -> str:
    if not rows:
        return f"<p>{escaped(label('none', lang))}</p>\n"
    number = [
        all(row[place].replace(",", "").replace(".", "").isdecimal() or not row[place]
            for row in rows)
        for place in range(len(header))
    ]  # fmt: skip
    classes = [' class="number"' if is_number else "" for is_number in number]
    head = "".join(
        f'<th scope="col"{each}>{escaped(name)}</th>'
        for name, each in zip(header, classes, strict=True)
    )
    body = "".join(
        "<tr>"
        + "".join(
            f"<td{each}>{escaped(cell)}</td>" for cell, each in zip(row, classes, strict=True)
        )
        + "</tr>\n"
        for row in rows
    )
    return f'<table class="{kind}"><thead><tr>{head}</tr></thead>\n<tbody>{body}</tbody></table>\n'
