"""The story: which lines of a page belong to the article, its header, its sections, and the lines around it."""
