"""The dossier: what is known of one partner country's relations with NATO.

Data flows one way, and a folder imports only those above it:

    problems/       what can be wrong with the data: places, messages, phrases
    yaml_source/    YAML text to nodes with their lines, and why a text cannot be parsed
    model/          dates, prose, fields and records; `kinds` is the one table of kinds; the dossier
    loading/        a data file, the data folder, the rules across records
    editing/        JSON Schemas and templates of records, and keys added to them, for editors of data files
    pages/          the pages of the site; `urls` has every URL
    exports/        the record in the formats of other programs, one module a format
    link_check/     whether the pages that the data link to are still there
    archiving/      archived copies of the sources, for editors to accept

Nothing here imports MkDocs. `python -m dossier` is the command line.
"""
