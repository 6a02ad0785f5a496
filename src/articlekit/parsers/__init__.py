"""Raw news → :class:`~articlekit.Article`: readers recover blocks, rule tables decide fields, layout fixes the spans."""
