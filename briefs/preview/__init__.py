"""`briefs preview`: edit and see. Briefs are built in a loop and shown beside the report, in a browser on this machine.

Two processes. The *server* (`serving/`) answers the browser, watches the files, and loads nothing of the program that
takes time. The *worker* (`worker.py`) keeps the project in memory (`workshop/`), builds what a change touches with
the same functions as the command line, and answers questions: where words come from (`answers/`), what an edit would
do (`editing/`), and what reviewers propose (`reviewing/`). They talk over a pipe, in the values of `messages.py`. So
a slow build never blocks the page, and stopping never waits for a build. What the page shows is made of the values in
`shown/`, as JSON; the page itself is in `page/`.
"""
