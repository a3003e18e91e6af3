"""Colour profiles of presses: ours is whole and free, and one that no press has is refused before anything is made."""

from __future__ import annotations

import struct
from hashlib import sha256
from pathlib import Path

import pytest
from PIL import ImageCms

from postcards.edition.intent import DEFAULT_PROFILE, Condition, Intent, ProfileError, default_intent, open_intent
from postcards.project import our_folder

#: Of Debian's package scribus-data 1.5.8.
SHA256 = "b424c77f40c3423c925536f8ae08634985ccd0fe80eb253d5d229197ded7e886"

OURS = default_intent().profile
HOUSE = Condition("FOGRA39", "The house's own press", 260.0)
SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
LAB = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()


def with_bytes(at: int, new: bytes) -> bytes:
    return OURS[:at] + new + OURS[at + len(new) :]


def opened(folder: Path, content: bytes) -> Intent:
    (folder / "press.icc").write_bytes(content)
    return open_intent(folder, "press.icc", HOUSE)


def test_our_own_is_fogra39_as_published_with_its_licence() -> None:
    intent = default_intent()
    assert sha256(intent.profile).hexdigest() == SHA256 == intent.digest
    assert (intent.identifier, intent.ink_limit) == ("FOGRA39", 300)
    licence = our_folder("profiles") / f"{Path(DEFAULT_PROFILE).stem}.LICENSE.txt"
    assert "basICColor GmbH" in licence.read_text("utf-8")


def test_a_print_shops_profile_is_taken_as_it_is(tmp_path: Path) -> None:
    intent = opened(tmp_path, OURS)
    assert intent == Intent(OURS, HOUSE.identifier, HOUSE.info, HOUSE.ink_limit)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (SRGB, "profile.kind"),
        (LAB, "profile.kind"),
        (with_bytes(12, b"link"), "profile.kind"),
        (with_bytes(8, b"\x05"), "profile.kind"),
        (b"", "profile.damaged"),
        (b"%PDF-1.6" * 100, "profile.damaged"),
        (OURS[:128], "profile.damaged"),
        (OURS[: len(OURS) // 2], "profile.damaged"),
        (OURS + b"\0", "profile.damaged"),
        (with_bytes(20, b"CMYK"), "profile.damaged"),
        (with_bytes(128, struct.pack(">I", 1_000_000)), "profile.damaged"),
        (OURS.replace(b"B2A0", b"B2Ax", 1), "profile.damaged"),
        (with_bytes(84, b"\x01" * 16), "profile.damaged"),
    ],
    ids=[
        *("srgb", "lab", "device-link", "version-5", "empty", "no-profile", "header-alone", "half", "longer"),
        *("connection", "tags", "one-way", "digest"),
    ],
)
def test_what_is_no_whole_profile_of_a_press_is_refused(tmp_path: Path, content: bytes, code: str) -> None:
    with pytest.raises(ProfileError) as refusal:
        opened(tmp_path, content)
    assert refusal.value.code == code
    assert "press.icc" in str(refusal.value)
    assert refusal.value.remedy


@pytest.mark.parametrize(
    ("name", "code"), [("other.icc", "profile.missing"), ("../press.icc", "file.name"), ("folder", "file.kind")]
)
def test_a_profile_that_is_not_there_is_said_to_be_missing(tmp_path: Path, name: str, code: str) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(ProfileError) as refusal:
        open_intent(tmp_path, name, HOUSE)
    assert refusal.value.code == code
