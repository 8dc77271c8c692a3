"""Object storage that speaks S3: Amazon's and that of many hosters, through rclone. Each object is replaced whole."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

from sitegen.model.targets import S3
from sitegen.publish.remote import Place, remote
from sitegen.publish.target import Errand, Promise, Session

PROMISE = Promise.WHOLE_PAGE
NEEDS = ("rclone",)
NAME = "RCLONE_CONFIG_SITEGEN"
"""What rclone's settings of the storage begin with."""


@contextmanager
def open_target(settings: S3, errand: Errand) -> Iterator[Session]:
    """The session; at its end the lock is given back."""
    secret = errand.secrets.need("secret_key", settings.secret_key_env) if settings.key_id else ""
    place = Place(
        fs="sitegen:" + "/".join(part for part in (settings.bucket, settings.path.strip("/")) if part),
        where=f"{settings.endpoint or 'amazonaws.com'}/{settings.bucket}",
        environment=environment(settings, secret),
        has_folders=False,
        is_replaced=True,
        secrets=(secret,) if secret else (),
    )
    with remote(place, settings, errand) as session:
        yield session


def environment(settings: S3, secret: str) -> dict[str, str]:
    """What rclone is told of the storage; without a key of ours it finds one where Amazon's own tools would."""
    told = {
        "TYPE": "s3",
        "PROVIDER": settings.provider or ("Other" if settings.endpoint else "AWS"),
        "ENDPOINT": settings.endpoint,
        "REGION": settings.region,
        "ACCESS_KEY_ID": settings.key_id,
        "SECRET_ACCESS_KEY": secret,
        "ENV_AUTH": "" if settings.key_id else "true",
        "ACL": "public-read" if settings.public else "",
        "NO_CHECK_BUCKET": "true",
    }
    return {"RCLONE_CONFIG": os.devnull, **{f"{NAME}_{key}": value for key, value in told.items() if value}}
