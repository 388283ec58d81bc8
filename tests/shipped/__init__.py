"""What the data of this one country say: the facts of their first source, and what readers find.

For another country, delete this folder; all other tests pass with any good data.
"""
