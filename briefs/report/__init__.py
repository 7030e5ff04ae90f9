"""read: the report as received and its hints → a `Report`."""
