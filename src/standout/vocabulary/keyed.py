"""A file format as one table of keys: what its reader, its JSON Schema and its reference share."""

from __future__ import annotations

from collections.abc import Mapping

from standout.values import frozen

Schema = Mapping[str, object]


@frozen
class Key:
    """One key. `takes` is a kind of value, a shape `@name`, or a list of them `[@name]`."""

    name: str
    takes: str
    says: str
    required: bool = False


@frozen
class Format:
    """The shapes of a format by name, the outermost first, and its kinds of value.

    A kind has its words for the reference and its JSON Schema.
    """

    title: str
    description: str
    shapes: Mapping[str, tuple[Key, ...]]
    kinds: Mapping[str, tuple[str, Schema]]

    def names(self, shape: str) -> tuple[str, ...]:
        """The keys of a shape, in the order of the reference."""
        return tuple(key.name for key in self.shapes[shape])

    def json_schema(self) -> dict[str, object]:
        """The JSON Schema (2020-12), for editors."""
        whole, *inside = self.shapes
        return {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": self.title,
            "description": self.description,
            **self._object(whole),
            "$defs": {anchor(name): self._object(name) for name in inside},
        }

    def tables(self) -> dict[str, str]:
        """A table of keys for each shape, in Markdown."""
        head = "| key | takes | what for |\n|---|---|---|\n"
        return {
            shape: head
            + "".join(f"| `{k.name}` | {self._words(k.takes)} | {_says(k)} |\n" for k in keys)
            for shape, keys in self.shapes.items()
        }

    def _object(self, shape: str) -> dict[str, object]:
        keys = self.shapes[shape]
        needed = [key.name for key in keys if key.required]
        properties = {k.name: {"description": k.says, **self._schema(k.takes)} for k in keys}
        told: dict[str, object] = {"type": "object", "additionalProperties": False}
        told["properties"] = properties
        return {**told, "required": needed} if needed else told

    def _schema(self, takes: str) -> Schema:
        if takes.startswith("["):
            return {"type": "array", "items": self._schema(takes.strip("[]"))}
        return shape_of(takes[1:]) if takes.startswith("@") else self.kinds[takes][1]

    def _words(self, takes: str) -> str:
        if takes.startswith("["):
            return f"a list of {self._words(takes[1:-1])}"
        return f"[{takes[1:]}](#{anchor(takes[1:])})" if takes[0] == "@" else self.kinds[takes][0]


def shape_of(name: str) -> dict[str, object]:
    """The schema of a value that has a shape."""
    return {"$ref": f"#/$defs/{anchor(name)}"}


def anchor(name: str) -> str:
    """A name as part of an address."""
    return name.replace(" ", "-")


def _says(key: Key) -> str:
    return f"{key.says} Required." if key.required else key.says
