#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""tidy.py CLANG_TIDY BUILD_FOLDER PATH...: clang-tidy has nothing to say about the C++ files there.

What the compiler was told is changed as little as clang needs: GCC's precompiled headers become plain included ones.
Nearly all the time goes into Qt's headers, so files with the same precompiled header are looked at together, as one;
where that finds something, or two files cannot stand beside each other, in halves, down to the single file.
A file found clean is not looked at again, in any checkout, until it, a header of ours, its flags, .clang-tidy, Qt or
clang-tidy changes.
"""

import concurrent.futures
import hashlib
import json
import os
import pathlib
import re
import shlex
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
FOR_GCC_ONLY = {"-fpch-preprocess", "-Winvalid-pch"}
NOT_FOR_LINT = ("-Werror", "-fsanitize", "-fno-sanitize")
QT_VERSION = pathlib.Path("/usr/include/x86_64-linux-gnu/qt6/QtCore/qtcoreversion.h")
TOGETHER = 16  # files; more need too much memory at once
WITH_A_VALUE = {"-I", "-isystem", "-include"}
# What a line that is not indented declares: the last name before its parameters, value, bases or body.
DECLARED = re.compile(r"^(?=[\w\[])(?!namespace|using namespace)[^(={;]*?(?<!::)\b(\w+)(?: final)?(?: :[^:].*)?\s*(?:[({=;]|$)")
OPENED = re.compile(r"^using namespace (?!Qt::)([\w:]+);", re.MULTILINE)


def digest(*parts):
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def anywhere(words):
    """With paths as they are in any checkout."""
    return [word.replace(str(ROOT), ".") for word in words]


def plain_header(precompiled, folder):
    """A copy without GCC's .gch beside it, which clang would open and refuse."""
    text = pathlib.Path(precompiled).read_text()
    copy = folder / f"{digest(*anywhere([text]))[:16]}.hxx"
    copy.write_text(text)
    return str(copy)


def for_clang(entry, folder):
    words = shlex.split(entry["command"])
    kept = []
    for word in words:
        if word in FOR_GCC_ONLY or word.startswith(NOT_FOR_LINT):
            continue
        kept.append(plain_header(word, folder) if os.path.basename(word) == "cmake_pch.hxx" else word)
    return {"directory": entry["directory"], "file": entry["file"], "arguments": kept}


def our_files(build):
    """Compile commands of files inside the source tree, each once, but nothing generated."""
    entries = {}
    for entry in json.loads((build / "compile_commands.json").read_text()):
        path = pathlib.Path(entry["file"])
        generated = path.is_relative_to(build) or path.is_relative_to(ROOT / "build")
        if path.is_relative_to(ROOT) and not generated:
            entries.setdefault(entry["file"], entry)
    return list(entries.values())


def without_files(words, source):
    """Compiler words without what differs from file to file of one target."""
    words = list(words)
    if "-o" in words:
        at = words.index("-o")
        del words[at:at + 2]
    return [word for word in words if word not in ("-c", source)]


def options(entry):
    """The compiler and its options, each with its value."""
    words = iter(without_files(entry["arguments"], entry["file"]))
    return ["\0".join([word, next(words)]) if word in WITH_A_VALUE else word for word in words]


def precompiled(entry):
    return tuple(option for option in options(entry) if option.startswith("-include"))


def declared(path):
    """Names that no other file beside this one may have; some more do no harm."""
    found = (DECLARED.match(line) for line in pathlib.Path(path).read_text().splitlines())
    names = {match[1] for match in found if match} - {"main"}
    return {name for name in names if not name.startswith(("Q_", "QTEST_"))}


def opened(entry):
    """The namespaces all of whose names are known in the file, which mean something else where there are others."""
    return sorted(OPENED.findall(pathlib.Path(entry["file"]).read_text()))


def blamed(output, entries):
    """Those that are spoken of, and the others; where that is all or none of them, two halves."""
    spoken_of = {match[1] for match in re.finditer(r"^(/[^:]+):\d+:\d+: error:", output, re.MULTILINE)}
    named = [entry for entry in entries if entry["file"] in spoken_of]
    if 0 < len(named) < len(entries):
        return named, [entry for entry in entries if entry not in named]
    half = len(entries) // 2
    return entries[:half], entries[half:]


def headers_of(entry):
    """What the file includes, system headers left out, as the compiler sees it."""
    words = without_files(entry["arguments"], entry["file"])
    made = subprocess.run([*words, "-MM", entry["file"]], cwd=entry["directory"], capture_output=True, text=True, check=True)
    names = shlex.split(made.stdout.split(":", 1)[1].replace("\\\n", " "))
    return anywhere(str(pathlib.Path(entry["directory"], name).resolve()) for name in names)


class Tidy:
    def __init__(self, program, build):
        self.program = program
        self.folder = build / "lint"
        self.folder.mkdir(exist_ok=True)
        version = subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout
        self.notes = pathlib.Path(os.environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache") / "segue" / "clang-tidy"
        self.notes.mkdir(parents=True, exist_ok=True)
        self.setting = digest(version, QT_VERSION.read_text(), (ROOT / ".clang-tidy").read_text())
        self.entries = [for_clang(entry, self.folder) for entry in our_files(build)]

    def state(self, entry, headers):
        texts = [(ROOT / name).read_text(errors="replace") for name in headers]
        return digest(self.setting, *anywhere(entry["arguments"]), *headers, *texts)

    def note(self, entry):
        return self.notes / f"{digest(*anywhere([entry['file'], *entry['arguments']]))[:32]}.clean"

    def is_known_clean(self, entry):
        try:
            noted = json.loads(self.note(entry).read_text())
            return noted["state"] == self.state(entry, noted["headers"])
        except (OSError, ValueError, KeyError):
            return False

    def groups(self, entries):
        """Files that can stand beside each other, some at a time."""
        pools = {}
        for entry in sorted(entries, key=opened):
            groups = pools.setdefault(precompiled(entry), [])
            names = declared(entry["file"])
            for group in groups:
                if len(group["entries"]) < TOGETHER and names.isdisjoint(group["names"]):
                    break
            else:
                group = {"entries": [], "names": set()}
                groups.append(group)
            group["entries"].append(entry)
            group["names"] |= names
        return [group["entries"] for groups in pools.values() for group in groups]

    def together(self, entries):
        """A file that is all of these, in a folder with the compile command for it."""
        if len(entries) == 1:
            return entries[0]["file"], entries
        folder = self.folder / digest(*(entry["file"] for entry in entries))[:16]
        folder.mkdir(exist_ok=True)
        source = folder / "together.cpp"
        included = (f'#define main main{at}\n#include "{entry["file"]}"\n#undef main\n' for at, entry in enumerate(entries))
        source.write_text("".join(included))
        first, *others = entries
        flags = options(first)
        defined = {flag.split("=")[0] for flag in flags}
        flags += [flag for other in others for flag in options(other) if flag.split("=")[0] not in defined]
        arguments = [word for flag in dict.fromkeys(flags) for word in flag.split("\0")]
        return str(source), [{**first, "file": str(source), "arguments": [*arguments, "-c", str(source)]}]

    def tidy(self, entries):
        source, commands = self.together(entries)
        folder = self.folder / (digest(source)[:16] + ".commands")
        folder.mkdir(exist_ok=True)
        (folder / "compile_commands.json").write_text(json.dumps(commands))
        return subprocess.run([self.program, "--quiet", "-p", str(folder), source], cwd=ROOT, capture_output=True, text=True)

    def check(self, entries):
        """What clang-tidy says about these files, each by itself; nothing where they are clean."""
        try:
            states = [(entry, headers, self.state(entry, headers)) for entry in entries for headers in [headers_of(entry)]]
        except subprocess.CalledProcessError as error:
            return [error.stderr]
        ran = self.tidy(entries)
        if ran.returncode == 0:
            for entry, headers, state in states:
                self.note(entry).write_text(json.dumps({"state": state, "headers": headers}))
            return []
        if len(entries) == 1:
            return [ran.stdout or ran.stderr]
        parts = blamed(ran.stdout, entries)
        return self.check(parts[0]) + self.check(parts[1])


def main():
    tidy = Tidy(sys.argv[1], pathlib.Path(sys.argv[2]).resolve())
    wanted = [str(pathlib.Path(name).resolve()) for name in sys.argv[3:]]
    entries = [entry for entry in tidy.entries if any(pathlib.Path(entry["file"]).is_relative_to(at) for at in wanted)]
    changed = [entry for entry in entries if not tidy.is_known_clean(entry)]
    reports = set()
    with concurrent.futures.ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        for found in pool.map(tidy.check, tidy.groups(changed)):
            for report in found:
                if report not in reports:
                    print(report, flush=True)
                reports.add(report)
    print(f"{len(entries)} files, {len(changed)} of them new or changed, {len(reports)} with findings.")
    return 1 if reports or not entries else 0


if __name__ == "__main__":
    sys.exit(main())
