"""Lines of a page to blocks: lists, quotations, tables, pull quotes."""
