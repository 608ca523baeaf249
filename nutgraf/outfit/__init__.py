"""The outfit: what comes with the engine, belongs to the microsite from then on, and may be changed there."""
