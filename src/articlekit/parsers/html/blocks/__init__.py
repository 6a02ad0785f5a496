"""From the lines of a story to blocks: paragraphs, lists, quotations, tables."""
