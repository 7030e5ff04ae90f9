"""The vocabulary of WordprocessingML (ISO/IEC 29500-1): what the writer writes with, and a reader reads by."""
