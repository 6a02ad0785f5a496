"""English grammar for attribution: words, noun phrases, reporting verbs and clauses of one sentence."""
