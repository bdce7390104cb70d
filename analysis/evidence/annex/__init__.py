"""Models behind the comparison, made on request: for those who know statistics, never a headline.

findings  each compared measure through the models
odds      the proportional-odds model, plain and with settings told apart
parallel  whether its assumption holds
twin      the chance that the pilot's share is the better one
"""
