"""What a report's text still has of the file that it was taken from: each is a warning with the line and the cure."""
