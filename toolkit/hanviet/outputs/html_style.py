"""The style sheet of the HTML output: restrained, without scripts, for screen, phone and paper.

Every rule is scoped to `.hanviet`, so that a fragment changes nothing else in a notebook. Text
colours keep a contrast of at least 4.5 to their background, and lines of at least 3, in both
colour schemes (WCAG 2.1, 1.4.3 and 1.4.11).
"""

from __future__ import annotations

_TYPES = {
    "person": ("#fbe3d8", "#a63c10", "#4a2416", "#f0906a"),
    "place": ("#dcefe0", "#26703d", "#173822", "#6fc489"),
    "org": ("#dde9f8", "#28599e", "#1a2f4d", "#85b3ec"),
    "event": ("#efe3f6", "#74399a", "#3a2149", "#c795e6"),
    "title": ("#f5ebc4", "#7a5d00", "#3d3312", "#d6b95a"),
    "unknown": ("#ececea", "#6b6b66", "#323230", "#a5a5a0"),
}
"""Background and line of each type: light, then dark."""

_BASE = {
    0: "--paper:#fdfcf9;--ink:#1f1f1c;--soft:#5f5f59;--rule:#d9d6cc;--link:#28599e;",
    2: "--paper:#191918;--ink:#e9e7e1;--soft:#a9a69d;--rule:#3d3c38;--link:#85b3ec;",
}
"""Background, text, quieter text, rules and links: light, then dark."""

_HAN_FONTS = (
    '"Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif'
)
_HANT_FONTS = (
    '"Noto Sans CJK TC", "Source Han Sans TC", "PingFang TC", "Microsoft JhengHei", sans-serif'
)


def fragment_style() -> str:
    """The rules for the marked text and its list.

    The scope is written twice, so that a notebook's own rules for tables and links do not win.
    """
    rules = _RULES.replace("HANT_FONTS", _HANT_FONTS).replace("HAN_FONTS", _HAN_FONTS)
    return (
        _VARIABLES.replace("LIGHT", _colours(0)).replace("DARK", _colours(2))
        + rules.replace(".hanviet ", ".hanviet.hanviet ")
        + "".join(
            f".hanviet .{name}{{--tint:var(--{name}-tint);--line:var(--{name}-line)}}\n"
            for name in _TYPES
        )
    )


def page_style() -> str:
    """The rules for a page of its own, to come before those of the fragment."""
    return _PAGE


def _colours(first: int) -> str:
    """The variables of a colour scheme: 0 is light, 2 dark."""
    return _BASE[first] + "".join(
        f"--{name}-tint:{colours[first]};--{name}-line:{colours[first + 1]};"
        for name, colours in _TYPES.items()
    )


_PAGE = """\
html{color-scheme:light dark;-webkit-text-size-adjust:100%}
body{margin:0;background:#fdfcf9}
body>.hanviet{max-width:76rem;margin:0 auto;padding:1.5rem 1.25rem 4rem}
@media (prefers-color-scheme:dark){body{background:#191918}}
@media print{body{background:none}body>.hanviet{padding:0;max-width:none}}
"""

_VARIABLES = """\
.hanviet{LIGHT}
@media (prefers-color-scheme:dark){.hanviet{DARK}}
[data-jp-theme-light="true"] .hanviet{LIGHT}
[data-jp-theme-light="false"] .hanviet{DARK}
"""
"""Jupyter's theme, where there is one, decides over the reader's preference."""

_RULES = """\
.hanviet{color:var(--ink);background:var(--paper);padding:.75rem 1rem;
font:1rem/1.5 "Noto Serif",Georgia,Cambria,serif}
.hanviet *{box-sizing:border-box}
.hanviet h1,.hanviet h2,.hanviet nav,.hanviet .facts,.hanviet .legend,.hanviet aside
{font-family:"Noto Sans","Segoe UI",system-ui,-apple-system,sans-serif}
.hanviet h1{font-size:1.25rem;font-weight:600;margin:0 0 .25rem;color:var(--ink)}
.hanviet h2{font-size:1rem;font-weight:600;margin:0 0 .25rem;color:var(--ink);
overflow-wrap:anywhere}
.hanviet .facts{color:var(--soft);font-size:.8125rem;margin:0 0 1rem}
.hanviet nav{font-size:.875rem;margin:0 0 1rem}
.hanviet nav a{margin-right:1.25em;overflow-wrap:anywhere}
.hanviet a{color:var(--link)}
.hanviet .legend{display:flex;flex-wrap:wrap;gap:.3rem 1rem;margin:0 0 1.25rem;padding:0;
list-style:none;font-size:.8125rem}
.hanviet .legend li{margin:0}
.hanviet section{border-top:1px solid var(--rule);padding-top:1.25rem;margin-top:1.75rem}
.hanviet section:first-of-type{margin-top:0}
.hanviet .columns{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,25rem);gap:1rem 2.5rem;
align-items:start}
.hanviet .text{white-space:pre-wrap;overflow-wrap:anywhere;line-height:2.05;max-width:42rem;
font-size:1.0625rem;padding-right:.3em;unicode-bidi:isolate}
.hanviet .text:lang(zh){font-family:HAN_FONTS}
.hanviet mark{position:relative;color:inherit;background:var(--tint);padding:0 .1em .08em;
border-radius:2px;border-bottom:2px solid var(--line);-webkit-box-decoration-break:clone;
box-decoration-break:clone}
.hanviet mark.over1{padding-bottom:.3em}
.hanviet mark.over2{padding-bottom:.52em}
.hanviet mark.review{border-bottom-style:dashed}
.hanviet mark.proposed{border-bottom-style:dotted}
.hanviet mark.unknown{border-bottom-width:1px}
.hanviet mark a{color:inherit;text-decoration:none}
.hanviet mark a:focus-visible{outline:2px solid var(--link);outline-offset:2px}
.hanviet mark:target,.hanviet tr:target{outline:2px solid var(--link);outline-offset:2px;
scroll-margin:30vh}
.hanviet .text mark:hover:not(:has(mark:hover))::after,
.hanviet .text mark:has(>a:focus-visible)::after{content:attr(data-form) "\\A" attr(data-note);
position:absolute;left:0;top:100%;z-index:9;width:max-content;max-width:20rem;padding:.35rem .6rem;
white-space:pre-line;font:.875rem/1.45 "Noto Sans",HAN_FONTS;color:var(--paper);
background:var(--ink);border-radius:3px;pointer-events:none;text-align:left}
.hanviet aside{font-size:.8125rem;line-height:1.4;min-width:0}
.hanviet table{width:100%;border-collapse:collapse;margin:0;font-size:inherit;color:inherit;
border:0;table-layout:auto}
.hanviet caption{text-align:left;color:var(--soft);padding:0 0 .4rem}
.hanviet tr,.hanviet tbody tr:nth-child(odd),.hanviet tbody tr:nth-child(even),
.hanviet tbody tr:hover{background:none}
.hanviet th,.hanviet td{text-align:left;vertical-align:baseline;padding:.28rem .6rem .28rem 0;
border:0;border-bottom:1px solid var(--rule);font-weight:400;overflow-wrap:anywhere;
white-space:normal}
.hanviet thead th{color:var(--soft);overflow-wrap:normal}
.hanviet .group th{padding-top:1rem;font-weight:600}
.hanviet .group th span{background:var(--tint);border-bottom:2px solid var(--line);padding:0 .3em;
border-radius:2px}
.hanviet tbody th a{color:inherit;text-decoration-color:var(--rule);text-underline-offset:.2em}
.hanviet td.count,.hanviet th.count{text-align:right;padding-right:0;white-space:nowrap}
.hanviet td.count details{white-space:normal}
.hanviet td.count a{display:inline-block;padding:0 .2em}
.hanviet summary{cursor:pointer}
.hanviet td.form span{margin-right:.6em}
.hanviet td.form .vi{display:block}
.hanviet td.form .zh{font-size:.9375rem}
.hanviet td.form .pinyin{color:var(--soft)}
.hanviet :lang(zh){font-family:HAN_FONTS}
.hanviet :lang(zh-Hant){font-family:HANT_FONTS}
.hanviet .pinyin{font-family:inherit}
.hanviet .said{white-space:nowrap;overflow-wrap:normal}
.hanviet .said i{font-style:normal;border-bottom:2px solid currentColor}
.hanviet .said.review i{border-bottom-style:dashed}
.hanviet .said.proposed i{border-bottom-style:dotted}
.hanviet .said.unknown i{border-bottom:1px solid var(--unknown-line);color:var(--soft)}
@media (max-width:56rem){
.hanviet .columns{grid-template-columns:minmax(0,1fr)}
.hanviet aside{max-width:42rem;margin-top:1rem}
}
@media (max-width:36rem){
.hanviet .text mark:hover:not(:has(mark:hover))::after,
.hanviet .text mark:has(>a:focus-visible)::after{position:fixed;left:0;right:0;top:auto;bottom:0;
width:auto;max-width:none;padding:.75rem 1rem;border-radius:0}
}
@media print{
.hanviet{LIGHT_PRINT--paper:#fff;--ink:#000;--soft:#444;--rule:#bbb;font-size:10pt;background:none}
.hanviet .columns{display:block}
.hanviet .text{line-height:1.9;max-width:none}
.hanviet mark{-webkit-print-color-adjust:exact;print-color-adjust:exact}
.hanviet aside{margin-top:1rem;font-size:8.5pt}
.hanviet tr{break-inside:avoid}
.hanviet nav{display:none}
.hanviet h2,.hanviet .group{break-after:avoid}
.hanviet summary{list-style:none}
}
""".replace("LIGHT_PRINT", _colours(0))
