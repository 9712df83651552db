"""What a foreign record holds, while it is read: values, what is kept aside, what to report."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from citekit.errors import Diagnostic, InvalidValueError, Severity
from citekit.model.values import cleaned, freeze, prints_nothing
from citekit.model.venue import Event, Venue
from citekit.text.clean import clean, loses

__all__ = ["Reading"]


class Reading:
    """What a record holds, while it is read.

    Attributes:
        fields: Values by the name of the field; those that the record does not give are missing.
        extra: What no field holds, under the name in the record.
        diagnostics: What was guessed, repaired or kept aside.
    """

    def __init__(self) -> None:
        self.fields: dict[str, Any] = {}
        self.extra: dict[str, Any] = {}
        self.diagnostics: list[Diagnostic] = []
        self._venue: dict[str, Any] = {}
        self._event: dict[str, Any] = {}

    def put(self, path: str, value: Any) -> None:
        """Set a field, or a part of the venue or the event."""
        owner, _, part = path.rpartition(".")
        target = {"venue": self._venue, "event": self._event}.get(owner, self.fields)
        target[part] = value

    def put_read(self, path: str, value: Any, source: Any) -> None:
        """Set what was read from *source*, unless there was text and nothing in it prints."""
        if not value and isinstance(source, str) and source.strip():
            self.diagnostics.append(prints_nothing(path))
        else:
            self.put(path, value)

    def note_cleaning(self, field: str, value: Any) -> None:
        """Report that text in *value*, however deep, loses characters that may not come through."""
        waiting = [value]
        while waiting:
            each = waiting.pop()
            if isinstance(each, str):
                if loses(each):
                    self.diagnostics.append(cleaned(field))
                    return
            elif isinstance(each, Mapping):
                waiting.extend(each.values())
            elif isinstance(each, (list, tuple)):
                waiting.extend(each)

    def report(self, severity: Severity, code: str, message: str, field: str) -> None:
        """Note what happened to the variable *field*."""
        self.diagnostics.append(
            Diagnostic(severity=severity, code=code, message=message, field=field)
        )

    def keep(self, name: str, value: Any, severity: Severity, why: str) -> None:
        """Keep a value in `extra`, and say why."""
        name = clean(name)
        try:
            self.extra[name] = freeze(value)
        except InvalidValueError:
            self.extra[name] = json.dumps(value)
        self.report(severity, "kept-in-extra", f"{why}; it is kept in extra", name)

    def finish(self) -> None:
        """Build the venue and the event from their parts."""
        if self._venue.get("title") or self._venue.get("title_short"):
            self.fields["venue"] = Venue(**self._venue)
        if any(self._event.values()):
            self.fields["event"] = Event(**self._event)
