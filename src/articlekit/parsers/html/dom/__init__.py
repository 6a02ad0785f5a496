"""The page model: a parsed page as flat lists of elements, lines, pictures and times, made in one walk."""
