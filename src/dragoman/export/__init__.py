"""Row 10: an archive in the formats that others use; docs/reference/export.md has the columns."""
