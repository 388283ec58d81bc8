"""The record as JSON, with what describes it."""
