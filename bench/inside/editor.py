"""python -m bench.inside.editor: a superuser of the measured site; prints what it may edit. The password is read."""

import json
import sys

import django

NAME = "bench"


def main(password: str) -> None:
    django.setup()
    from django.contrib.auth import get_user_model

    from relations.models import Milestone

    user, _new = get_user_model().objects.get_or_create(username=NAME)
    user.is_staff = user.is_superuser = True
    user.set_password(password)
    user.save()
    milestone = Milestone.objects.published().order_by("pk").first()
    json.dump({"pk": milestone.pk, "slug": milestone.slug}, sys.stdout)


if __name__ == "__main__":
    main(sys.stdin.read())
