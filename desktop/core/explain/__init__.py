"""Says in plain words what an answer or a failure means; the words are in resources."""
