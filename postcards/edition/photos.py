"""Photos made ready for an edition: upright, cut to their frame, in the edition's colours, and nothing but pixels.

Nothing that the camera or an office added to a file goes on: no place, name, comment, thumbnail or colour profile,
and nothing of what was cut away. A file's bytes are read once, through `project.open_asset`, so that a photo replaced
during a build is either the old one or the new one. The same photo under the same recipe is the same Derivative,
byte for byte, in whichever story it stands. Its bytes are fetched when they are needed, so that a booklet's photos are
never in memory together.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import PIL
from msgspec import Struct, structs

from postcards.edition.cache import Cache
from postcards.edition.photo_faults import MAX_BYTES, TOO_LARGE, PhotoError, Remark
from postcards.edition.photo_recipe import PhotoRecipe, recipe_for
from postcards.problems import Problem, ProjectError, Severity, Where
from postcards.project import AssetError, open_asset

if TYPE_CHECKING:
    from postcards.edition.darkroom import Picture

__all__ = ["Cache", "Derivative", "PhotoRecipe", "derive", "derive_each", "recipe_for"]

#: Raised whenever a photo and recipe give other pixels or findings than before, so that no cache keeps the old ones.
RECIPE_VERSION = 4


class Derivative(Struct, frozen=True, eq=False):
    """A photo as it goes into an edition."""

    digest: str  # SHA-256 of the photo's file, hexadecimal
    key: str  # SHA-256 of everything that made it, hexadecimal: two with the same key are the same
    width: int  # pixels
    height: int  # pixels
    colour: Literal["rgb", "cmyk", "grey"]  # components: sRGB, a press's inks, or one grey
    ink: float  # the most that a square of 15 mm² has in the mean, per cent; 0 in sRGB
    fetch: Callable[[], bytes]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Derivative) and self.key == other.key

    def __hash__(self) -> int:
        return hash(self.key)

    def __repr__(self) -> str:
        return f"Derivative({self.key})"

    @property
    def jpeg(self) -> bytes:
        """A whole JPEG file; fetched anew each time."""
        return self.fetch()


def derive(
    folder: Path, file: str, recipe: PhotoRecipe, cache: Cache, where: Where
) -> tuple[Derivative | None, tuple[Problem, ...]]:
    """The photo `file` in `folder`, made ready by `recipe`, and what was found in it.

    `where` is the place that names the file. The derivative is None exactly when one of the findings is an error;
    `photo.missing`, `file.*` and `photo.*` are their codes. The findings are the same with and without the cache.
    """
    (derivative,), problems = derive_each(folder, file, (recipe,), cache, where)
    return derivative, problems


def derive_each(
    folder: Path, file: str, recipes: Sequence[PhotoRecipe], cache: Cache, where: Where, digest: str = ""
) -> tuple[tuple[Derivative | None, ...], tuple[Problem, ...]]:
    """The same photo by several recipes, all from one reading of the file; None where a finding keeps it from one.

    Where the `digest` of the file is known, and all that is wanted of it is in the cache, it is not read again.
    """
    known = _known(_Source(folder, file, digest), recipes, cache) if digest else None
    if known is not None:
        return _told(known, file, where)
    try:
        content = _read(folder, file)
    except AssetError as fault:
        code = "photo.missing" if fault.code == "file.missing" else fault.code
        return (None,) * len(recipes), (Problem(code, fault.message, fault.remedy, where),)
    except PhotoError as fault:
        return (None,) * len(recipes), (fault.remark.about(file, where),)
    source = _Source(folder, file, sha256(content).hexdigest())
    return _told([_made(content, source, recipe, cache) for recipe in recipes], file, where)


#: What came of a photo by one recipe, and what is to be said of it.
Made = tuple[Derivative | None, tuple[Remark, ...]]


def _told(made: Sequence[Made], file: str, where: Where) -> tuple[tuple[Derivative | None, ...], tuple[Problem, ...]]:
    remarks = dict.fromkeys(remark for _, found in made for remark in found)
    return tuple(derivative for derivative, _ in made), tuple(remark.about(file, where) for remark in remarks)


class _Source(Struct, frozen=True):
    """A photo's file, and what it held when it was first read."""

    folder: Path
    file: str
    digest: str

    def develop(self, recipe: PhotoRecipe) -> Picture:
        """The picture made once more, should its entry in the cache be gone or damaged."""
        from postcards.edition.darkroom import develop

        changed = ProjectError(f"“{self.file}” was replaced while it was printed.", "Run it again.")
        try:
            content = _read(self.folder, self.file)
        except (AssetError, PhotoError):
            raise changed from None
        if sha256(content).hexdigest() != self.digest:
            raise changed
        return develop(content, recipe)


def _read(folder: Path, file: str) -> bytes:
    with open_asset(folder, file) as source:
        try:
            # No more room is asked for than the file has: with MAX_BYTES that alone would take longer than the reading.
            content = source.read(min(os.fstat(source.fileno()).st_size, MAX_BYTES) + 1)
        except OSError as error:
            message = f"“{file}” cannot be read: {error.strerror}."
            raise AssetError("file.unreadable", message, "Copy the photo into the story's folder again.") from None
    if len(content) > MAX_BYTES:
        raise PhotoError(TOO_LARGE)
    return content


def _made(content: bytes, source: _Source, recipe: PhotoRecipe, cache: Cache) -> Made:
    try:
        return _kept(source, recipe, cache) or _developed(content, source, recipe, cache)
    except PhotoError as fault:
        return None, (fault.remark,)


def _known(source: _Source, recipes: Sequence[PhotoRecipe], cache: Cache) -> list[Made] | None:
    """What the cache has by all recipes, or nothing."""
    found = [kept for recipe in recipes if (kept := _kept(source, recipe, cache))]
    return found if len(found) == len(recipes) else None


def _kept(source: _Source, recipe: PhotoRecipe, cache: Cache) -> Made | None:
    """What the cache has by one recipe."""
    name = _entry_name(source.digest, recipe)
    label = cache.label(name)
    return _unpacked(label, source.digest, name, _fetch(source, recipe, cache)) if label else None


def _developed(content: bytes, source: _Source, recipe: PhotoRecipe, cache: Cache) -> Made:
    # Loading Pillow takes longer than reading a whole booklet's photos out of the cache: only who develops pays for it.
    from postcards.edition.darkroom import develop

    name, picture = _entry_name(source.digest, recipe), develop(content, recipe)
    label, jpeg = _label(picture), picture.jpeg
    fetch = _fetch(source, recipe, cache) if cache.write(name, label, jpeg) else lambda: jpeg
    return _unpacked(label, source.digest, name, fetch)


def _fetch(source: _Source, recipe: PhotoRecipe, cache: Cache) -> Callable[[], bytes]:
    """How the picture's bytes are had when they are needed."""

    def fetch() -> bytes:
        name = _entry_name(source.digest, recipe)
        photo = cache.body(name)
        if photo is None:
            again = source.develop(recipe)
            photo = again.jpeg
            cache.write(name, _label(again), photo)
        return photo

    return fetch


def _entry_name(digest: str, recipe: PhotoRecipe) -> str:
    wanted = structs.asdict(recipe)
    wanted["intent"] = recipe.intent.digest if recipe.intent else None
    made_by = [RECIPE_VERSION, _pillow_version(), digest, wanted]
    return sha256(json.dumps(made_by, sort_keys=True).encode()).hexdigest()


def _pillow_version() -> str:
    """Another Pillow may decode and encode to other bytes; its number is had without loading the rest of it."""
    return PIL.__version__


def _label(picture: Picture) -> bytes:
    """What an entry of the cache says of its picture: a line of JSON."""
    label = {
        "width": picture.width,
        "height": picture.height,
        "colour": picture.colour,
        "ink": picture.ink,
        "remarks": [[remark.code, remark.says, remark.remedy, remark.severity.value] for remark in picture.remarks],
    }
    return json.dumps(label).encode()


def _unpacked(line: bytes, digest: str, key: str, fetch: Callable[[], bytes]) -> Made:
    label = json.loads(line)
    remarks = tuple(Remark(code, says, remedy, Severity(level)) for code, says, remedy, level in label["remarks"])
    derivative = Derivative(digest, key, label["width"], label["height"], label["colour"], label["ink"], fetch)
    return derivative, remarks
