"""The labeller: words in, a score for each label of each word out; and from the labels who said what.

``tokens`` (what is read) → ``features`` → ``network`` (the scores) → ``decode`` (runs of words with a role) → ``linking`` (which
source and which content belong to which cue) → ``joining`` (content that goes on without a cue) → ``drafting`` (a claim in the making)
→ ``choosing`` and ``combining`` (with what the rules found).
"""
