"""The record built by other engines: what MkDocs shows, they show too."""
