"""What leaves the house: files, the public pages, the digest, and the two sign-offs before.

export     one file of a snapshot
sign_off   one party's agreement to what the public will see
agreeing   how far the parties are, and what everybody reads now
publish    the public pages, once every party agreed
renew      the public pages without quotes that were taken back since
digest     the published results as plain text
taking     files that are taken out, noted in the chain of acts
annex      the models behind a comparison, when somebody asks
research   rows for research, each like at least nine others
snapshots  a snapshot's report as it was written, or as it was agreed to
"""
