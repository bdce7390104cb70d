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
# # The pilot against the old process
#
# All answers here are made up. What is printed is what the forum may see: every number has passed the gate.

# %%
from datetime import UTC, datetime
from pathlib import Path
from tempfile import mkdtemp

from analysis.definitions.council import load_council
from analysis.definitions.loading import default_folder, load_survey
from analysis.evidence.intervals import newcombe_interval, wilson_interval
from analysis.jobs.import_responses import import_responses
from analysis.jobs.init import init, open_data
from analysis.jobs.rebuild import rebuild
from analysis.made_up.writing import write_made_up
from analysis.report import Audience
from analysis.reporting.plain_rows import comparison_rows

survey_folder, place = default_folder(), Path(mkdtemp())
survey, council = load_survey(survey_folder), load_council(survey_folder)
write_made_up(survey, council, survey_folder / "made-up", 150, 7, place / "answers.csv")
init(place / "data", survey_folder, "a passphrase for this notebook", "notebook", made_up=True)
folder = open_data(place / "data")
import_responses(folder, place / "answers.csv").responses

# %%
reports = rebuild(folder, datetime.now(UTC))
[(card.name, card.headline.sentence) for card in reports[Audience.FORUM].aims]

# %% [markdown]
# A range for one share, and for the difference of two. With few replies they are wide, and the sentence says so.

# %%
wilson_interval(12, 18), newcombe_interval(12, 18, 20, 41)

# %% [markdown]
# The public sees fewer numbers than the forum: none that rests on fewer than thirty families of one process.

# %%
rows = list(comparison_rows(reports[Audience.PUBLIC]))
[(row["measure"], row["sentence"]) for row in rows if row["headline"]]

# %%
[(stage.name, stage.comparison.sentence) for stage in reports[Audience.FORUM].stages]
