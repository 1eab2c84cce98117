"""The weights of contextual evidence, in one place.

They order homographs and shared titles inside one document; no probability is meant. They were set
on the sample articles so that explicit evidence (a country after the name, a post held at the
date) always outweighs implicit evidence (the language of the text, how often a country is named).
"""

EXPLICIT_COUNTRY = 5.0
"""A country stands right after the name and agrees; the same against it if not."""

HELD_POST = 8.0
"""The person beside a title holds that post at the date of the document."""

PERSON_COUNTRY = 3.0
"""The person beside a title is of the country of the post."""

HEAD_WORD = 3.0
"""A head word before a place speaks for its kind; a third of it against another kind."""

ENCLOSING_PLACE = 11.0
"""The words beside a place put it into the one that holds it, or something into it."""

SAME_BEFORE = 3.0
"""The same words meant this thing earlier in the document."""

NAMED_LAST = 2.5
"""Of several that share a bare name, this one was last named in full in the document."""

OPPOSITE_NAMED = 2.0
"""The gate on the other side of the border is named too."""

HOME_COUNTRY = 2.0
"""The country that the language of the text presumes."""

NEAR_COUNTRY = 1.0
"""The country named last in the same sentence."""

COUNTRY_SHARE = 2.0
"""Times the share of the country among the names of the document."""

WITHIN_NAMED = 1.0
"""The place that holds this one is named in the document."""

HOLDER_UNNAMED = -2.0
"""A former district of Việt Nam, and nothing that held it is named in the document."""

PROMINENCE = 0.3
"""Times the prominence of the entry: country > province > city > county."""

CURRENT_HOLDER = 1.5
"""In a document without a date: a post of the person has no end."""

DRAFT = -1.0
"""The entry is not reviewed."""

OUT_OF_FORCE = -1.5
"""The entry had ended at the date of the document."""

OPEN_SLOT = -4.0
"""A post whose body nothing in the document tells."""

MARGIN = 1.0
"""The lead over the next candidate that makes a choice clear."""
