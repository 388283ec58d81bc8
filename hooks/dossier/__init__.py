"""The dossier: what is known of one partner country's relations with NATO.

Data flows one way, and a module knows only those that stand before it:

    wording, problems, dates, prose, reading    the pieces
    fields, models, rules                       what a record is, and what holds across records
    dossier, loading                            the checked whole, and how it is read from files
    sheet, pages, handwritten                   what a reader sees

Nothing here imports MkDocs.
"""
