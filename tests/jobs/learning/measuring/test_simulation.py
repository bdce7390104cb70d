from analysis.jobs.learning.measuring.simulation import BY_CHANCE, BY_QUEUE, Plan, simulate


def test_both_ways_begin_alike_and_read_as_many(comments):
    rows = [*simulate(comments, 1, Plan(first=40, step=15, steps=1))]
    queue, chance = ([row for row in rows if row["coder"] == way] for way in (BY_QUEUE, BY_CHANCE))

    assert [row["labels"] for row in queue] == [row["labels"] for row in chance] == [40, 55]
    assert queue[0] | {"coder": BY_CHANCE} == chance[0]
    assert min(row["micro_f1"] for row in rows) > 0.8
