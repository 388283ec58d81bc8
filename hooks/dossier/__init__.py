"""The dossier: what is known of one partner country's relations with NATO.

Data flows one way, and a module knows only those before it:
`problems`, `dates`, `prose`, `reading` -> `fields` -> `models` -> `rules` -> `dossier` -> `pages`.
Nothing here imports MkDocs.
"""
