"""draw: `blocks/<kind>.yaml` and a Report → a Library of typed blocks, each anchored in the report."""
