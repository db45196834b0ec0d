"""YAML and JSON as trees: every character's place, and no content that hurts."""

from __future__ import annotations

import json
import time

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from standout.readers import json_nodes, yaml_nodes
from standout.readers.nodes import ListNode, MapNode, Node, ScalarNode, Tree, scalars
from standout.source import Source

PRINTABLE = st.text(
    st.one_of(
        st.sampled_from(list("ab :#-'\"\\\n\t,[]{}&*!|>%@`~.0é—\u2028\x85\xa0😀\u200b")),
        st.characters(exclude_categories=("Cs", "Cc", "Cn")),
    ),
    max_size=60,
)

WORDS = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Cn"), exclude_characters="\ufeff"), max_size=5
)
"""YAML has no control characters, and no byte order mark inside a document."""


def yaml_tree(text: str) -> Tree:
    """The tree of a YAML text."""
    return yaml_nodes.parse(Source("x.yaml", "yaml", text))


def json_tree(text: str) -> Tree:
    """The tree of a JSON text."""
    return json_nodes.parse(Source("x.json", "json", text))


def value(node: Node | None) -> object:
    """The tree as plain lists, mappings and strings."""
    if isinstance(node, ScalarNode):
        return node.text.value
    if isinstance(node, ListNode):
        return [value(each) for each in node.items]
    return {k.text.value: value(v) for k, v in node.pairs} if node else None


def check_places(text: str, node: ScalarNode) -> None:
    """Each place holds its character, or an escape of it, or folded white space."""
    for char, place in zip(node.text.value, node.text.places, strict=True):
        assert node.span.start <= place < max(node.span.end, node.span.start + 1)
        written = text[place]
        folded = char.isspace() and written.isspace()
        assert written == char or written == "\\" or folded, (char, written, text)


@pytest.mark.parametrize("style", [None, "'", '"', "|", ">"])
@given(words=PRINTABLE)
def test_yaml_places(style: str | None, words: str) -> None:
    """Plain, quoted, literal and folded scalars lead back to the file."""
    text = yaml.dump({"key": [words, "end"]}, default_style=style, allow_unicode=True, width=20)
    tree = yaml_tree(text)
    assert not tree.problems
    assert value(tree.root) == yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - strings only
    for node in scalars(tree.root) if tree.root else ():
        check_places(text, node)


@given(words=st.text(max_size=60), escaped=st.booleans())
def test_json_places(words: str, *, escaped: bool) -> None:
    """JSON strings with and without escapes, surrogate pairs included, lead back to the file."""
    words = words.encode("utf-8", "replace").decode()
    text = json.dumps({"key": [words, 1.5, None]}, ensure_ascii=escaped, indent=1)
    tree = json_tree(text)
    assert not tree.problems
    assert value(tree.root) == {"key": [words, "1.5", "null"]}
    for node in scalars(tree.root) if tree.root else ():
        check_places(text, node)


@given(
    st.recursive(
        WORDS,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner),
        max_leaves=12,
    )
)
def test_json_and_yaml_agree(content: object) -> None:
    """The same JSON text means the same to both parsers, and to the standard library."""
    text = json.dumps(content, ensure_ascii=False)
    assert value(json_tree(text).root) == content
    assert value(yaml_tree(text).root) == content


@given(st.text(max_size=80))
def test_any_text_is_answered(text: str) -> None:
    """No text raises; every finding stands inside the file."""
    for tree in (yaml_tree(text), json_tree(text)):
        assert all(each.span.end <= len(text) for each in tree.problems)


WRONG_JSON = [
    ('{"a": 1,}', "DOC005", 8, {"a": "1"}),
    ('{"a": [1, 2', "DOC005", 11, {"a": ["1", "2"]}),
    ('{"a": bad}', "DOC005", 6, {}),
    ('{"a" 1}', "DOC005", 5, {}),
    ("{a: 1}", "DOC005", 1, {}),
    ('{"a": "x', "DOC005", 6, {}),
    ('{"a": "\\x"}', "DOC005", 7, {}),
    ('{"a": "\\ud83d"}', "DOC005", 7, {"a": "\ufffd"}),
    ('{"a": 1, "a": 2}', "DOC009", 9, {"a": "2"}),
    ('{"a": 1} tail', "DOC005", 9, {"a": "1"}),
]


@pytest.mark.parametrize(("text", "code", "at", "kept"), WRONG_JSON)
def test_wrong_json_is_located_and_the_rest_kept(
    text: str, code: str, at: int, kept: object
) -> None:
    """What stands before the error is read, and the error has its place."""
    tree = json_tree(text)
    assert [(each.code, each.span.start) for each in tree.problems] == [(code, at)]
    assert value(tree.root) == kept


WRONG_YAML = [
    ("a: 1\n\tb: 2\n", "DOC005", "tab"),
    ("a: b: c\n", "DOC005", "colon"),
    ("a: [1, 2\n", "DOC005", "not valid YAML"),
    ("a: 1\na: 2\n", "DOC009", "second time"),
    ("a: *nothing\n", "DOC005", "nothing"),
    ("a: !!python/object:os.system ls\n", "DOC007", "tag"),
    ("a: x\x07y\n", "DOC005", "U+0007"),
    ("a: 1\n---\nb: 2\n", "DOC008", "first document"),
    ("? [1, 2]\n: x\n", "DOC007", "key"),
]


@pytest.mark.parametrize(("text", "code", "words"), WRONG_YAML)
def test_wrong_yaml_is_named(text: str, code: str, words: str) -> None:
    """Every kind of trouble has its code and says what it is."""
    problems = yaml_tree(text).problems
    assert [each.code for each in problems] == [code]
    assert words in problems[0].message


def test_yaml_before_an_error_is_kept() -> None:
    """What was read before the grammar broke is in the tree."""
    tree = yaml_tree("a: one\nb:\n  - two\n  - three: [\nc: }\n")
    assert isinstance(tree.root, MapNode)
    assert value(tree.root.get("a")) == "one"


def test_merge_keys() -> None:
    """A YAML merge brings in the pairs of the named mapping."""
    tree = yaml_tree("base: &b {x: 1}\nmore: {<<: *b, y: 2}\n")
    assert value(tree.root) == {"base": {"x": "1"}, "more": {"x": "1", "y": "2"}}


BOMB = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [{','.join(['*' + chr(97 + n)] * 9)}]\n" for n in range(9)
)
HOSTILE = {
    "aliases": BOMB,
    "deep lists": "[" * 100_000,
    "deep maps": '{"a":' * 100_000,
    "deep block": "\n".join("  " * n + "- a:" for n in range(2000)),
    "one line": "a: " + "x" * 5_000_000,
    "one quoted line": 'a: "' + "\\n" * 1_500_000 + '"',
    "spaces": "a: " + " " * 1_000_000 + "b",
    "quotes": '"' * 300_000,
    "backslashes": '"' + "\\" * 300_001,
    "many keys": "\n".join(f"k{n}: 1" for n in range(60_000)),
    "colons": ":" * 300_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_are_answered_in_time(name: str) -> None:
    """Bombs, depth and size end in an answer within seconds."""
    start = time.process_time()
    yaml_tree(HOSTILE[name])
    json_tree(HOSTILE[name])
    assert time.process_time() - start < 6


def test_bombs_are_refused() -> None:
    """A file that multiplies itself yields no tree."""
    for text in (BOMB, "[" * 1000):
        assert [each.code for each in yaml_tree(text).problems] == ["DOC003"]
    assert [each.code for each in json_tree("[" * 1000).problems] == ["DOC003"]
