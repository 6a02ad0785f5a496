"""What is not the article: navigation, teasers, sign-up forms, paywall boxes, comments."""
