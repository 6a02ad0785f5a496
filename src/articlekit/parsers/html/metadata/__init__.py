"""What a page says about itself in its markup: meta elements, JSON-LD, microdata, breadcrumbs, and the hints they give about the story."""
