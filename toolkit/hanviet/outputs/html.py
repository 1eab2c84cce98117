"""Documents as HTML: the text with its names marked, and a list of the names beside it.

Nothing in it needs JavaScript or a network. A mention is a `mark` around its text, nested ones
inside the outer; links lead from every name to its line in the list, and from there back. Removing
the tags from a text gives the text again, so that it can be copied out of a page.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING

from hanviet.outputs.html_style import fragment_style, page_style
from hanviet.outputs.markup import Node, attribute, escaped, flat, tree_of
from hanviet.outputs.scripts import chinese_of, regional_document

if TYPE_CHECKING:
    from hanviet.document import Document
    from hanviet.lexicon.gazetteer import Gazetteer
    from hanviet.linking.mention import Mention

TYPE_NAMES = {
    "PERSON": ("person", "People"),
    "PLACE": ("place", "Places"),
    "ORG": ("org", "Organisations"),
    "EVENT": ("event", "Events"),
    "TITLE": ("title", "Titles"),
}
"""Of each type: the word for one, and the heading of its group."""

DECISIONS = {
    "linked": "sure enough to print",
    "review": "a person should look",
    "proposed": "from readings or an unreviewed entry",
    "unknown": "no form known",
}
"""What the decisions say, in the order of the legend."""

_SCRIPT_LANGS = {"hans": "zh-Hans", "hant": "zh-Hant", "tw": "zh-Hant-TW", "hk": "zh-Hant-HK"}

_DEEPEST_STYLED = 2
"""Levels of nested mentions for which the lines under a name are set apart."""


def page(
    documents: Iterable[Document], *, script: str = "hans", gazetteer: Gazetteer | None = None
) -> str:
    """A whole HTML page that shows annotated documents.

    Args:
        documents: What `annotate` returned.
        script: The Chinese script to print: `hans`, `hant`, `tw` or `hk`.
        gazetteer: The one they were annotated with, for regional forms; the shipped one if None.

    Returns:
        The page, to be written as UTF-8.

    >>> page([]).splitlines()[0]
    '<!DOCTYPE html>'
    """
    listed = [regional_document(document, script, gazetteer) for document in documents]
    mentions = [mention for document in listed for mention in document.mentions]
    title = listed[0].file if len(listed) == 1 and listed[0].file else "Names"
    sections = "".join(
        _section(document, f"d{number}", script) for number, document in enumerate(listed, 1)
    )
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escaped(title)} – hanviet</title>\n"
        f"<style>\n{page_style()}{fragment_style()}</style>\n</head>\n<body>\n"
        '<div class="hanviet">\n<header>\n<h1>Names in '
        f"{_number(len(listed), 'document')}</h1>\n{_facts(mentions)}{_contents(listed)}{_legend()}"
        f"</header>\n<main>\n{sections}</main>\n</div>\n</body>\n</html>\n"
    )


def document_fragment(document: Document, *, script: str = "hans") -> str:
    """One annotated document as a piece of HTML with its own scoped style, for notebooks.

    Args:
        document: What `annotate` returned.
        script: The Chinese script to print: `hans`, `hant`, `tw` or `hk`.

    Returns:
        One `div`. Its anchors are made of a digest of the document, so that several can stand in
        one page.
    """
    document = regional_document(document, script)
    digest = blake2b(
        f"{document.file}\0{document.text}".encode("utf-8", "surrogatepass"), digest_size=4
    ).hexdigest()
    return (
        f'<div class="hanviet" lang="en">\n<style>\n{fragment_style()}</style>\n{_legend()}'
        f"{_section(document, f'hv{digest}', script)}</div>\n"
    )


@dataclass(frozen=True)
class _Line:
    """A line of the list: one surface with one form and one decision."""

    mention: Mention
    numbers: tuple[int, ...]


def _section(document: Document, prefix: str, script: str) -> str:
    tree = tree_of(document.mentions, len(document.text))
    lines = _lines(tree)
    line_of = {number: row for row, line in enumerate(lines) for number in line.numbers}
    lang = _text_lang(document.lang, document.text)
    heading = document.file or "Document"
    facts = _facts(document.mentions, document.date)
    text = "".join(_marked(document, tree, prefix, line_of, script))
    names = _list(lines, document.lang, lang, prefix, script)
    return (
        f'<section id="{prefix}">\n<h2>{escaped(heading)}</h2>\n{facts}'
        f'<div class="columns">\n<div class="text" lang="{lang}">{text}</div>\n'
        f"<aside>\n{names}</aside>\n</div>\n</section>\n"
    )


def _lines(tree: Iterable[Node]) -> list[_Line]:
    """The lines of the list: by type in its order, then by first appearance."""
    found: dict[tuple[str | None, ...], list[Node]] = {}
    for node in flat(tree):
        one = node.mention
        key = (one.type, one.surface, one.vi, one.zh_hans, one.zh_hant, one.pinyin, one.decision)
        found.setdefault(key, []).append(node)
    order = list(TYPE_NAMES)
    return sorted(
        (_Line(nodes[0].mention, tuple(node.number for node in nodes)) for nodes in found.values()),
        key=lambda line: order.index(line.mention.type),
    )


def _marked(
    document: Document, tree: Sequence[Node], prefix: str, line_of: dict[int, int], script: str
) -> Iterator[str]:
    """The text with its marks; every piece of text in a mark links to the innermost one's line."""

    def pieces(nodes: Sequence[Node], start: int, end: int, link: str) -> Iterator[str]:
        for node in nodes:
            yield _linked(document.text[start : node.mention.start], link)
            yield _open_mark(node, document.lang, prefix, script)
            target = f"{prefix}-n{line_of[node.number] + 1}"
            yield from pieces(node.inner, node.mention.start, node.mention.end, target)
            yield "</mark>"
            start = node.mention.end
        yield _linked(document.text[start:end], link)

    return pieces(tree, 0, len(document.text), "")


def _linked(text: str, target: str) -> str:
    if not text or not target:
        return escaped(text)
    return f'<a href="#{target}">{escaped(text)}</a>'


def _open_mark(node: Node, lang: str, prefix: str, script: str) -> str:
    one = node.mention
    classes = [TYPE_NAMES[one.type][0], one.decision]
    if node.inner:
        classes.append(f"over{min(node.height(), _DEEPEST_STYLED)}")
    form = _form(one, lang, script)
    note = f"{TYPE_NAMES[one.type][0]}, {one.decision}"
    own_lang = f' lang="{_text_lang(one.lang, one.surface)}"' if one.lang != lang else ""
    return (
        f'<mark id="{prefix}-m{node.number}" class="{" ".join(classes)}"{own_lang}'
        f' title="{attribute(f"{form} ({note})" if form else note)}"'
        f' data-form="{attribute(form)}" data-note="{attribute(note)}">'
    )


def _form(mention: Mention, lang: str, script: str) -> str:
    """What a reader wants to know on the spot: the other language's form, and pinyin."""
    chinese = chinese_of(mention, script)
    parts = [mention.vi] if lang == "zh" else []
    return " ".join(part for part in (*parts, chinese, mention.pinyin) if part)


def _list(lines: Sequence[_Line], lang: str, text_lang: str, prefix: str, script: str) -> str:
    if not lines:
        return "<p>No names found.</p>\n"
    other = "Vietnamese, Chinese" if lang == "zh" else "Chinese"
    body: list[str] = []
    group = ""
    for row, line in enumerate(lines, 1):
        if line.mention.type != group:
            group = line.mention.type
            name, heading = TYPE_NAMES[group]
            body.append(
                f"{'</tbody>' if body else ''}<tbody>\n"
                f'<tr class="group {name}"><th colspan="4" scope="rowgroup">'
                f"<span>{heading}</span></th></tr>\n"
            )
        body.append(_row(line, lang, text_lang, prefix, row, script))
    return (
        '<table>\n<thead><tr><th scope="col">Name</th>'
        f'<th scope="col">{other}</th><th scope="col">Decision</th>'
        f'<th scope="col" class="count">Times</th></tr></thead>\n'
        f"{''.join(body)}</tbody>\n</table>\n"
    )


def _row(line: _Line, lang: str, text_lang: str, prefix: str, row: int, script: str) -> str:
    one = line.mention
    own_lang = text_lang if one.lang == lang else _text_lang(one.lang, one.surface)
    forms = [(one.vi, "vi", "vi")] if lang == "zh" else []
    forms.append((chinese_of(one, script), _SCRIPT_LANGS[script], "zh"))
    forms.append((one.pinyin, "zh-Latn-pinyin", "pinyin"))
    spans = "".join(
        f'<span class="{name}" lang="{tag}">{escaped(form)}</span>'
        for form, tag, name in forms
        if form
    )
    anchors = [f"#{prefix}-m{number}" for number in line.numbers]
    return (
        f'<tr id="{prefix}-n{row}"><th scope="row" lang="{own_lang}">'
        f'<a href="{anchors[0]}">{escaped(one.surface)}</a></th><td class="form">{spans}</td>'
        f'<td class="said {one.decision}"><i>{one.decision}</i></td>'
        f'<td class="count">{_times(anchors)}</td></tr>\n'
    )


def _times(anchors: Sequence[str]) -> str:
    if len(anchors) == 1:
        return "1"
    links = " ".join(f'<a href="{anchor}">{number}</a>' for number, anchor in enumerate(anchors, 1))
    return f"<details><summary>{len(anchors)}</summary>{links}</details>"


def _facts(mentions: Sequence[Mention], date: str = "") -> str:
    decisions = Counter(mention.decision for mention in mentions)
    parts = [date] if date else []
    parts.append(_number(len(mentions), "name"))
    parts += [f"{decisions[name]} {name}" for name in DECISIONS if decisions[name]]
    return f'<p class="facts">{escaped(" · ".join(parts))}</p>\n'


def _contents(documents: Sequence[Document]) -> str:
    if len(documents) < 2:
        return ""
    links = " ".join(
        f'<a href="#d{number}">{escaped(document.file or f"Document {number}")}</a>'
        for number, document in enumerate(documents, 1)
    )
    return f'<nav aria-label="Documents">{links}</nav>\n'


def _legend() -> str:
    types = "".join(
        f'<li><mark class="{name} linked">{name}</mark></li>' for name, _ in TYPE_NAMES.values()
    )
    decisions = "".join(
        f'<li class="said {name}"><i>{name}</i> {meaning}</li>'
        for name, meaning in DECISIONS.items()
    )
    return f'<ul class="legend" aria-label="Legend">{types}{decisions}</ul>\n'


def _text_lang(lang: str, text: str) -> str:
    """The `lang` attribute of text that is `vi` or `zh`."""
    if lang != "zh":
        return lang
    from hanviet.orthography.chinese import Script, script_of

    return {Script.HANS: "zh-Hans", Script.HANT: "zh-Hant"}.get(script_of(text), "zh")


def _number(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
