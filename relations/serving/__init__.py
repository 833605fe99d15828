"""How answers leave fast and true: what is kept belongs to one revision of the data, asked at every request.

memo: results kept for a revision · freshness: which revision a reader would be shown · pages: finished pages in front
of Django · headers: who may keep a page, and how long · purge: telling a CDN what changed
"""
