"""What a survey folder says, read from TOML into frozen models that hold data and look it up.

reading     a TOML file, or every fault in it by file and place
survey      the models of survey.toml
groups      those of its cuts and tables
council     the models of council.toml
codebook    the models of codebook.toml and its examples
criteria    the models of criteria.toml
population  who could have answered, as the government publishes it
danger      the word list of the danger screen
loading     load_survey: files in, a Survey out; load_definitions: a whole folder
facts       what can be known from answers, settings and dates
derivation  decision tables: the first line that fits decides
routing     which pages and items these answers lead through
versions    two versions of one questionnaire: what changed, what means the same
checking    faults that only show when the parts are seen together
"""
