"""Live blogs: their entries and the time of each."""
