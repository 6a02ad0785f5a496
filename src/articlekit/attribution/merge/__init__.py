"""The rules' reading and the labeller's reading of an article, made into one list of claims."""
