"""Elements that are not the article, found by their markup before blocks are made: menus, teasers, forms, paywall boxes."""
