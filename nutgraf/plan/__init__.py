"""Plan: the Site → outputs, each a path, a template and the view it shows (design §4.1, §4.2)."""
