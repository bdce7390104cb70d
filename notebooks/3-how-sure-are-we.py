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
# # How sure are we
#
# What a range means, why settings matter more than replies, and when the honest answer is "too early to tell". All
# numbers here are made up, and drawn from a seed.

# %%
import numpy as np

from analysis.evidence.comparison import design_effect, effective_counts
from analysis.evidence.intervals import newcombe_interval, wilson_interval
from analysis.evidence.permutation import permutation_p_value
from analysis.evidence.power import replies_for_power, replies_needed, two_share_power
from analysis.evidence.prevalence import ppi_interval, ppi_mean
from analysis.evidence.timeliness import limit_bounds

random = np.random.default_rng(7)

# %% [markdown]
# ## One share
#
# Twelve of 18 families agree: 67 in every 100. With so few replies the true share can be almost anything from four to
# eight in ten. The range is never wider than 0 to 1, and never a single point, even if all agree.

# %%
wilson_interval(12, 18), wilson_interval(18, 18)

# %% [markdown]
# ## The difference of two shares
#
# Twelve of 18 with the pilot, 20 of 41 with the old process: 18 points more. The range goes from less to more, so
# nothing can be said yet. Ten times the replies, with the same shares, would say it.

# %%
newcombe_interval(12, 18, 20, 41), newcombe_interval(120, 180, 200, 410)

# %% [markdown]
# ## Families come in settings
#
# Reviews of one school are alike. Sixty replies from six schools that differ are worth far fewer than sixty. The design
# effect says how many times wider the share varies; the range is made on what the replies are worth.

# %%
agreed, asked = [9, 2, 8, 1, 10, 3], [10] * 6
effect = design_effect(agreed, asked)
effect, wilson_interval(33, 60), wilson_interval(*effective_counts(33, 60, effect))

# %% [markdown]
# ## Chance alone
#
# Nothing differs here but the schools. How often would a range that forgets them tell the two processes apart? It should
# be 5 in 100. Whole schools dealt out anew keep to it.


# %%
def one_survey() -> tuple[bool, bool]:
    """Return whether a range that forgets schools, and the test that deals them out, see a difference."""
    shares = random.beta(3, 3, 16)  # schools differ
    agreed, asked = random.binomial(12, shares), np.full(16, 12)
    pilot = np.arange(16) < 8
    low, high = newcombe_interval(agreed[pilot].sum(), 96, agreed[~pilot].sum(), 96)
    p_value = permutation_p_value(agreed, asked, pilot, seed=1)
    return low > 0 or high < 0, p_value is not None and p_value <= 0.05


np.mean([one_survey() for _ in range(400)], axis=0).round(3)

# %% [markdown]
# ## How many more
#
# To know a difference to 10 points each way takes so many replies in each process; more if schools differ much. And with
# 40 replies each, a true difference of 20 points would be seen in fewer than half of such surveys.

# %%
replies_needed(0.10, share=0.6), replies_needed(0.10, share=0.6, design_effect=1.5)

# %%
two_share_power(40, 0.7, 0.5), replies_for_power(0.7, 0.5, 0.8)

# %% [markdown]
# ## A time limit that may have passed
#
# Families give the month of the meeting, not the day. Of 40 whose four weeks have passed for certain, 20 had the letter
# in time. For ten more they may have passed. The truth lies between the two ends, whichever they are.

# %%
limit_bounds(20, 40, open_right=6, open_other=4)

# %% [markdown]
# ## A theme that the computer counted
#
# The computer reads 300 texts and misses a third of a theme that is in 30 of 100; people read 100 of them, drawn by lot.
# Counting what the computer found is wrong in almost every survey; the two together are right in about 95 of 100.


# %%
def covered() -> tuple[bool, bool]:
    """Return whether the range of the computer's count, and of both together, hold the true share."""
    there = random.random(300) < 0.3
    found = np.where(there, random.random(300) < 0.66, random.random(300) < 0.02)
    low, high = wilson_interval(found.sum(), 300)
    both = ppi_interval(ppi_mean(there[:100], found[:100], found[100:]))
    return low <= 0.3 <= high, both[0] <= 0.3 <= both[1]


np.mean([covered() for _ in range(400)], axis=0).round(3)
