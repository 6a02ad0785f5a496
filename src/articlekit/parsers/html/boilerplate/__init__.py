"""What is not the article: menus, teasers, sign-up forms, paywall boxes, comments."""
