"""URLs, image URLs and values of schema.org nodes."""
