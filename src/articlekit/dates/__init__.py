"""Calendar language: words such as ``June 13, 2025`` or ``over the past weekend`` → :class:`~articlekit.models.When`."""
