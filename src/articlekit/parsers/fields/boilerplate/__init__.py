"""Rules that take boilerplate lines out of the text by their words, in any input format."""
