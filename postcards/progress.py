"""Progress on a terminal: one line per booklet and language. Nothing at all where nobody watches."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Any

from postcards.workshop import Order, Produced


class Progress:
    """What each order is at; rich draws it, and honours NO_COLOR."""

    def __init__(self, work: Sequence[Order], *, shown: bool = True) -> None:
        self._bars: Any = None
        self._tasks: dict[Order, Any] = {}
        if not shown or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
            return
        from rich.console import Console
        from rich.progress import Progress as Bars
        from rich.progress import SpinnerColumn, TextColumn

        spinner = SpinnerColumn(finished_text="✓")
        texts = (TextColumn("{task.description}"), TextColumn("{task.fields[doing]}"))
        self._bars = Bars(spinner, *texts, console=Console(stderr=True))
        for order in work:
            self._tasks[order] = self._bars.add_task(f"{order.booklet} {order.language}", total=1, doing="waiting")
        self._bars.start()

    def tell(self, order: Order, doing: str) -> None:
        """Show what is being done for an order."""
        if self._bars and doing:
            self._bars.update(self._tasks[order], doing=doing)

    def done(self, produced: Produced) -> None:
        """Show what came of an order."""
        if self._bars:
            files = ", ".join(produced.files) or "nothing built"
            self._bars.update(self._tasks[produced.order], completed=1, doing=f"{produced.pages} pages: {files}")

    def close(self) -> None:
        if self._bars:
            self._bars.stop()
