"""Pictures of when events were: where each mark stands, and which have a name."""
