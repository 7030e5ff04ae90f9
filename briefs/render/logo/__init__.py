"""The logo of a house: a picture file that is found, read and made safe before anything prints it."""
