"""People read, decide and run the survey: one process with threads, since the key that opens words
lives in its memory alone.

factory      the application put together
permissions  which roles may use which page: one table, and nothing outside it opens
sessions     who is signed in: random numbers whose hashes stand in memory
person       the person behind a request, and the cookie that says so
side         what every page works with: definitions, texts, clock, one connection a thread
words_lock   the vault, once a key holder unlocked it
reports      the latest report of each audience
keeper       codes what arrives and makes snapshots, in a thread of its own
downloads    a file that a page hands over
problems     the pages for what may not or cannot be shown
pages        the pages by what they are for
"""
