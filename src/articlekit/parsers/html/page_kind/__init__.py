"""Pages that are not an article, or only a part of one: error pages, index pages, paywalls."""
