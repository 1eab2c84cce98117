"""Numbers that carry judgement when single names and cells are linked."""

from __future__ import annotations

LETTERS_TO_LINK = 8
"""Letters that a name must have for one edit or one shortened syllable to link it.

See docs/decisions.md. Of shorter names too many lie one edit apart.
"""

NEAR_EDITS = 2
"""Nothing else in a table may lie within so many edits of a cell that an edit links."""

LETTERS_FOR_TWO_EDITS = 8
"""Letters from which on a candidate two edits away is shown; from `LETTERS_TO_EDIT` on, one."""

LETTERS_TO_EDIT = 3
"""Shorter names are not searched by edits at all."""

MAX_CANDIDATES = 200
"""Candidates of one cell that are compared in full; a tier that gives more is cut."""

MAX_CELL_LENGTH = 300
"""A longer cell is a text, not a name: it is compared for equality only."""

CLEAR_PROMINENCE = 3
"""Steps of prominence from which on a namesake with the same Chinese form is no rival."""

NAME_WORD_WEIGHT = 15.0
"""Weight (see `readings.table.characters_for`) from which on a syllable counts as a word of names.

At 15, Thi, Lan and Nghi are words of names; hệ (系), nghĩ and lanh are not.
"""

PROPOSED_CHINESE = 0.9
"""An unlisted Vietnamese person is given the likeliest Chinese form from this probability on: of
such forms more than nine in ten are right (docs/proposals.md). Three names in ten reach it."""

PROPOSED_VIETNAMESE = 0.5
"""Likewise for an unlisted Chinese person; the rest are mostly foreign names, by their sound."""
