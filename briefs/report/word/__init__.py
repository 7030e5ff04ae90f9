"""Reading reports in Word."""
