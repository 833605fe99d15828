"""Every address of the site."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path, re_path

from relations.api import document as api
from relations.views import ids, oembed, robots, sitemaps

identifiers = [
    path("<slug:slug>", ids.record_id, name="record"),
    path("<slug:kind>/<slug:slug>", ids.noun_id, name="noun"),
]

urlpatterns = [
    path("robots.txt", robots.robots, name="robots"),
    path("favicon.ico", robots.favicon, name="favicon"),
    path("apple-touch-icon.png", robots.touch_icon, name="touch_icon"),
    path("sitemap.xml", sitemaps.index, name="sitemap_index"),
    path("sitemap-<slug:name>-<int:number>.xml", sitemaps.sitemap, name="sitemap"),
    path("oembed", oembed.oembed, name="oembed"),
    path("api/v1/openapi.json", api.openapi, name="openapi"),
    path("api/v1/", api.api.urls),
    re_path(r"^api/(?P<rest>.*)$", api.nothing),
    path("id/", include((identifiers, "id"))),
    *i18n_patterns(
        path("admin/", admin.site.urls),
        path("", include("relations.urls")),
    ),
]
handler404 = "relations.views.about.not_found"
handler500 = "relations.views.about.server_error"
