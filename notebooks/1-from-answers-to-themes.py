# ---
# jupyter:
#   jupytext:
#     formats: ipynb,py:percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # From answers to themes
#
# All answers here are made up. They go into a real data folder, are sealed on the way in, and are read again only after a
# key holder's passphrase has unlocked them.

# %%
from datetime import UTC, datetime
from pathlib import Path
from tempfile import mkdtemp

from analysis.definitions.codebook import load_codebook
from analysis.definitions.council import load_council
from analysis.definitions.loading import default_folder, load_survey
from analysis.jobs.code_answers import code_answers
from analysis.jobs.import_responses import import_responses
from analysis.jobs.init import init, open_data
from analysis.jobs.rebuild import rebuild
from analysis.made_up.writing import write_made_up
from analysis.report import Audience
from analysis.store.desk.door import open_desk
from analysis.store.desk.vault import unlock

survey_folder, place = default_folder(), Path(mkdtemp())
survey, council = load_survey(survey_folder), load_council(survey_folder)

# %% [markdown]
# Sixty made-up families, in the form that `import-responses` takes.

# %%
write_made_up(survey, council, survey_folder / "made-up", 60, 7, place / "answers.csv")
init(place / "data", survey_folder, "a passphrase for this notebook", "notebook", made_up=True)
folder = open_data(place / "data")
import_responses(folder, place / "answers.csv").responses

# %% [markdown]
# The words are locked until somebody who holds the key says the passphrase. Then each text loses what could tell who wrote it,
# and the codebook's phrases suggest codes, each with the words it rests on.

# %%
desk = open_desk(folder)
vault = unlock(desk, "a passphrase for this notebook")
code_answers(desk, vault)

# %% [markdown]
# People are counted, not labels: a family counts once a theme, and themes of fewer than five families are told together.

# %%
report = rebuild(folder, datetime.now(UTC))[Audience.FORUM]
[(theme.label, theme.sentence) for theme in report.themes]

# %%
codebook = load_codebook(survey_folder)
{code.id: code.definition for code in codebook.codes[:3]}
