"""The images, captions and embeds of the article."""
