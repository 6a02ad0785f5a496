"""Live blogs: the entries and their times."""
