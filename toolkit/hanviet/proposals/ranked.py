"""What passes between the steps: a way to take a name, and a ranked form of it."""

from __future__ import annotations

from dataclasses import dataclass

from hanviet.proposals.roles import Kind


@dataclass(frozen=True, slots=True)
class Reading:
    """A name taken for one of a kind.

    Attributes:
        kind: The kind.
        surname: How many characters are the surname; 0 for places.
        roles: The role of each character.
        weight: How likely the name is of this kind, 0 to 1.
    """

    kind: Kind
    surname: int
    roles: tuple[str, ...]
    weight: float


@dataclass(frozen=True, slots=True)
class Ranked:
    """A form in the other language.

    Attributes:
        form: The form.
        share: Its share of all that the name may be; not calibrated.
        kind: The kind that speaks most for it.
    """

    form: str
    share: float
    kind: Kind
