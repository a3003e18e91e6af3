"""The door through which a file named in somebody's YAML is opened, and where a project's folders are."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

import pytest

from postcards.problems import ProjectError, printable
from postcards.project import AssetError, find_project, open_asset, portable_name_fault

SECRET = b"secret"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A story's folder, with a secret beside it that no name may reach."""
    (tmp_path / "secret.jpg").write_bytes(SECRET)
    (tmp_path / "story-2").mkdir()
    (tmp_path / "story-2" / "secret.jpg").write_bytes(SECRET)
    folder = tmp_path / "story"
    folder.mkdir()
    (folder / "photo.jpg").write_bytes(b"photo")
    return folder


def refusal(folder: Path, name: str) -> AssetError:
    with pytest.raises(AssetError) as caught:
        open_asset(folder, name).close()
    return caught.value


@pytest.mark.parametrize(
    "name", ["photo.jpg", "inner/photo.jpg", "-rf.jpg", "a & b (1).jpg", "ærø.jpg", "عکس.jpg", "x" * 196 + ".jpg"]
)
def test_a_plain_name_is_opened(folder: Path, name: str) -> None:
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_bytes(b"this one")
    with open_asset(folder, name) as stream:
        assert stream.read() == b"this one"


def test_a_link_that_stays_inside_is_followed(folder: Path) -> None:
    (folder / "cover.jpg").symlink_to("photo.jpg")
    with open_asset(folder, "cover.jpg") as stream:
        assert stream.read() == b"photo"


@pytest.mark.parametrize(
    "name",
    [
        "", ".", "..", "../secret.jpg", "inner/../../secret.jpg", "..\\secret.jpg", "%2e%2e/secret.jpg", "./photo.jpg",
        "/etc/passwd", "~/photo.jpg", "$HOME/photo.jpg", "file:photo.jpg", "file:///etc/passwd", "http://a/photo.jpg",
        "data:image/png;base64,xx", "\\\\server\\photo.jpg", "C:\\photo.jpg", "C:photo.jpg", "photo.jpg\x00.png",
        "photo.jpg\n", "ph\u202eoto.jpg", "photo.jpg ", " photo.jpg", "photo.jpg/", "photo.jpg.", "pho*.jpg",
        "photo?.jpg", "inner//photo.jpg", "x" * 5000, "CON.jpg", "con", "lpt1.png", "NUL .jpg", "\ud800.jpg",
    ],
)  # fmt: skip
def test_what_is_no_plain_name_is_refused_before_the_disk_is_touched(folder: Path, name: str) -> None:
    error = refusal(folder, name)
    assert error.code == "file.name"
    assert printable(error.message) == error.message


@pytest.mark.parametrize("kind", ["link", "link-to-folder", "device"])
def test_a_link_that_leads_out_is_refused(folder: Path, kind: str) -> None:
    if kind == "link-to-folder":
        (folder / "inner").symlink_to(folder.parent / "story-2")
    else:
        (folder / "out.jpg").symlink_to("/dev/zero" if kind == "device" else folder.parent / "secret.jpg")
    name = "inner/secret.jpg" if kind == "link-to-folder" else "out.jpg"
    assert refusal(folder, name).code == "file.outside"


def test_names_of_another_folder_are_not_given_away(folder: Path) -> None:
    (folder / "inner").symlink_to(folder.parent / "story-2")
    error = refusal(folder, "inner/secre.jpg")
    assert error.code == "file.missing"
    assert "secret" not in error.message + error.remedy


@pytest.mark.parametrize("target", ["cover.jpg", "nowhere.jpg"], ids=["loop", "dangling"])
def test_a_link_to_nothing_is_missing(folder: Path, target: str) -> None:
    (folder / "cover.jpg").symlink_to(target)
    assert refusal(folder, "cover.jpg").code == "file.missing"


@pytest.mark.parametrize("kind", ["pipe", "folder"])
def test_what_is_no_ordinary_file_is_refused_without_waiting(folder: Path, kind: str) -> None:
    os.mkfifo(folder / "cover.jpg") if kind == "pipe" else (folder / "cover.jpg").mkdir()
    assert refusal(folder, "cover.jpg").code == "file.kind"


@pytest.mark.parametrize(
    ("stored", "written"),
    [
        ("photo.jpg", "Photo.jpg"),
        ("photo.jpg", "photo.JPG"),
        (unicodedata.normalize("NFD", "ærå.jpg"), "ærå.jpg"),
        ("ærå.jpg", unicodedata.normalize("NFD", "ærå.jpg")),
    ],
)
def test_the_name_must_be_the_disks_to_the_letter(folder: Path, stored: str, written: str) -> None:
    (folder / stored).write_bytes(b"")
    error = refusal(folder, written)
    assert error.code == "file.spelling"
    assert stored in error.message


def test_a_missing_file_is_told_with_the_nearest_name(folder: Path) -> None:
    error = refusal(folder, "foto.jpg")
    assert (error.code, "photo.jpg" in error.remedy) == ("file.missing", True)


@pytest.mark.parametrize("name", ["asrat", "story.yaml", "a b.jpg", "ærø", "console.jpg", "-rf", "ትግርኛ"])
def test_a_portable_name_has_no_fault(name: str) -> None:
    assert portable_name_fault(name) == ""


def test_a_folder_without_content_is_no_project(tmp_path: Path) -> None:
    with pytest.raises(ProjectError):
        find_project(tmp_path)


@pytest.mark.parametrize("name", ["a b 'c\"", "مشروع", "new\nline", "x" * 200])
def test_a_project_may_lie_anywhere(tmp_path: Path, name: str) -> None:
    (tmp_path / name / "content").mkdir(parents=True)
    (tmp_path / name / "fonts").mkdir()
    project = find_project(tmp_path / name)
    assert project.fonts == project.root / "fonts"
    assert project.layouts.is_dir()
    assert project.layouts != project.root / "layouts"
    assert project.relative(project.content / "places.yaml") == "content/places.yaml"
    assert project.relative(tmp_path / "elsewhere.yaml") == "elsewhere.yaml"
