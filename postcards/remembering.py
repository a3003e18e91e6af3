"""Values that are kept from one run to the next, pickled, and read back with nothing but the classes that they are made
of: whoever can write into the cache can put wrong words there, but no program.
"""

from __future__ import annotations

import io
import pickle
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from hashlib import sha256, shake_256
from types import ModuleType
from typing import Any, NamedTuple, Protocol, TypeVar

from msgspec import Struct

Value = TypeVar("Value")

#: Classes by the module and the name that a pickle calls them by.
Known = Mapping[tuple[str, str], Any]

#: What comes of reading something that was not written by us.
STRANGE = (pickle.UnpicklingError, EOFError, AttributeError, IndexError, KeyError, TypeError, ValueError)


class Memory(Protocol):
    """What is kept from one build to the next, see `edition.memory`."""

    def recall(self, name: str, key: bytes) -> bytes | None: ...

    def keep(self, name: str, key: bytes, content: bytes) -> None: ...

    def save(self) -> None: ...


class _Named(Struct, kw_only=True):
    """A structure whose fields are given by name."""

    field: str = ""


#: What makes such structures out of pickles, msgspec's own: of a class that must be known as well.
_REBUILD: Any = _Named().__reduce__()[0]


class Reader(pickle.Unpickler):
    """Reads values that are made of what is `known`."""

    def __init__(self, content: bytes, known: Known) -> None:
        super().__init__(io.BytesIO(content))
        self._known = {**known, (_REBUILD.__module__, _REBUILD.__name__): _REBUILD}

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) not in self._known:
            raise pickle.UnpicklingError(f"{module}.{name} is nothing that is kept")
        return self._known[module, name]


def known(*parts: type | ModuleType) -> Known:
    """Classes, and all that modules define."""
    found: list[type] = []
    for part in parts:
        own = [each for each in vars(part).values() if isinstance(each, type) and each.__module__ == part.__name__]
        found += [part] if isinstance(part, type) else own
    return {(each.__module__, each.__qualname__): each for each in found}


class Fresh(NamedTuple):
    """What was made of some bytes in this run."""

    shelf: str
    name: str
    key: bytes
    source: bytes
    value: Any


class Readings:
    """What was made of the bytes of files, shelf by shelf. Nobody can read what is kept who has not those bytes: it is
    written in a cipher of which they are the key, and the cache tells no more than the files do.
    """

    def __init__(self, memory: Callable[[str], Memory], ground: str) -> None:
        """`ground` is the digest of the program that reads; `memory` gives what is kept on a shelf."""
        self._memory = memory
        self._ground = ground
        self._shelves: dict[str, Memory] = {}
        self._fresh: list[Fresh] = []

    def reading(
        self, shelf: str, asked: Iterable[str], source: bytes, classes: Known, make: Callable[[], Value]
    ) -> Value:
        """What `make` makes of the bytes `source`, by which file they are and what is `asked` of them."""
        name = sha256("\0".join(asked).encode("utf-8", "surrogateescape")).hexdigest()
        key = sha256(f"{self._ground} {name} ".encode() + source).digest()
        kept = self._shelf(shelf).recall(name, key)
        if kept is not None:
            with suppress(*STRANGE):
                value: Value = Reader(_ciphered(kept, source), classes).load()
                return value
        made = make()
        self._fresh.append(Fresh(shelf, name, key, source, made))
        return made

    def handed_over(self) -> list[Fresh]:
        """What is new, for others of another process to `take`; these do not have it any more."""
        fresh, self._fresh = self._fresh, []
        return fresh

    def take(self, fresh: Iterable[Fresh]) -> None:
        """What is new in others."""
        self._fresh += fresh

    def save(self) -> None:
        """Keep what is new."""
        for shelf, name, key, source, value in self._fresh:
            written = pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)
            self._shelf(shelf).keep(name, key, _ciphered(written, source))
        self._fresh.clear()
        for memory in self._shelves.values():
            memory.save()

    def _shelf(self, name: str) -> Memory:
        if name not in self._shelves:
            self._shelves[name] = self._memory(name)
        return self._shelves[name]


def _ciphered(content: bytes, key: bytes) -> bytes:
    """Content in the cipher of `key`, or out of it: added without carry to as many bytes of SHAKE256 (FIPS 202)."""
    stream = shake_256(key).digest(len(content))
    return (int.from_bytes(content) ^ int.from_bytes(stream)).to_bytes(len(content))
