"""`watch`: what is saved is made, and nothing that happens to the files or to a build ends it or loses pages."""

from __future__ import annotations

import contextlib
import os
import queue
import shutil
import signal
import subprocess
import threading
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO

import pytest
from project import (
    BOOKLET,
    CONTENT,
    EDITIONS,
    LANGUAGES,
    REPOSITORY,
    Office,
    Surroundings,
    draw_photo,
    in_child,
    letters,
    start,
    wait_for,
)
from running_processes import below, children, is_at_work, until

from postcards.edition.delivery import output_folder

BUILT, LEFT_OUT, USAGE = 0, 1, 2

#: Longest wait for a line (seconds): other tests may need both processors.
PATIENCE = 90

WATCHING = "Watching "
HELD = "left as it was until that is mended"
MENDED = "Nothing is wrong any more."
STOPPED = "Stopped"

ENGLISH = "stories/asrat/en.yaml"


class Watch:
    """A running `watch`, and every line it says."""

    def __init__(self, office: Office, child: subprocess.Popen[str]) -> None:
        self.office = office
        self.child = child
        self.stopped = False
        self.said: queue.Queue[str] = queue.Queue()
        assert child.stdout is not None
        self.listener = threading.Thread(target=self._listen, args=(child.stdout,), daemon=True)
        self.listener.start()

    def _listen(self, stream: IO[str]) -> None:
        for line in stream:
            self.said.put(line.rstrip("\n"))
        stream.close()

    def until(self, words: str) -> list[str]:
        """Everything that is said up to a line that has `words` in it."""
        lines: list[str] = []
        while not lines or words not in lines[-1]:
            try:
                lines.append(self.said.get(timeout=PATIENCE))
            except queue.Empty:
                raise AssertionError((words, lines, self.child.poll())) from None
        return lines

    def stop(self, how: signal.Signals = signal.SIGINT) -> int:
        self.stopped = True
        self.child.send_signal(how)
        code = self.child.wait(PATIENCE)
        self.listener.join(PATIENCE)
        return code

    def worker(self) -> int:
        """The process that builds."""
        mine = children(self.child.pid)
        (found,) = (pid for pid in mine if b"spawn_main" in Path(f"/proc/{pid}/cmdline").read_bytes())
        return found


@contextlib.contextmanager
def watching(office: Office, *arguments: str, environment: Mapping[str, str] | None = None) -> Iterator[Watch]:
    """A watch whose first build is done; it is stopped, and must not have ended before."""
    asked = arguments or (BOOKLET, "-l", "en")
    found = Surroundings(environment or {}, options={"stderr": subprocess.STDOUT})
    child = start(office, found, "watch", "-j", "1", *asked)
    watch = Watch(office, child)
    try:
        watch.until(WATCHING)
        yield watch
        assert watch.stopped or child.poll() is None
    finally:
        if child.poll() is None:
            watch.stop()


def made(watch: Watch) -> list[str]:
    """Everything that is said up to the English pages' being made; nothing else is made."""
    lines = watch.until("_screen.pdf: ")
    assert lines[-1].startswith(f"{watch.office.pdf('en', 'screen')}: ")
    return lines


def name_it(office: Office, title: str) -> None:
    """Give Asrat's story another title."""
    old = office.content(ENGLISH).read_text("utf-8")
    first = next(line for line in old.splitlines() if line.startswith("title: "))
    office.write(ENGLISH, old.replace(first, f"title: {title}", 1))


def test_good_broken_good(office: Office) -> None:
    pages = office.pdf("en", "screen")
    with watching(office) as watch:
        name_it(office, "A first title")
        assert made(watch) == [f"{pages}: content/{ENGLISH} has changed"]
        assert "A first title" in letters(pages)
        good, known = pages.read_bytes(), office.report("en")
        line = office.change(ENGLISH, "title: ", "titel: ")
        lines = watch.until(HELD)
        assert any(said.startswith(f"content/{ENGLISH}:{line}:1: error: ") for said in lines)
        assert lines[-1].startswith(str(pages.parent))
        name_of_another = "stories/elmi/en.yaml"
        office.change(name_of_another, "title: ", "title: New ")
        again = watch.until(HELD)
        assert any(said.startswith(f"content/{ENGLISH}:{line}:1: error: ") for said in again)
        assert (pages.read_bytes(), office.report("en")) == (good, known)
        office.change(ENGLISH, "titel: ", "title: Mended and ")
        assert MENDED in made(watch) + watch.until(MENDED)
        assert "Mended and A first title" in letters(pages)
        assert office.unfinished() == []


def test_a_file_that_is_saved_in_halves_costs_no_page(office: Office) -> None:
    pages = office.pdf("en", "screen")
    good = pages.read_bytes()
    whole = office.content(ENGLISH).read_bytes()
    with watching(office) as watch:
        office.write(ENGLISH, whole[: len(whole) // 2])
        watch.until(HELD)
        office.write(ENGLISH, b"")
        watch.until(HELD)
        assert pages.read_bytes() == good
        office.write(ENGLISH, whole)
        watch.until(MENDED)
        assert pages.read_bytes() == good


def test_a_photo_that_is_copied_in_halves_costs_no_picture(office: Office) -> None:
    pages, photo = office.pdf("en", "screen"), "stories/asrat/picture.jpg"
    good, whole = pages.read_bytes(), office.content(photo).read_bytes()
    with watching(office) as watch:
        office.write(photo, whole[: len(whole) // 2])
        assert any("[photo." in line for line in watch.until(HELD))
        assert pages.read_bytes() == good
        office.write(photo, whole)
        watch.until(MENDED)


def test_a_new_story_a_renamed_one_and_one_that_goes(office: Office) -> None:
    pages = office.pdf("en", "screen")
    with watching(office) as watch:
        new = CONTENT / "stories" / "valbon"
        for name in ("en", "story"):
            office.write(f"stories/valbon/{name}.yaml", (new / f"{name}.yaml").read_bytes())
            watch.until("[photo.missing]" if name == "story" else "[translation.without-story]")
        draw_photo(office.content("stories/valbon/picture.jpg"))
        watch.until(MENDED)
        assert "valbon" in office.stories("en", "screen")
        office.content("stories/elmi").rename(office.content("stories/elmi-2"))
        made(watch)
        assert office.stories("en", "screen") == {"asrat", "wahed", "valbon", "elmi-2"}
        shutil.rmtree(office.content("stories/elmi-2"))
        made(watch)
        assert office.stories("en", "screen") == {"asrat", "wahed", "valbon"}
        assert pages.is_file()


def test_an_error_that_was_there_before_holds_nothing_back(office: Office) -> None:
    shutil.rmtree(office.out)
    office.change("stories/elmi/en.yaml", "title: ", "titel: ")
    with watching(office) as watch:
        assert office.stories("en", "screen") == {"asrat", "wahed"}
        name_it(office, "Made beside it")
        assert len(made(watch)) == 1
        assert "Made beside it" in letters(office.pdf("en", "screen"))
        office.change("stories/elmi/en.yaml", "titel: ", "title: ")
        made(watch)
        assert office.stories("en", "screen") == {"asrat", "elmi", "wahed"}


def test_an_error_of_its_edition_that_was_there_before_holds_nothing_back(office: Office) -> None:
    """Whoever builds another edition in between is not told of it."""
    draw_photo(office.content("stories/asrat/picture.jpg"), (700, 500))
    assert office.build("-l", "en").finding("photo.resolution")["severity"] == "error"
    assert office.build("-l", "en", "-e", "screen").code == BUILT
    with watching(office, BOOKLET, "-l", "en", "-e", "print") as watch:
        name_it(office, "Printed all the same")
        assert HELD not in "".join(watch.until("_print.pdf: "))
        assert "Printed all the same" in letters(office.pdf("en", "print"))


def test_all_languages_and_editions_at_once(office: Office) -> None:
    pages = {office.pdf(tag, edition) for tag in LANGUAGES for edition in EDITIONS}
    with watching(office, "-j", "2", "-e", "print", "-e", "screen") as watch:
        office.change("stories/asrat/story.yaml", "returned: 2012-11", "returned: 2013-11")
        told: set[Path] = set()
        while not pages <= told:
            told.add(Path(watch.until(": content/stories/asrat/story.yaml has changed")[-1].partition(": ")[0]))
        assert all("2013" in letters(office.pdf("en", edition)) for edition in EDITIONS)


def test_what_somebody_does_not_agree_to_any_more_goes_whatever_else_is_broken(office: Office) -> None:
    with watching(office) as watch:
        office.change("stories/elmi/en.yaml", "title: ", "titel: ")
        watch.until(HELD)
        office.change("stories/asrat/story.yaml", "status: active", "status: withdrawn")
        made(watch)
        assert office.stories("en", "screen") == {"wahed"}


def test_a_card_stays_while_facts_are_half_saved_and_goes_with_its_consent(office: Office) -> None:
    office.build("-l", "en", "-e", "card", "-e", "screen")
    cards = {
        slug: office.out / BOOKLET / "en" / "cards" / f"{BOOKLET}_en_card_{slug}.pdf" for slug in ("asrat", "elmi")
    }
    facts = "stories/elmi/story.yaml"
    whole = office.content(facts).read_bytes()
    with watching(office) as watch:
        office.write(facts, whole[: len(whole) // 2])
        watch.until(HELD)
        assert all(card.is_file() for card in cards.values())
        office.change("stories/asrat/story.yaml", "status: active", "status: withdrawn")
        made(watch)
        assert {slug for slug, card in cards.items() if card.is_file()} == {"elmi"}
        office.write(facts, whole.replace(b"status: active", b"status: withdrawn"))
        watch.until("[consent.withdrawn]")
        assert not any(card.is_file() for card in cards.values())


def test_broken_layouts_and_a_folder_that_is_gone_for_a_moment(office: Office) -> None:
    shutil.copytree(REPOSITORY / "layouts", office.root / "layouts")
    layout = office.root / "layouts" / "spread.yaml"
    whole = layout.read_text("utf-8")
    pages = office.pdf("en", "screen")
    with watching(office) as watch:
        good = pages.read_bytes()
        layout.write_text(whole[: len(whole) // 3], "utf-8")
        watch.until("[booklet.unknown-layout]")
        layout.write_text(whole, "utf-8")
        watch.until(MENDED)
        (office.root / "content").rename(office.root / "elsewhere")
        watch.until("no folder “content”")
        shutil.copytree(office.root / "elsewhere", office.root / "content")
        name_it(office, "Back again")
        assert pages.read_bytes() == good or "Back again" in letters(pages)
        made(watch)
        assert "Back again" in letters(pages)
        name_it(office, "And seen again")
        made(watch)


def test_what_does_not_concern_it_says_nothing(office: Office) -> None:
    """Other languages, files that editors put beside, its own results and ours, a file saved as it was."""
    pages = office.pdf("en", "screen")
    office.change(f"booklets/{BOOKLET}.yaml", "stories: all", "stories: [asrat, elmi]")
    with watching(office) as watch:
        before = pages.stat()
        office.change("stories/asrat/nb.yaml", "title: ", "titel: ")
        office.change("stories/wahed/en.yaml", "title: ", "titel: ")
        for name in (".en.yaml.swp", "en.yaml~", ".#en.yaml", "#en.yaml#", "4913"):
            office.write(f"stories/asrat/{name}", "scratch")
        office.content(ENGLISH).write_bytes(office.content(ENGLISH).read_bytes())
        (office.out / BOOKLET / "notes.txt").write_text("out is not looked at")
        office.pdf("nb", "screen").touch()
        assert office.run("check").code == LEFT_OUT
        name_it(office, "The one change")
        assert len(made(watch)) == 1
        after = pages.stat()
        office.change("stories/asrat/ar.yaml", "title: ", "titel: ")
        name_it(office, "The second change")
        assert made(watch) == [f"{pages}: content/{ENGLISH} has changed"]
        assert before.st_ino != after.st_ino


def test_a_file_that_is_replaced_by_another_as_editors_do(office: Office) -> None:
    with watching(office) as watch:
        for title in ("One", "Two"):
            text = office.content(ENGLISH).read_text("utf-8").splitlines(keepends=True)
            new = "".join(f"title: {title} way\n" if line.startswith("title: ") else line for line in text)
            scratch = office.content("stories/asrat/.en.yaml.swp")
            scratch.write_text(new, "utf-8")
            scratch.replace(office.content(ENGLISH))
            assert len(made(watch)) == 1
            assert f"{title} way" in letters(office.pdf("en", "screen"))


def test_it_waits_for_another_build_and_sees_what_is_saved_meanwhile(office: Office) -> None:
    with watching(office) as watch:
        with output_folder(office.out):
            name_it(office, "Saved first")
            watch.until("Waiting for it.")
            name_it(office, "Saved second")
            office.change("stories/elmi/en.yaml", "title: ", "title: New ")
        while "Saved second" not in letters(office.pdf("en", "screen")):
            made(watch)
        name_it(office, "Saved third")
        while "Saved third" not in letters(office.pdf("en", "screen")):
            made(watch)


def test_saving_all_the_time_ends_in_the_last_that_was_saved(office: Office, tmp_path: Path) -> None:
    pages = office.pdf("en", "screen")
    with watching(office) as watch:
        for number in range(12):
            name_it(office, f"Saved {number} times")
            time.sleep(0.05 * number)
        while "Saved 11 times" not in letters(pages):
            made(watch)
    other = Office(tmp_path / "afresh")
    shutil.copytree(office.root, other.root, ignore=shutil.ignore_patterns("out"))
    other.build("-l", "en", "-e", "screen")
    assert other.pdf("en", "screen").read_bytes() == pages.read_bytes()


def running(office: Office, watch: Watch) -> int:
    """The process that builds, in the midst of a build."""
    shutil.rmtree(office.out / ".cache")
    worker = watch.worker()
    name_it(office, "Never finished")
    wait_for(office.out / ".cache", watch.child)
    return worker


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize(("in_hand", "workers"), [(False, "1"), (True, "1"), (True, "2")])
def test_to_be_stopped_is_its_end(how: signal.Signals, in_hand: bool, workers: str, office: Office) -> None:
    before = office.files()
    with watching(office, "-e", "screen", "-j", workers) as watch:
        if in_hand:
            running(office, watch)
        processes = below(watch.child.pid)
        assert watch.stop(how) == BUILT
        assert STOPPED in watch.until(STOPPED)[-1]
        assert watch.said.empty()
        # Python's own, which looks after what processes share, ends when it has seen them go.
        until(lambda: not any(map(is_at_work, processes)))
        assert office.unfinished() == []
        assert in_hand or office.pdf("en", "screen").read_bytes() == before["small/en/small_en_screen.pdf"]
        assert office.build("-e", "screen").code == BUILT


def test_a_build_that_is_killed_does_not_end_it(office: Office) -> None:
    with watching(office) as watch:
        os.kill(running(office, watch), signal.SIGKILL)
        watch.until("perhaps for want of memory")
        name_it(office, "Made all the same")
        made(watch)
        assert "Made all the same" in letters(office.pdf("en", "screen"))
        os.kill(watch.worker(), signal.SIGKILL)
        name_it(office, "And again")
        assert len(made(watch)) == 1


#: Read by every Python that starts beside it: this computer has no notices left.
WITHOUT_NOTICES = """
import sys
if "watch" in sys.orig_argv:
    import watchfiles
    def watch(*folders, **options):
        raise OSError(28, "OS file watch limit reached")
    watchfiles.watch = watch
"""


def beside(folder: Path, program: str) -> dict[str, str]:
    """An environment in which every Python reads `program` first."""
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(program)
    return {"PYTHONPATH": os.pathsep.join((str(folder), str(REPOSITORY)))}


def test_what_no_notice_comes_of_is_seen_all_the_same(office: Office, tmp_path: Path) -> None:
    with watching(office, environment=beside(tmp_path / "beside", WITHOUT_NOTICES)) as watch:
        name_it(office, "Seen all the same")
        assert len(made(watch)) == 1


#: The same: the program has a fault as long as there is a file of that name.
FAULTY = """
import os, sys
if "postcards" in " ".join(sys.orig_argv) or "spawn_main" in " ".join(sys.orig_argv):
    import postcards.inputs
    sound = postcards.inputs.take_stock
    def take_stock(project):
        if os.path.exists(project.root / "fault"):
            raise ValueError("this must not happen")
        return sound(project)
    postcards.inputs.take_stock = take_stock
"""


def test_a_fault_of_ours_is_said_and_does_not_end_it(office: Office, tmp_path: Path) -> None:
    with watching(office, environment=beside(tmp_path / "beside", FAULTY)) as watch:
        (office.root / "fault").touch()
        name_it(office, "At first not made")
        assert "a fault of the program, not yours (ValueError)" in watch.until("Watching goes on.")[-1]
        (kept,) = office.out.glob("mishap-*.txt")
        assert "\nValueError: " in kept.read_text("utf-8")
        (office.root / "fault").unlink()
        name_it(office, "Then made")
        assert len(made(watch)) == 1


@pytest.mark.parametrize(
    ("arguments", "named"),
    [(("smal",), BOOKLET), (("-l", "xx"), "ar, en, nb"), (("-e", "web"), "print, screen")],
)
def test_a_wrong_command_is_told_at_once(arguments: tuple[str, ...], named: str, office: Office) -> None:
    answer = in_child(office, Surroundings(), "watch", *arguments)
    assert (answer.code, answer.out) == (USAGE, "")
    assert named in answer.err
