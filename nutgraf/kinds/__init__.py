"""The kinds of content: each module says what one kind of file holds and reads it.

Adding a kind is a module here, its row in ``nutgraf.kinds.documents.KINDS``, and an output that shows it.
"""
