"""A past to read: for one revision a visit had other names, and a milestone of no meaning was public."""

CHANGED, REMOVED = "visit-kaz-tur-2009-10-nazarbayev", "milestone-of-the-browser-tests"
THEN = 10_000  # the revision at which the visit had its other names


def change_records() -> None:
    """Change and restore the one, publish and delete the other; what is public stays what the fixtures say."""
    from relations.changes.keeping import keep_versions
    from relations.models import EditorialStatus, Milestone, Record, Revision

    visit = Record.objects.filter(slug=CHANGED)
    names = visit.values("title_tr", "title_en").get()
    Revision.objects.update(number=THEN - 1)
    visit.update(title_tr="Başka bir ad", title_en="Another name")
    titles = {"title_tr": "Silinen kayıt", "title_en": "A record removed"}
    gone = Milestone.objects.create(
        slug=REMOVED, **titles, date="1992-03-02", editorial_status=EditorialStatus.PUBLISHED
    )
    keep_versions()
    visit.update(**names)
    gone.delete()
    keep_versions()
