"""Units of Chinese bodies that are named by what they are in charge of: 文化广电体育和旅游局."""

from __future__ import annotations

import re
from functools import cache

from hanviet.mentions.wordlists import either, wordlists

_UNIT_ENDS = (
    "局(?![势面部限])|厅(?!级)|部(?![门分队署级下落件位委])|委(?![员任托派屈])|司(?![机令法])|署(?!名)"
    "|办(?![理法案好公事])|处(?![理于在境])|科(?![学技研])|办公室|办公厅|研究室|总局|总署|总站|总队|支队|大队|中队"
    "|委员会|(?<!会展)(?<!会议)(?<!体育)(?<!展览)中心(?![城区地环])|研究院|研究所|科学院|事务所|联合会"
    "|促进会(?!议)|理事会|指挥部|工作组|领导小组|小组"
    "|协会|学会|学院|大学(?![生城])|系(?![统列数])|医院|法庭|边检站|检查站|管委会|友好组织联合会|友好协会"
)
"""What units end in, and what may not follow: 管理|局, not 管理|局面."""


def units_in(text: str) -> list[tuple[int, int]]:
    """Find the units: 农业与环境部, 出入境管理总队.

    Args:
        text: Folded text.

    Returns:
        Their spans, in the order of the text.
    """
    return [match.span() for match in _units().finditer(text)]


@cache
def _units() -> re.Pattern[str]:
    words = sorted(wordlists("zh")["body_charges"], key=len, reverse=True)
    charges = either(words)
    firsts = "".join(sorted({word[0] for word in words}))
    return re.compile(
        f"(?=[{firsts}]){charges}{{1,8}}(?:[、和与及暨]{charges}{{1,8}}){{0,3}}(?:{_UNIT_ENDS})"
        "|办公[厅室]|秘书处|研究室|[外侨台]办(?![理法案公事])|(?:发改|国资|卫健|经信|商务)委(?![员任托派])"
        "|(?:工信|人社|文旅|住建|卫健|发改)[厅局]"
    )
