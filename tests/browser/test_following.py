"""The feeds of the timeline stay those of what it shows while filters apply without a new page."""


def test_the_feeds_keep_in_step_with_live_filters(read):
    reader = read("/en/timeline/")
    page = reader.page
    page.locator("details.follow summary").click()
    page.locator("input[name=kind][value=visit]").check()
    page.wait_for_function("() => location.search.includes('kind=visit')")
    page.locator('details.follow a[href$="feed.atom?kind=visit"]').wait_for()
    assert page.locator("details.follow").get_attribute("open") is not None
    assert page.locator('link[type="application/atom+xml"]').get_attribute("href").endswith("feed.atom?kind=visit")
    assert not reader.axe()
