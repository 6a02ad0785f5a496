"""The labeller: words in, a score for each label of each word out; and from the scores, who said what.

In the order in which they run: ``tokens`` (what a labeller reads) → ``light`` (with ``features``) or ``encoder`` (with ``windows``),
which score the labels → ``decode`` (runs of words that have one role) → ``linking`` (which source and which content belong to
which cue). ``registry`` says what a labeller is, gets it by its name, and says how far it is trusted against the rules.
"""
