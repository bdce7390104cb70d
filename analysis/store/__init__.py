"""The only code that touches the database, and the folder it lies in.

layout     where things lie in a data folder
keys       the small secrets of a data folder, none of which opens words
database   one way in, and the only way to write
schema     every table's migrations, applied once
folder     a data folder made or opened
audit      the chain of acts
acts       that chain alone, for jobs that may know nothing of any answer
erasure    responses that are really gone
watermark  a number that moves when anything counted moves
snapshots  what was published, file by file and figure by figure
intake     all that the survey side may import
desk       what only the staff side may import
"""
