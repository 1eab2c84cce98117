"""Resolution of unlisted names: across documents, and between the two languages."""
