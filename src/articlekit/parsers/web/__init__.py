"""Addresses and schema.org values: what a URL, an image URL or a property of structured data means."""
