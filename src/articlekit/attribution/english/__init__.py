"""English as far as attribution needs it: words, phrases, clauses and reporting verbs of one sentence."""
