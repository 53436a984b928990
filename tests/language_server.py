"""The yaml-language-server that editors run, spoken to over its standard input and output."""

import json
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from threading import Timer
from typing import Any

Message = dict[str, Any]
LONGEST = 120
"""Seconds after which a server that says nothing more is ended, and with it the wait."""

CAPABILITIES: Message = {
    "workspace": {"configuration": True, "workspaceFolders": True},
    "textDocument": {
        "completion": {
            "completionItem": {"snippetSupport": True, "documentationFormat": ["markdown"]}
        },
        "hover": {"contentFormat": ["markdown"]},
    },
}


@dataclass(frozen=True, slots=True)
class Remark:
    """A diagnostic, its line counted from 1 as people count."""

    line: int
    message: str


class LanguageServer:
    """One running server, with the settings of `.vscode/settings.json`, on the folder `root`."""

    def __init__(self, command: list[str], root: Path, settings: Mapping[str, Any]) -> None:
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self._watchdog = Timer(LONGEST, self._process.kill)
        self._watchdog.daemon = True
        self._watchdog.start()
        self._settings = settings
        self._root = root
        self._asked = 0
        self._version = 0
        folder = {"uri": root.as_uri(), "name": root.name}
        self._ask(
            "initialize",
            {
                "processId": None,
                "rootUri": root.as_uri(),
                "workspaceFolders": [folder],
                "capabilities": CAPABILITIES,
            },
        )
        self._tell("initialized", {})
        self._wait_for_settings()

    def open(self, path: str, text: str) -> list[Remark]:
        """What the server has to say of a file with this text, in the order of its lines."""
        return self.open_all({path: text})[path]

    def open_all(self, texts: Mapping[str, str]) -> dict[str, list[Remark]]:
        """The remarks on many files; the server waits a little for each, so they wait together."""
        waiting = {self._uri(path): path for path in texts}
        for path, text in texts.items():
            self._version += 1
            document = {"uri": self._uri(path), "languageId": "yaml", "version": self._version}
            self._tell("textDocument/didOpen", {"textDocument": {**document, "text": text}})
        found = {}
        while waiting:
            told = self._read()
            params = told.get("params") or {}
            if told.get("method") == "textDocument/publishDiagnostics" and params["uri"] in waiting:
                found[waiting.pop(params["uri"])] = _remarks(params["diagnostics"])
        return found

    def _wait_for_settings(self) -> None:
        """Until the settings have arrived, the server knows no schema and finds nothing wrong."""
        wrong = {"uri": self._uri("registry/registro.yaml"), "languageId": "yaml", "version": 0}
        self._tell("textDocument/didOpen", {"textDocument": {**wrong, "text": "sobra: 1\n"}})
        while not (self._read().get("params") or {}).get("diagnostics"):
            pass

    def hover(self, path: str, line: int, column: int) -> str:
        """The Markdown shown over a place, counted from 1."""
        told = self._ask("textDocument/hover", self._place(path, line, column))
        return str(told["contents"]["value"]) if told else ""

    def completion(self, path: str, line: int, column: int) -> dict[str, str]:
        """What may be inserted at a place, by the label that the editor lists."""
        told = self._ask("textDocument/completion", self._place(path, line, column))
        items = told["items"] if isinstance(told, dict) else told or []
        return {
            one["label"]: (one.get("textEdit") or {}).get("newText") or one.get("insertText") or ""
            for one in items
        }

    def stop(self) -> None:
        """Shut the server down as an editor does."""
        self._ask("shutdown", None)
        self._tell("exit", None)
        self._process.communicate(timeout=LONGEST)
        self._watchdog.cancel()

    def _uri(self, path: str) -> str:
        return (self._root / path).as_uri()

    def _place(self, path: str, line: int, column: int) -> Message:
        return {
            "textDocument": {"uri": self._uri(path)},
            "position": {"line": line - 1, "character": column - 1},
        }

    def _ask(self, method: str, params: object) -> Any:
        self._asked += 1
        number = self._asked
        self._write({"id": number, "method": method, "params": params})
        while True:
            told = self._read()
            if told.get("id") == number and "method" not in told:
                return told.get("result")

    def _tell(self, method: str, params: object) -> None:
        self._write({"method": method, "params": params})

    def _write(self, message: Message) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        stream = self._process.stdin
        assert stream is not None
        stream.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        stream.flush()

    def _read(self) -> Message:
        """The next message; what the server asks of an editor is answered on the way."""
        stream = self._process.stdout
        assert stream is not None
        length = 0
        while line := stream.readline().strip():
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        if not length:
            raise EOFError("the language server has ended")
        message: Message = json.loads(stream.read(length))
        if "method" in message and "id" in message:
            self._write({"id": message["id"], "result": self._answer(message)})
        return message

    def _answer(self, message: Message) -> object:
        if message["method"] != "workspace/configuration":
            return None
        return [self._section(one.get("section", "")) for one in message["params"]["items"]]

    def _section(self, section: str) -> object:
        """The settings whose names begin with `section`, as an editor nests them."""
        own = {
            name.removeprefix(f"{section}."): value
            for name, value in self._settings.items()
            if name.startswith(f"{section}.")
        }
        return self._settings.get(section) or _nested(own)


def _remarks(diagnostics: list[Message]) -> list[Remark]:
    found = [Remark(one["range"]["start"]["line"] + 1, one["message"]) for one in diagnostics]
    return sorted(found, key=lambda one: (one.line, one.message))


def _nested(flat: Mapping[str, object]) -> Message:
    found: Message = {}
    for name, value in flat.items():
        *above, last = name.split(".")
        level = found
        for one in above:
            level = level.setdefault(one, {})
        level[last] = value
    return found
