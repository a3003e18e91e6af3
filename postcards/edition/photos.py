"""Photos made ready for an edition: upright, cut to their frame, in the edition's colours, and nothing but pixels.

Nothing that the camera or an office added to a file goes on: no place, name, comment, thumbnail or colour profile,
and nothing of what was cut away. A file's bytes are read once, through `project.open_asset`, so that a photo replaced
during a build is either the old one or the new one. The same photo under the same recipe is the same Derivative,
byte for byte, in whichever story it stands.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, fields
from hashlib import sha256
from pathlib import Path
from typing import Literal

import PIL

from postcards.edition.cache import PhotoCache
from postcards.edition.photo_faults import MAX_BYTES, TOO_LARGE, PhotoError, Remark
from postcards.edition.photo_recipe import PhotoRecipe, recipe_for
from postcards.problems import Problem, Severity, Where
from postcards.project import AssetError, open_asset

__all__ = ["Derivative", "PhotoCache", "PhotoRecipe", "derive", "derive_each", "recipe_for"]

#: Raised whenever a photo and recipe give other pixels or findings than before, so that no cache keeps the old ones.
RECIPE_VERSION = 2


@dataclass(frozen=True, slots=True)
class Derivative:
    """A photo as it goes into an edition."""

    digest: str  # SHA-256 of the photo's file, hexadecimal
    key: str  # SHA-256 of everything that made it, hexadecimal: two with the same key are the same
    jpeg: bytes  # a whole baseline JPEG file
    width: int  # pixels
    height: int  # pixels
    colour: Literal["rgb", "cmyk", "grey"]  # components: sRGB, a press's inks, or one grey
    ink: float = 0.0  # the most that a square of 15 mm² has in the mean, per cent; 0 in sRGB


def derive(
    folder: Path, file: str, recipe: PhotoRecipe, cache: PhotoCache, where: Where
) -> tuple[Derivative | None, tuple[Problem, ...]]:
    """The photo `file` in `folder`, made ready by `recipe`, and what was found in it.

    `where` is the place that names the file. The derivative is None exactly when one of the findings is an error;
    `photo.missing`, `file.*` and `photo.*` are their codes. The findings are the same with and without the cache.
    """
    (derivative,), problems = derive_each(folder, file, (recipe,), cache, where)
    return derivative, problems


def derive_each(
    folder: Path, file: str, recipes: Sequence[PhotoRecipe], cache: PhotoCache, where: Where
) -> tuple[tuple[Derivative | None, ...], tuple[Problem, ...]]:
    """The same photo by several recipes, all from one reading of the file; None where a finding keeps it from one."""
    try:
        content = _read(folder, file)
    except AssetError as fault:
        code = "photo.missing" if fault.code == "file.missing" else fault.code
        return (None,) * len(recipes), (Problem(code, fault.message, fault.remedy, where),)
    except PhotoError as fault:
        return (None,) * len(recipes), (fault.remark.about(file, where),)
    digest = sha256(content).hexdigest()
    made = [_made(content, digest, recipe, cache) for recipe in recipes]
    remarks = dict.fromkeys(remark for _, found in made for remark in found)
    return tuple(derivative for derivative, _ in made), tuple(remark.about(file, where) for remark in remarks)


def _read(folder: Path, file: str) -> bytes:
    with open_asset(folder, file) as source:
        try:
            content = source.read(MAX_BYTES + 1)
        except OSError as error:
            message = f"“{file}” cannot be read: {error.strerror}."
            raise AssetError("file.unreadable", message, "Copy the photo into the story's folder again.") from None
    if len(content) > MAX_BYTES:
        raise PhotoError(TOO_LARGE)
    return content


def _made(
    content: bytes, digest: str, recipe: PhotoRecipe, cache: PhotoCache
) -> tuple[Derivative | None, tuple[Remark, ...]]:
    try:
        return _derive(content, digest, recipe, cache)
    except PhotoError as fault:
        return None, (fault.remark,)


def _derive(
    content: bytes, digest: str, recipe: PhotoRecipe, cache: PhotoCache
) -> tuple[Derivative, tuple[Remark, ...]]:
    name = _entry_name(digest, recipe)
    entry = cache.read(name)
    if entry is not None:
        return _unpacked(digest, name, entry)
    # Loading Pillow takes longer than reading a whole booklet's photos out of the cache: only who develops pays for it.
    from postcards.edition.darkroom import develop

    picture = develop(content, recipe)
    derivative = Derivative(digest, name, picture.jpeg, picture.width, picture.height, picture.colour, picture.ink)
    cache.write(name, _packed(derivative, picture.remarks))
    return derivative, picture.remarks


def _entry_name(digest: str, recipe: PhotoRecipe) -> str:
    wanted = {each.name: getattr(recipe, each.name) for each in fields(recipe)}
    wanted["intent"] = recipe.intent.digest if recipe.intent else None
    made_by = [RECIPE_VERSION, _pillow_version(), digest, wanted]
    return sha256(json.dumps(made_by, sort_keys=True).encode()).hexdigest()


def _pillow_version() -> str:
    """Another Pillow may decode and encode to other bytes; its number is had without loading the rest of it."""
    return PIL.__version__


def _packed(derivative: Derivative, remarks: tuple[Remark, ...]) -> bytes:
    """An entry of the cache: a line of JSON about the picture, then the picture."""
    label = {
        "width": derivative.width,
        "height": derivative.height,
        "colour": derivative.colour,
        "ink": derivative.ink,
        "remarks": [[remark.code, remark.says, remark.remedy, remark.severity.value] for remark in remarks],
    }
    return json.dumps(label).encode() + b"\n" + derivative.jpeg


def _unpacked(digest: str, key: str, entry: bytes) -> tuple[Derivative, tuple[Remark, ...]]:
    line, _, jpeg = entry.partition(b"\n")
    label = json.loads(line)
    remarks = tuple(Remark(code, says, remedy, Severity(level)) for code, says, remedy, level in label["remarks"])
    derivative = Derivative(digest, key, jpeg, label["width"], label["height"], label["colour"], label["ink"])
    return derivative, remarks
