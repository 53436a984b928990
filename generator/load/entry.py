"""A record as it was read, with its id and where its file stands."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from pydantic import BaseModel

R = TypeVar("R", bound=BaseModel, covariant=True)


@dataclass(frozen=True, slots=True)
class Entry(Generic[R]):
    """A record with its id and its file's path in the registry."""

    id: str
    path: str
    record: R
