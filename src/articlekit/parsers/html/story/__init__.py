"""Which lines of a page are the article, and the blocks of a draft that they become."""
