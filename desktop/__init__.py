"""Bleat: make API calls and understand the answers, without programming."""
