"""What holds for every test: no socket, and the same examples from Hypothesis on every run."""

from __future__ import annotations

import socket
from typing import NoReturn

import pytest
from guards import SocketOpenedError
from hypothesis import settings

settings.register_profile("articlekit", deadline=None, derandomize=True)
settings.load_profile("articlekit")


def _refuse(*args: object, **kwargs: object) -> NoReturn:
    raise SocketOpenedError(f"a test may not use the network: {args} {kwargs}")


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, _refuse)
    for name in ("create_connection", "getaddrinfo", "gethostbyname"):
        monkeypatch.setattr(socket, name, _refuse)
