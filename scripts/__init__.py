"""Scripts run by hand and by make: set-up, validators, comparing builds."""
