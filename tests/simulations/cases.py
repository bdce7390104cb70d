"""What is simulated, and what was promised of it; shares are 0-1."""

from tests.simulations.pilots import Pilot
from tests.simulations.themes import Reading

AT_MOST = 0.05  # runs with a false "more / less likely"
AT_LEAST = 0.5  # runs in which a gap of 25 is said
COVERED = (0.93, 0.96)  # runs in which a theme's range holds the truth
NOTHING_DIFFERS = {
    "8 and 20 settings, 6 replies each": Pilot(8, 20, 48, 120),
    "8 and 20 settings, 8 replies each": Pilot(8, 20, 64, 160),
    "4 and 30 settings": Pilot(4, 30, 32, 240),
    "45 of 100 settings not known": Pilot(8, 20, 80, 160, unknown=0.45),
    "70 of 100 settings not known": Pilot(8, 20, 80, 160, unknown=0.70),
    "45 of 100 not known, 4 and 30 settings": Pilot(4, 30, 60, 240, unknown=0.45),
    "every pilot setting in both": Pilot(8, 12, 80, 160, shared=True),
}
GAP = Pilot(8, 12, 100, 150, share=0.5, gap=0.25)
READINGS = {
    "30 read of 60 and of 120": Reading(60, 120, 30),
    "50 read of 150 and of 300": Reading(150, 300, 50),
    "50 read of 150 and of 300 in 12 settings": Reading(150, 300, 50, settings=12),
    "100 read of 1,000 and of 2,000": Reading(1000, 2000, 100),
}
