"""Resolve: all documents → the Site: citations bound to passages, terms to mentions, links to targets."""
