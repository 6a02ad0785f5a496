"""Quotation marks, paired over the whole article, and what each pair quotes."""
