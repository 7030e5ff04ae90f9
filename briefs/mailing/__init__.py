"""Mail: handing the messages of a distribution to a server, and reading what comes back."""
