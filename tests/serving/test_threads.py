"""Django's thread-locals in a process that serves WSGI."""

import threading

import pytest
from django.urls import get_script_prefix, reverse, set_script_prefix, set_urlconf
from django.utils.translation import activate, get_language, gettext, override

from relations.serving.threads import KEPT, keep_plainly


@pytest.fixture
def plain(monkeypatch):
    """Plain ones for as long as a test takes."""
    for module, name in KEPT:
        monkeypatch.setattr(module, name, getattr(module, name))
    keep_plainly()


def elsewhere(act):
    """What another thread finds."""
    found = []
    thread = threading.Thread(target=lambda: found.append(act()))
    thread.start()
    thread.join()
    return found[0]


def test_django_keeps_them_there(plain):
    activate("en")
    set_script_prefix("/kopru/")
    set_urlconf("config.urls")
    assert all(vars(getattr(module, name)) for module, name in KEPT)
    set_urlconf(None)


def test_each_thread_has_its_language(plain):
    activate("en")
    assert elsewhere(lambda: (activate("tr"), get_language(), reverse("timeline"))[1:]) == ("tr", "/tr/timeline/")
    assert (get_language(), reverse("timeline")) == ("en", "/en/timeline/")
    assert elsewhere(get_language) == "tr"  # the site's own, where nobody chose


def test_a_language_is_put_back(plain):
    activate("en")
    with override("tr"):
        assert gettext("Timeline") == "Zaman çizelgesi"
    assert gettext("Timeline") == "Timeline"
    with override(None):
        assert get_language() is None


def test_each_thread_has_its_mount(plain):
    set_script_prefix("/kopru/")
    assert elsewhere(get_script_prefix) == "/"
    assert get_script_prefix() == "/kopru/"
