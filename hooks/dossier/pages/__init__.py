"""The pages of the site, as HTML for any generator to wrap."""
