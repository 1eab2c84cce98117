"""The Vietnamese syllable: onset, rime and tone, and why a string is not one.

The analysis is that of the spelling, not of the sounds: `quyết` is `qu` + `yêt`, `yên` is `yên`.
Only `gi` gives back the `i` that it shares with the rime: `giếng` is `gi` + `iêng`, `gì` is
`gi` + `i`. `gịa`, one word where the i counts twice (`giặt gịa`), is read as `giạ`.

Rimes and rules follow Hoàng Phê (ed.), *Từ điển tiếng Việt* and *Từ điển vần*; added are rimes that
live in southern names (`quơi` in Phú Quới, `uơn` in Huờn) and in loans (`uyn`, `ooc`). Which onset
goes with which rime is limited by spelling alone, never by what a dictionary lists, since names use
every syllable that can be written.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from hanviet.errors import HanvietError
from hanviet.orthography.letters import TONE_OF, TONELESS, VOWELS, Tone, toned

__all__ = [
    "ONSETS",
    "RIMES",
    "Syllable",
    "SyllableError",
    "Tone",
    "all_syllables",
    "is_syllable",
    "parse_syllable",
]

ONSETS = (
    *("", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh"),
    *("nh", "p", "ph", "qu", "r", "s", "t", "th", "tr", "v", "x"),
)
"""The onsets as they are spelled, the empty one first."""

RIMES = tuple(
    """
    a ac ach ai am an ang anh ao ap at au ay
    ăc ăm ăn ăng ăp ăt
    âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et
    ê êch êm ên ênh êp êt êu
    i ia ich im in inh ip it iu
    iêc iêm iên iêng iêp iêt iêu
    o oc oi om on ong ooc oong op ot
    oa oac oach oai oam oan oang oanh oao oap oat oay
    oăc oăm oăn oăng oăt oe oem oen oeo oet
    ô ôc ôi ôm ôn ông ôôc ôông ôp ôt
    ơ ơi ơm ơn ơp ơt
    u ua uc ui um un ung up ut
    uân uâng uât uây uê uêch uênh uêu uơ uơn
    uôc uôi uôm uôn uông uôt
    uy uya uych uyên uyêt uyn uynh uyp uyt uyu
    ư ưa ưc ưi ưm ưn ưng ưt ưu
    ươc ươi ươm ươn ương ươp ươt ươu
    y ych yêm yên yêng yêt yêu yn ynh yp yt
    """.split()
)
"""The rimes as they are spelled, without tone. Those in `y` have limits of their own."""

_STOPS = ("c", "ch", "p", "t")
_STOP_TONES = (Tone.SAC, Tone.NANG)
_FRONT = ("e", "ê", "i", "y")
_GLIDED = ("oa", "oă", "oe", "uâ", "uê", "uơ", "uy")
# `qu` has swallowed the glide, so it takes no rime with one, nor one with the same lip-rounding.
_AFTER_QU = frozenset(
    """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên ênh êt êu i ich in inh ip it iu
    o ôc ơ ơi ơn ơt y ych yên yêt yn ynh yp yt
    """.split()
)
_FOREIGN = frozenset("fjwz")
_CACHED_WORDS = 65_536


class SyllableError(HanvietError):
    """A string that is no Vietnamese syllable; the message says which rule it breaks."""


@dataclass(frozen=True, slots=True)
class Syllable:
    """One syllable in parts.

    Args:
        onset: The first consonant as spelled, "" if there is none: one of `ONSETS`.
        rime: The rest without tone mark: one of `RIMES`.
        tone: The tone.
    """

    onset: str
    rime: str
    tone: Tone

    @property
    def text(self) -> str:
        """The syllable in lower case, with the tone mark placed as in hòa, thủy, quý, hoài.

        >>> Syllable("gi", "iêng", Tone.SAC).text, Syllable("th", "uy", Tone.HOI).text
        ('giếng', 'thủy')
        """
        place = _mark_place(self.rime)
        marked = self.rime[:place] + toned(self.rime[place], self.tone) + self.rime[place + 1 :]
        return _join(self.onset, marked, self.rime)


def parse_syllable(text: str) -> Syllable:
    """Take a syllable apart.

    Any case, NFC or NFD, and any place of the tone mark that people type (hòa, hoà; hoài, hòai) are
    understood. `quí` is read as `quý`, the only i/y choice on which spelling rules agree; elsewhere
    (`lí`, `lý`) the letter typed is kept.

    Args:
        text: One word, nothing around it.

    Returns:
        Its parts.

    Raises:
        SyllableError: It cannot be a Vietnamese syllable; the message says why.

    >>> parse_syllable("HOÀ").text
    'hòa'
    """
    found = _analyse(text)
    if found is None:
        raise SyllableError(f"{text!r} is no Vietnamese syllable: {_explain(text)}")
    return found


@lru_cache(maxsize=_CACHED_WORDS)
def is_syllable(text: str) -> bool:
    """Tell whether a word can be a Vietnamese syllable, in any case and normal form.

    >>> is_syllable("Nguyễn"), is_syllable("Berlin")
    (True, False)
    """
    return _analyse(text) is not None


@cache
def all_syllables() -> tuple[str, ...]:
    """Every syllable that can be spelled, canonical, in code-point order.

    >>> len(all_syllables()) > 17_000
    True
    """
    spelled = {
        Syllable(onset, rime, tone).text
        for onset, rime in _toneless_spellings().values()
        for tone in _tones(rime)
    }
    return tuple(sorted(spelled))


@lru_cache(maxsize=_CACHED_WORDS)
def canonical_syllable(word: str) -> str | None:
    """Give the canonical spelling of a syllable, or None if the word is none.

    >>> canonical_syllable("thuỷ")
    'thủy'
    """
    found = _analyse(word)
    return None if found is None else found.text


@lru_cache(maxsize=_CACHED_WORDS)
def _analyse(text: str) -> Syllable | None:
    bare, tones = _split_tone(text)
    if len(tones) > 1:
        return None
    parts = _toneless_spellings().get(bare)
    if parts is None:
        return None
    onset, rime = parts
    tone = tones[0] if tones else Tone.NGANG
    return Syllable(onset, rime, tone) if tone in _tones(rime) else None


def _split_tone(text: str) -> tuple[str, list[Tone]]:
    """Lower the word and take its tone marks off; the marks come in the order of the letters."""
    letters = unicodedata.normalize("NFC", text).lower()
    tones = [TONE_OF[letter] for letter in letters if letter in TONE_OF]
    return "".join(TONELESS.get(letter, letter) for letter in letters), tones


@cache
def _toneless_spellings() -> dict[str, tuple[str, str]]:
    """Map every syllable without its tone mark to onset and rime."""
    spellings: dict[str, tuple[str, str]] = {}
    for onset in ONSETS:
        for rime in RIMES:
            if not _conflict(onset, rime):
                spellings[_join(onset, rime, rime)] = (onset, rime)
    spellings["qui"] = ("qu", "y")
    return spellings


def _join(onset: str, spelled_rime: str, rime: str) -> str:
    """Spell onset and rime together: `gi` loses its i before another."""
    return ("g" if onset == "gi" and rime[0] == "i" else onset) + spelled_rime


def _tones(rime: str) -> tuple[Tone, ...]:
    return _STOP_TONES if rime.endswith(_STOPS) else tuple(Tone)


def _mark_place(rime: str) -> int:
    """Index of the letter that bears the tone mark.

    A vowel with a mark of its own bears it, the last of two (ươ); else the middle one of three
    vowels; else the second of two before a consonant, the first at the end.
    """
    marked = [index for index, letter in enumerate(rime) if letter in "ăâêôơư"]
    if marked:
        return marked[-1]
    vowels = sum(letter in VOWELS for letter in rime)
    if vowels == 3:
        return 1
    return 1 if vowels == 2 and len(rime) > 2 else 0


def _conflict(onset: str, rime: str) -> str:
    """Say which spelling rule forbids this onset before this rime; "" if none does."""
    front = rime[0] in _FRONT
    if onset == "qu":
        return "" if rime in _AFTER_QU else f"no rime {rime!r} after 'qu'"
    if rime in ("ych", "yn", "ynh", "yp", "yt"):
        return f"the rime {rime!r} stands only after 'qu'"
    if rime.startswith("yê") and onset:
        return f"after a consonant 'yê' is spelled 'iê': {onset + 'i' + rime[1:]!r}"
    if rime.startswith("iê") and not onset:
        return f"at the start of a word 'iê' is spelled 'yê': {'y' + rime[1:]!r}"
    if rime == "y" and onset in ("g", "gh", "gi", "ng", "ngh"):
        return f"no rime 'y' after {onset!r}"
    if onset == "gi" and rime[0] in ("ê", "y"):
        return "the rime 'ê…' after 'gi' is 'iê…'"
    if onset == "gi" and rime in ("ia", "iu"):
        return f"after 'gi' {rime!r} is {rime[1:]!r}"  # gia, giu: the i is that of the onset
    if onset in ("c", "k") and rime.startswith(_GLIDED):
        return f"{onset!r} before {rime[:2]!r} is spelled 'qu'"
    if onset in ("c", "g", "ng") and front:
        right = {"c": "k", "g": "gh", "ng": "ngh"}[onset]
        return f"before {rime[0]!r} {onset!r} is spelled {right!r}"
    if onset in ("k", "gh", "ngh") and not front:
        right = {"k": "c", "gh": "g", "ngh": "ng"}[onset]
        return f"before {rime[0]!r} {onset!r} is spelled {right!r}"
    return ""


def _explain(text: str) -> str:
    """Say why `_analyse` found nothing."""
    bare, tones = _split_tone(text)
    if not bare:
        return "it is empty"
    if foreign := next((letter for letter in bare if letter in _FOREIGN), ""):
        return f"Vietnamese has no letter {foreign!r}"
    known = set("".join(ONSETS)) | set(VOWELS)
    if strange := next((letter for letter in bare if letter not in known), ""):
        return f"{strange!r} is no Vietnamese letter"
    if len(tones) > 1:
        return "it has more than one tone mark"
    if parts := _toneless_spellings().get(bare):
        return f"a syllable in {parts[1]!r} has the tone sắc or nặng only, not {_name(tones)}"
    start = next((index for index, letter in enumerate(bare) if letter in VOWELS), len(bare))
    if start == len(bare):
        return "it has no vowel"
    return _explain_parts(bare, start)


def _explain_parts(bare: str, start: int) -> str:
    """Name the onset, the rime or the rule that is wrong; `start` is the first vowel."""
    onset, rime = bare[:start], bare[start:]
    if onset == "q":
        if rime[0] != "u":
            return "'q' is always followed by 'u'"
        return _conflict("qu", rime[1:]) if rime[1:] else "there is no rime after 'qu'"
    if onset not in ONSETS:
        return f"unknown onset {onset!r}"
    if onset == "g" and rime[0] == "i" and rime not in RIMES:
        return f"unknown rime {rime[1:]!r} after 'gi'"
    if rime not in RIMES:
        return f"unknown rime {rime!r}"
    return _conflict(onset, rime)


def _name(tones: list[Tone]) -> str:
    return (tones[0] if tones else Tone.NGANG).value
