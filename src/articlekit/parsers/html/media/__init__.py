"""Pictures, captions and embeds of the article."""
