"""briefs: from one report, tailored briefs in Word and PDF, every sentence accounted for."""

__version__ = "0.1.0"
