"""Every address of the site."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

urlpatterns = i18n_patterns(
    path("admin/", admin.site.urls),
    path("", include("relations.urls")),
)
handler404 = "relations.views.about.not_found"
handler500 = "relations.views.about.server_error"
