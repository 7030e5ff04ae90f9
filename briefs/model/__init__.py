"""The values that the stages hand to each other. Stages import the model, never each other."""
