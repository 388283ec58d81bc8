"""The pages as Markdown, for readers that are programs and for other site generators."""
