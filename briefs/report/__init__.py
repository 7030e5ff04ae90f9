"""Reading: the report as received and its hints become a `Report`."""
