"""The dossier: what is known of one partner country's relations with NATO.

Data flows one way, and a module knows only those that stand before it:

    wording, messages, problems,
    patterns, dates, prose                      the pieces
    slips, syntax, reading                      YAML text to values with their places
    ledger, choices, fields, values,
    records, models                             what a record is, and how it is read
    schema                                      what editors' programs know of records
    rules                                       what holds across records
    hints, backlinks, dossier                   the checked whole
    contents, loading                           which files it is read from
    history                                     how what is said changed
    sheet, citing, linked_data, rendering       what every page is made of
    picture, pages, guide, handwritten          what a reader sees
    link_check                                  whether the pages that the data link to are still there
    writing, terminal, asking, draft, new       a new record, from questions to the file

Nothing here imports MkDocs.
"""
