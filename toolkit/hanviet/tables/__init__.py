"""Tables as they come: any encoding and format in, every row and cell kept, out again."""
