"""Raw bytes to clean text: binaries refused, the charset found, the format detected, e-mail headers split off."""
