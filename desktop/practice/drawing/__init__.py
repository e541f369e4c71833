"""Goats in a meadow, drawn with Pillow."""
