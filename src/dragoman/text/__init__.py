"""Row 2: characters and spans; no records, no vocabulary, no models."""
