"""What this microsite adds to the engine."""
