"""Finding words in the report and in a brief: anchors, sentences, quotations."""
