"""An S3 storage on loopback, played by moto; visitors read it over plain HTTP, and it may be full."""

from __future__ import annotations

import importlib.util
import io
import os
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import Message
from http.client import HTTPConnection
from typing import Any
from urllib.parse import quote
from urllib.request import Request, urlopen

import pytest

from sitegen.publish.manifest import OURS

REGION = "eu-central-1"
App = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


@dataclass
class Storage:
    """A storage with buckets."""

    app: App
    port: int = 0
    is_full: bool = False
    """Whether it takes no new file of the site."""
    asked: list[str] = field(default_factory=list)
    """Methods and paths."""

    def __call__(self, environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        """Answers a request; a file that was cut on its way is none, as at every storage (moto would keep the half)."""
        method, path, size = environ["REQUEST_METHOD"], environ["PATH_INFO"], int(environ.get("CONTENT_LENGTH") or 0)
        self.asked.append(f"{method} {path}")
        body = environ["wsgi.input"].read(size) if size else b""
        if len(body) < size:
            return error(start, "400 Bad Request", "IncompleteBody")
        if self.is_full and method == "PUT" and OURS not in path:
            return error(start, "507 Insufficient Storage", "InsufficientStorage")
        return self.app({**environ, "wsgi.input": io.BytesIO(body)}, start)

    @property
    def url(self) -> str:
        """Its address."""
        return f"http://127.0.0.1:{self.port}"

    def client(self, service: str) -> Any:
        """Amazon's own client."""
        import boto3

        return boto3.client(
            service,
            endpoint_url=self.url,
            region_name=REGION,
            aws_access_key_id="root",
            aws_secret_access_key="root",
        )

    def bucket(self, name: str) -> None:
        """Makes a bucket."""
        self.client("s3").create_bucket(Bucket=name, CreateBucketConfiguration={"LocationConstraint": REGION})

    def editor(self) -> tuple[str, str]:
        """A user who may do everything in all buckets: name and secret of the key."""
        iam = self.client("iam")
        iam.create_user(UserName="editor")
        rights = '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "*"}]}'
        iam.put_user_policy(UserName="editor", PolicyName="all", PolicyDocument=rights)
        key = iam.create_access_key(UserName="editor")["AccessKey"]
        return key["AccessKeyId"], key["SecretAccessKey"]

    def ask_for_keys(self, *, always: bool) -> None:
        """From now on keys are looked at, or not."""
        after = b"0" if always else b"inf"
        request = Request(f"{self.url}/moto-api/reset-auth", after, {"Content-Type": "text/plain"}, method="POST")
        urlopen(request).close()

    def get(self, bucket: str, path: str) -> tuple[bytes, Message] | None:
        """What a visitor gets: content and headers."""
        line = HTTPConnection("127.0.0.1", self.port)
        line.request("GET", f"/{bucket}/{quote(path)}")
        answer = line.getresponse()
        content = answer.read()
        line.close()
        assert answer.status in (200, 404), answer.status
        return (content, answer.msg) if answer.status == 200 else None

    def files(self, bucket: str) -> dict[str, bytes]:
        """All that is in a bucket but what is ours alone."""
        client = self.client("s3")
        names = [one["Key"] for one in client.list_objects_v2(Bucket=bucket).get("Contents", ())]
        return {name: self.content(bucket, name) for name in names if OURS not in name}

    def content(self, bucket: str, path: str) -> bytes:
        """A file's content."""
        content: bytes = self.client("s3").get_object(Bucket=bucket, Key=path)["Body"].read()
        return content


def error(start: Callable[..., Any], status: str, code: str) -> Iterable[bytes]:
    """A storage's complaint."""
    start(status, [("Content-Type", "application/xml")])
    return [f"<Error><Code>{code}</Code><Message>{code}</Message></Error>".encode()]


@contextmanager
def s3_storage() -> Iterator[Storage]:
    """A storage that stops by itself; skips where moto is not installed, and fails where CI runs."""
    if importlib.util.find_spec("moto") is None:
        if os.environ.get("CI") == "true":
            pytest.fail("not installed: moto")
        pytest.skip("not installed: moto")
    from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
    from werkzeug.serving import WSGIRequestHandler, make_server

    class Quiet(WSGIRequestHandler):
        """Keeps no log."""

        def log(self, *what: Any) -> None:
            """Does nothing."""

    storage = Storage(DomainDispatcherApplication(create_backend_app))
    server = make_server("127.0.0.1", 0, storage, threaded=True, request_handler=Quiet)
    storage.port = server.server_port
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield storage
    finally:
        server.shutdown()
        server.server_close()
