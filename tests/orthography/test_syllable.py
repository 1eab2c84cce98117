"""Syllables: every one is known, in every typing; what is none is refused with the reason."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hanviet.errors import HanvietError
from hanviet.orthography.letters import TONE_OF, TONELESS, VOWELS, toned
from hanviet.orthography.syllable import (
    ONSETS,
    RIMES,
    SyllableError,
    Tone,
    all_syllables,
    is_syllable,
    parse_syllable,
)

syllables = st.sampled_from(all_syllables())


def other_placements(syllable: str) -> list[str]:
    """The syllable with its tone mark on each of its vowels in turn, the right one left out."""
    place = next((i for i, letter in enumerate(syllable) if letter in TONE_OF), None)
    if place is None:
        return []
    bare = "".join(TONELESS.get(letter, letter) for letter in syllable)
    tone = TONE_OF[syllable[place]]
    return [
        bare[:i] + toned(letter, tone) + bare[i + 1 :]
        for i, letter in enumerate(bare)
        if letter in VOWELS and i != place
    ]


def test_the_inventory_is_that_of_the_language():
    assert len(ONSETS) == len(set(ONSETS)) == 28
    assert len(RIMES) == len(set(RIMES)) == 170
    assert len(all_syllables()) == len(set(all_syllables())) > 17_000


def test_every_syllable_survives_parsing_in_every_normal_form_and_case():
    for syllable in all_syllables():
        for typed in (syllable, unicodedata.normalize("NFD", syllable), syllable.upper()):
            assert parse_syllable(typed).text == syllable


def test_every_syllable_is_understood_wherever_its_tone_mark_was_put():
    for syllable in all_syllables():
        for typed in other_placements(syllable):
            assert parse_syllable(typed).text == syllable


def test_the_parts_of_every_syllable_are_in_the_inventories():
    for syllable in all_syllables():
        parts = parse_syllable(syllable)
        assert parts.onset in ONSETS
        assert parts.rime in RIMES


@pytest.mark.parametrize(
    ("typed", "onset", "rime", "tone", "text"),
    [
        ("hoà", "h", "oa", Tone.HUYEN, "hòa"),
        ("khoẻ", "kh", "oe", Tone.HOI, "khỏe"),
        ("Thuỷ", "th", "uy", Tone.HOI, "thủy"),
        ("Hoài", "h", "oai", Tone.HUYEN, "hoài"),
        ("tòan", "t", "oan", Tone.HUYEN, "toàn"),
        ("khuỷu", "kh", "uyu", Tone.HOI, "khuỷu"),
        ("giếng", "gi", "iêng", Tone.SAC, "giếng"),
        ("gì", "gi", "i", Tone.HUYEN, "gì"),
        ("gía", "gi", "a", Tone.SAC, "giá"),
        ("giữ", "gi", "ư", Tone.NGA, "giữ"),
        ("giục", "gi", "uc", Tone.NANG, "giục"),
        ("quyết", "qu", "yêt", Tone.SAC, "quyết"),
        ("quí", "qu", "y", Tone.SAC, "quý"),
        ("Qúy", "qu", "y", Tone.SAC, "quý"),
        ("quốc", "qu", "ôc", Tone.SAC, "quốc"),
        ("Quới", "qu", "ơi", Tone.SAC, "quới"),
        ("lí", "l", "i", Tone.SAC, "lí"),
        ("thuở", "th", "uơ", Tone.HOI, "thuở"),
        ("khuya", "kh", "uya", Tone.NGANG, "khuya"),
        ("goòng", "g", "oong", Tone.HUYEN, "goòng"),
        ("ngoẻo", "ng", "oeo", Tone.HOI, "ngoẻo"),
        ("nghĩa", "ngh", "ia", Tone.NGA, "nghĩa"),
        ("cuả", "c", "ua", Tone.HOI, "của"),
        ("ngừơi", "ng", "ươi", Tone.HUYEN, "người"),
        ("ĐƯỢC", "đ", "ươc", Tone.NANG, "được"),
        ("Ỷ", "", "y", Tone.HOI, "ỷ"),
        ("yên", "", "yên", Tone.NGANG, "yên"),
        ("Ía", "", "ia", Tone.SAC, "ía"),
    ],
)
def test_a_syllable_is_taken_apart(typed, onset, rime, tone, text):
    parts = parse_syllable(typed)
    assert (parts.onset, parts.rime, parts.tone, parts.text) == (onset, rime, tone, text)


@pytest.mark.parametrize(
    ("word", "reason"),
    [
        ("", "empty"),
        ("strong", "unknown onset 'str'"),
        ("taeo", "unknown rime 'aeo'"),
        ("ng", "no vowel"),
        ("qa", "'q' is always followed by 'u'"),
        ("quôn", "no rime 'ôn' after 'qu'"),
        ("tat", "sắc or nặng only, not ngang"),
        ("hạch".replace("ạ", "à"), "sắc or nặng only, not huyền"),
        ("kông", "'k' is spelled 'c'"),
        ("cế", "'c' is spelled 'k'"),
        ("coa", "spelled 'qu'"),
        ("ghà", "'gh' is spelled 'g'"),
        ("gế", "'g' is spelled 'gh'"),
        ("ngế", "'ng' is spelled 'ngh'"),
        ("nghà", "'ngh' is spelled 'ng'"),
        ("iên", "'yên'"),
        ("tyên", "'tiên'"),
        ("hóà", "more than one tone mark"),
        ("Wu", "no letter 'w'"),
        ("ñam", "'ñ' is no Vietnamese letter"),
        ("党", "'党' is no Vietnamese letter"),
        ("Hà Nội", "' ' is no Vietnamese letter"),
        ("x\u0301a", "no Vietnamese letter"),
        ("tynh", "only after 'qu'"),
    ],
)
def test_what_is_no_syllable_is_refused_with_the_rule_it_breaks(word, reason):
    assert not is_syllable(word)
    with pytest.raises(SyllableError, match="is no Vietnamese syllable") as caught:
        parse_syllable(word)
    assert reason in caught.value.message


@given(st.text(st.sampled_from("aăâeêioôơuưyđbcghklmnpqrstvxáảộ\u0301w中 "), max_size=8))
def test_any_string_is_a_syllable_or_is_refused_with_a_reason(text):
    if is_syllable(text):
        assert parse_syllable(text).text in all_syllables() or "i" in text.lower()
    else:
        with pytest.raises(HanvietError) as caught:
            parse_syllable(text)
        assert not caught.value.message.endswith(": ")


@given(syllables)
def test_dropping_the_tone_leaves_onset_and_rime(syllable):
    bare = "".join(TONELESS.get(letter, letter) for letter in syllable)
    parts = parse_syllable(syllable)
    assert bare.startswith(parts.onset.rstrip("i") if parts.onset == "gi" else parts.onset)
    assert bare.endswith(parts.rime)
