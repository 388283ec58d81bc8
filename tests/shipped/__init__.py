"""What this one record has to say: the facts of its first source, and the answers that readers find.

Another country's site goes without this folder: delete it. All other tests pass with any good data.

    first_source.yml   words for every fact of the first source, by page
    questions.yml      questions of readers, and what the search has to find
"""
