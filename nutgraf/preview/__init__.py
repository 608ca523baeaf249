"""The preview: serves the site while it is being written, and shows every save in the browser.

watch → batches → builds → edition → tabs

Files that change are gathered into batches, each batch is built once beside the server, and the browser tabs that show
something older are told. ``livereload`` carries the message and does nothing else (docs/decisions/livereload.md).
"""
