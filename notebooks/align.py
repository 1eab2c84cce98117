# ---
# jupyter:
#   jupytext:
#     formats: ipynb,py:percent
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # Five articles, one table of names
#
# Three Vietnamese articles and two Chinese ones, about meetings that we made up of public bodies
# that exist (see `README.md` beside this notebook). We find their names, put the two languages
# side by side, look at one article with its names marked, look up a name, and clean a small table.

# %%
from pathlib import Path

import pandas as pd

import hanviet

pd.set_option("display.max_colwidth", 60)
DATA = Path("data")

# %% [markdown]
# ## Align
#
# `annotate` finds the names of one text, `align` clusters those of many: one row per person, place,
# organisation, event and title, over all articles and both languages.

# %%
gazetteer = hanviet.Gazetteer.load()
documents = {
    path.name: hanviet.annotate(path.read_text("utf-8"), gazetteer=gazetteer, file=path.name)
    for path in sorted(DATA.glob("*.txt"))
}
alignment = hanviet.align(documents.values(), gazetteer=gazetteer)
entities = alignment.entities.fillna("")
columns = ["type", "vi", "zh_hans", "pinyin", "decision", "mentions", "surfaces_vi", "surfaces_zh"]

people = entities[entities["type"] == "PERSON"]
people[columns].head(12)

# %% [markdown]
# What stands in articles of both languages is one row. `surfaces_vi` and `surfaces_zh` hold every
# spelling of the texts, and each mention keeps the form that belongs to its own spelling.

# %%
in_both = entities[(entities["surfaces_vi"] != "") & (entities["surfaces_zh"] != "")]
in_both[columns].sort_values("mentions", ascending=False).head(10)

# %% [markdown]
# The persons whom we made up stand in no list. They are found, since a Vietnamese surname begins
# them, but no Chinese form is claimed for them.

# %%
entities.loc[entities["decision"] != "linked", columns]

# %% [markdown]
# ## Read a text with its names
#
# A document shows itself: colours for types, the line below a name for how sure we are, the Chinese
# form and its pinyin when you point at a name. The list links to every place in the text and back.

# %%
documents["lang-son-guangxi.vi.txt"]

# %% [markdown]
# ## Look up, compare, read
#
# Any script and spelling will do. Marks that are typed must agree: `Cương` is not `Cường`.

# %%
for query in ("Trần Cương", "陳剛", "Chen Gang", "Trần Cường"):
    best = next(iter(gazetteer.lookup(query)), None)
    found = (
        f"{best.vi} {best.zh_hans} ({best.decision.value}, {best.level.value})"
        if best
        else "nothing"
    )
    print(f"{query}: {found}")

# %%
for other in ("陈刚", "陈强"):
    result = hanviet.compare("Trần Cương", other)
    print(f"Trần Cương and {other}: {result.level.value}, {result.score:.0f} of 100")

# %%
reading = hanviet.read("黄坤明")
print(f"黄坤明 {reading.pinyin}: {reading.hanviet}, also {', '.join(reading.alternatives)}")

# %% [markdown]
# ## Clean a table
#
# Twenty names as people type them. Every row comes back, in its order, with the entry that it was
# tied to, how sure that is, and why in a sentence.

# %%
names = pd.read_csv(DATA / "names.csv", dtype=str, keep_default_na=False)
cleaned = hanviet.reconcile(names, column="name", gazetteer=gazetteer)
shown = ["name", "hanviet_vi", "hanviet_zh_hans", "hanviet_level", "hanviet_decision"]
cleaned[shown]

# %% [markdown]
# What a person should look at, with the reason:

# %%
doubtful = cleaned[cleaned["hanviet_decision"] != "linked"]
for name, reason in zip(doubtful["name"], doubtful["hanviet_reason"], strict=True):
    print(f"{name or '(empty)'}: {reason}")
