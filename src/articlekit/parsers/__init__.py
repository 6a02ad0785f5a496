"""Raw news to :class:`~articlekit.Article`: readers make a draft, rule tables decide its fields, layout fixes the spans."""
