"""What templates may see: frozen values, one page view per output and the parts that pages share.

A template gets exactly one name, ``view``. Whatever it shows is in there, so a change that readers can see
is a change of a view, and a view that has not changed needs no rendering. Text is ``str`` and is
escaped by the template; markup made by the engine is ``Markup``. No view holds a query, a document or a clock.
"""
