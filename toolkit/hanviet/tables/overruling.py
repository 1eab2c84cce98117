"""What people decided goes before what the evidence says; where the two differ, that is said."""

from __future__ import annotations

from dataclasses import dataclass, field

from hanviet.linking.finders import Finder
from hanviet.linking.reasons import LANGUAGES, Language
from hanviet.linking.said import Query
from hanviet.tables.answers import Answer
from hanviet.tables.decisions import FORMS, Decisions, Judgement

_REASONS = {
    "match": (
        "Decided by {who}: this is it.", "{who} đã quyết định: đúng là mục này.",
        "由{who}确认：就是这一项。",
    ),
    "no-match": (
        "Decided by {who}: none of the candidates.", "{who} đã quyết định: không mục nào đúng.",
        "由{who}确认：没有相符的一项。",
    ),
    "unsure": (
        "{who} was not sure.", "{who} chưa chắc chắn.", "{who}不能确定。",
    ),
    "conflict": (
        "People decided differently: {all}. Please check.",
        "Có quyết định khác nhau: {all}. Cần kiểm tra.", "决定不一致：{all}。请核对。",
    ),
    "somebody": ("somebody", "Ai đó", "某人"),
}  # fmt: skip
_EMPTY = {"id": None, "vi": None, "zh_hans": None, "zh_hant": None, "pinyin": None, "type": None}


@dataclass
class Overruling:
    """Applies decisions to what was found.

    Args:
        decisions: The decisions.
        finder: What knows the forms of an id today.
        reference: What names are looked up in, as decisions call it.
        lang: The language of the reasons.
        conflicts: Filled with what differs, one line each, by the column and the name.
    """

    decisions: Decisions
    finder: Finder
    reference: str
    lang: Language = "en"
    conflicts: dict[tuple[str, Query], str] = field(default_factory=dict)

    def __call__(self, column: str, query: Query, answer: Answer) -> tuple[Answer, str]:
        """What is written for a name, and the verdict that made it so, or an empty string."""
        held = self.decisions.on(query, self.reference)
        if not held:
            return answer, ""
        if len({judgement.says for judgement in held}) > 1:
            return self._people_differ(column, query, answer, held), "conflict"
        judgement = held[-1]
        if judgement.verdict == "match":
            return self._matched(column, query, answer, judgement), "match"
        if judgement.verdict == "no-match":
            found = answer["id"]
            if answer["decision"] == "linked" and found not in judgement.rejected:
                self._differs(column, query, f"decided: no match; the data now say {found}")
            reason = self._reason("no-match", judgement)
            changed = answer.with_values(
                **_EMPTY, score=None, level="none", support=None, decision="unknown", reason=reason
            )
            return changed, "no-match"
        reason = f"{answer['reason']} {self._reason('unsure', judgement)}"
        decision = "review" if answer["decision"] == "linked" else answer["decision"]
        return answer.with_values(decision=decision, reason=reason), "unsure"

    def _matched(self, column: str, query: Query, answer: Answer, judgement: Judgement) -> Answer:
        id_ = judgement.id
        if answer["decision"] == "linked" and answer["id"] != id_:
            self._differs(column, query, f"decided: {id_}; the data now say {answer['id']}")
        reason = self._reason("match", judgement)
        shown = next((one for one in answer.candidates if one["id"] == id_), None)
        if shown is not None:
            forms = {name: shown[name] or None for name in FORMS}
            evidence = {name: shown[name] for name in ("score", "level", "support")}
        else:
            named = judgement.forms.get("zh_hans") or judgement.forms.get("vi") or ""
            known = self.finder.forms_of(id_, named)
            if known is None:
                self._differs(column, query, f"decided: {id_}, which the data do not have")
            forms = {name: (known or judgement.forms).get(name) or None for name in FORMS}
            evidence = {"score": None, "level": "none", "support": None}
        return answer.with_values(id=id_, **forms, **evidence, decision="linked", reason=reason)

    def _people_differ(
        self, column: str, query: Query, answer: Answer, held: list[Judgement]
    ) -> Answer:
        said = ", ".join(
            f"{judgement.who or self._somebody}: {judgement.id or judgement.verdict}"
            for judgement in held
        )
        self._differs(column, query, f"people decided differently: {said}")
        reason = _REASONS["conflict"][LANGUAGES.index(self.lang)].format(all=said)
        decision = "review" if answer["decision"] != "unknown" else "unknown"
        return answer.with_values(decision=decision, reason=reason)

    def _differs(self, column: str, query: Query, what: str) -> None:
        self.conflicts[column, query] = f"{column} “{' '.join(query.text.split())}”: {what}"

    def _reason(self, verdict: str, judgement: Judgement) -> str:
        who = judgement.who or self._somebody
        if judgement.when:
            who += f" ({judgement.when[:10]})"
        sentence = _REASONS[verdict][LANGUAGES.index(self.lang)].format(who=who)
        return f"{sentence} {judgement.why}".strip()

    @property
    def _somebody(self) -> str:
        return _REASONS["somebody"][LANGUAGES.index(self.lang)]
