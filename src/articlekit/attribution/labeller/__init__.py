"""The labeller: words in, a score for each label of each word out; and from the scores, who said what.

In the order in which they run: ``tokens`` (what a labeller reads) → ``light`` (with ``features``) or ``encoder`` (with ``windows``),
which score the labels → ``decode`` (runs of words that have one role) → ``linking`` (which source and which content belong to
which cue). ``protocol`` says what a labeller is and how far each is trusted against the rules;
``registry`` loads a labeller by its name.
"""
