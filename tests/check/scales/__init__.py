"""Tests of how strong words are, compared with their passage."""
