"""Which files a pack may hold, what its hash is made of, and that nothing is read from elsewhere."""

from pathlib import Path

import pytest

from tests.scenarios.tiny import Files, spoiled, tiny, told
from wargame.exercises.packs import PackError, check, find_packs, from_files, load_pack
from wargame.exercises.packs.files import MAX_FILE_BYTES, pack_hash


def written(folder: Path, files: Files) -> Path:
    for name, body in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(body)
    return folder


def test_a_folder_and_its_bytes_are_the_same_pack(tmp_path: Path) -> None:
    folder = written(tmp_path / "tiny", tiny())
    assert check(folder) == []
    assert load_pack(folder) == from_files(tiny())
    assert find_packs(tmp_path) == [folder]


def test_a_pack_is_parsed_once() -> None:
    assert from_files(tiny()) is from_files(dict(reversed(tiny().items())))


def test_problems_are_told_from_where_we_stand(tmp_path: Path) -> None:
    folder = written(tmp_path / "tiny", spoiled("rules.yaml", "title: Wind", "titel: Wind"))
    assert (
        str(check(folder)[1]) == f"{folder}/rules.yaml:4:5 rules.wind.titel: unknown key 'titel'; did you mean 'title'?"
    )


def test_the_id_is_the_name_of_the_folder(tmp_path: Path) -> None:
    [problem] = check(written(tmp_path / "small", tiny()))
    assert problem.message == "the id is 'tiny', the folder 'small'; they must be the same"


def test_no_folder(tmp_path: Path) -> None:
    assert [str(problem) for problem in check(tmp_path / "none")] == [f"{tmp_path}/none:1:1: there is no such folder"]


def test_no_scenario_file() -> None:
    files = tiny()
    del files["scenario.yaml"]
    assert told(files) == ["scenario.yaml:1:1: a pack needs this file"]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("oders.yaml", "no file of a pack has this name; did you mean 'orders.yaml'?"),
        ("briefs/../../passwd.md", "no file of a pack has this name"),
        ("/etc/passwd", "no file of a pack has this name"),
        ("briefs/a/b.md", "no file of a pack has this name"),
        ("rules.py", "no file of a pack has this name; did you mean 'rules.yaml'?"),
    ],
)
def test_a_file_that_does_not_belong(name: str, message: str) -> None:
    assert told(tiny() | {name: b"x"}) == [f"{name}:1:1: {message}"]


@pytest.mark.parametrize("name", ["scenario.yaml", "briefs/north.md", "briefs"])
def test_links_are_never_followed(tmp_path: Path, name: str) -> None:
    (tmp_path / "secret.md").write_text("secret")
    folder = written(
        tmp_path / "tiny", {"state.yaml": b"variables: {}\n"} | ({"briefs/x.md": b"x"} if "/" in name else {})
    )
    (folder / name).symlink_to(tmp_path / "secret.md")
    with pytest.raises(PackError) as caught:
        load_pack(folder)
    assert f"{name}:1:1: a link; a pack holds its own files" in str(caught.value)


def test_a_file_too_large(tmp_path: Path) -> None:
    large = tiny() | {"briefs/all.md": b"x" * (MAX_FILE_BYTES + 1)}
    refusal = "briefs/all.md:1:1: 1,000,001 bytes; a file may have 1,000,000"
    assert told(large) == [refusal]
    with pytest.raises(PackError, match="1,000,001 bytes"):
        load_pack(written(tmp_path / "tiny", large))


def test_files_too_large_together() -> None:
    many = {f"briefs/b{n}.md": b"x" * 900_000 for n in range(6)}
    assert told(tiny() | many) == ["scenario.yaml:1:1: the files together exceed 5,000,000 bytes"]


def test_hidden_files_are_left_out(tmp_path: Path) -> None:
    folder = written(tmp_path / "tiny", tiny() | {".DS_Store": b"x", ".git/config": b"x", "briefs/.x.md.swp": b"x"})
    assert load_pack(folder).pack_hash == pack_hash(tiny())


def test_the_hash_covers_names_and_bytes() -> None:
    files = tiny()
    others = [
        files | {"README.md": b""},
        files | {"briefs/all.md": b"Read that.\n"},
        {("briefs/every.md" if name == "briefs/all.md" else name): body for name, body in files.items()},
    ]
    assert len({pack_hash(files), *map(pack_hash, others)}) == 4
    assert pack_hash({"a": b"bc"}) != pack_hash({"ab": b"c"})


def test_the_rules_hash_covers_what_decides_and_no_more() -> None:
    rules = from_files(tiny()).rules_hash
    text = spoiled("injects.yaml", "headline: News", "headline: Old news")
    layout = spoiled("rules.yaml", "rules:\n", "# by month\nrules:\n")
    decides = spoiled("rules.yaml", "by: -k.wind", "by: -2 * k.wind")
    assert from_files(text).rules_hash == rules
    assert from_files(layout).rules_hash == rules
    assert from_files(decides).rules_hash != rules


def test_the_rules_hash_knows_the_order_of_rules() -> None:
    text = tiny()["rules.yaml"].decode()
    rule = text.partition("rules:\n")[2]
    one, other = rule.replace("  wind:", "  gale:"), rule
    hashes = [
        from_files(tiny() | {"rules.yaml": ("provenance: judgement\nrules:\n" + rules).encode()}).rules_hash
        for rules in (one + other, other + one)
    ]
    assert hashes[0] != hashes[1]


def test_shapes_that_are_not_json() -> None:
    assert told(tiny() | {"map.geojson": b'{"type": "FeatureCollection",\n "features": [}'}) == [
        "map.geojson:2:15: not JSON: Expecting value"
    ]


def test_text_that_is_not_utf8() -> None:
    assert told(tiny() | {"rules.yaml": b"rules:\n  \xff: {}\n"}) == [
        "rules.yaml:2:1: this file is not UTF-8 text; save it as UTF-8"
    ]
    files = tiny() | {"briefs/all.md": b"\xff"}
    assert told(files)[0] == "scenario.yaml:6:11 briefing: 'briefs/all.md' is not UTF-8 text; save it as UTF-8"


def test_a_brief_that_nobody_gets_is_warned_of() -> None:
    assert told(tiny() | {"briefs/spare.md": b"x"}) == ["briefs/spare.md:1:1: warning: no team or seat has this brief"]
