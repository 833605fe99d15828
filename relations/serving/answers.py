"""A finished answer, as a WSGI server is told it: plain or compressed, whole or as a 304."""

from dataclasses import dataclass, field

from django.utils.http import parse_etags

from .packing import is_worth_packing, packed, weak

Headers = list[tuple[str, str]]
REPEATED = {"etag", "cache-control", "vary", "surrogate-key", "content-location", "content-language"}  # by a 304
REPEATED |= {"access-control-allow-origin", "access-control-expose-headers"}
OF_ONE_CLIENT = {"ratelimit", "ratelimit-policy"}
OVERHEAD = 2_000  # bytes that headers and what Python needs around them take, rather more than less


@dataclass(frozen=True, slots=True)
class Answer:
    """Status, headers and body; `etag` is empty where there is none."""

    status: str
    headers: Headers
    body: tuple[bytes, ...]
    etag: str
    not_modified: Headers

    def is_known_by(self, asked: str) -> bool:
        """Whether If-None-Match names this one; validators are compared weakly, as reading wants it."""
        if asked == self.etag:
            return True
        own = self.etag.removeprefix("W/")
        return bool(own) and any(each == "*" or each.removeprefix("W/") == own for each in parse_etags(asked))


@dataclass(slots=True)
class Page:
    """An answer as it is, and compressed as soon as somebody takes it so."""

    plain: Answer
    _packed: Answer | None = field(default=None, compare=False)

    @property
    def packed(self) -> Answer:
        if self._packed is None:
            self._packed = compressed(self.plain)
        return self._packed

    @property
    def size(self) -> int:
        """Bytes of memory, with some for the compressed form."""
        return OVERHEAD + len(self.plain.body[0]) * 5 // 4


def answer(status: str, headers: Headers, body: bytes) -> Answer:
    etag = next((value for name, value in headers if name == "ETag"), "")
    lasting = [(name, value) for name, value in headers if name != "Content-Length"]
    repeated = [(name, value) for name, value in lasting if name.lower() in REPEATED]
    return Answer(status, [*lasting, ("Content-Length", str(len(body)))], (body,), etag, repeated)


def apart(headers: Headers) -> tuple[Headers, Headers]:
    """What is said to everybody, and what to this client alone."""
    shared = [each for each in headers if each[0].lower() not in OF_ONE_CLIENT]
    return shared, [each for each in headers if each[0].lower() in OF_ONE_CLIENT]


def compressed(plain: Answer) -> Answer:
    """The same in gzip, if it is text."""
    body = plain.body[0]
    if not is_worth_packing(dict(plain.headers).get("Content-Type", ""), body):
        return plain
    headers = [(name, weak(value) if name == "ETag" else value) for name, value in plain.headers]
    return answer(plain.status, [*headers, ("Content-Encoding", "gzip")], packed(body))
