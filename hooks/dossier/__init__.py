"""The dossier: what is known of one partner country's relations with NATO.

Data flows one way, and a module knows only those that stand before it:

    wording, problems, dates, prose             the pieces
    syntax, reading                             YAML text to values with their places
    ledger, fields, choices, records, models    what a record is, and how it is read
    rules                                       what holds across records
    hints, dossier, loading                     the checked whole, and which files it is read from
    sheet, citing, linked_data, rendering       what every page is made of
    picture, pages, handwritten                 what a reader sees
    writing, asking, draft, new                 a new record, from questions to the file

Nothing here imports MkDocs.
"""
