"""What one line of text says: names, bylines, dates, captions, labels, calls to action. Functions of a string without a draft."""
