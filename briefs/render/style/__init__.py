"""Style sheets as strangers write them: what they may hold, and their text as files carry it."""
