"""The public API, read only: the same names and shapes as the files to download, asked for one question at a time.

asking: parameters · shapes: what an answer holds · answers: JSON, ETag, pages · problems: what went wrong
records · tables · series · disputes · findings · found: the rows · paths_*: the addresses · document: OpenAPI
"""
