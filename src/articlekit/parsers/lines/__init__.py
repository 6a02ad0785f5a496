"""What one line of text says: names, bylines, dates, captions, calls to action. Pure functions of a string; none knows a draft."""
