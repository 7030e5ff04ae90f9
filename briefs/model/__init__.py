"""The values that the stages pass to each other. Stages import the model, never each other."""
