"""The pages of the site, as HTML for any generator to wrap: one module a page, all listed by `site_pages`.

What takes several modules has a folder:

    division/   how long lists are divided among pages
    charts/     pictures of when events were
    templates/  the HTML
"""
