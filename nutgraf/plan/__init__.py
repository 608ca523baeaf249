"""Plan: the Site → outputs, each a path, a template and the view it shows."""
