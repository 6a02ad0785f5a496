"""What kind of page it is: an article, an error page, an index page, or one that is not free to read."""
