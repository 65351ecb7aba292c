#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""tidy.py CLANG_TIDY BUILD_FOLDER PATH...: clang-tidy has nothing to say about the C++ files there.

What the compiler was told is changed as little as clang needs: GCC's precompiled headers become plain included ones.
A file found clean is not looked at again until it, a header of ours, its flags or .clang-tidy changes.
"""

import concurrent.futures
import hashlib
import json
import os
import pathlib
import shlex
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
FOR_GCC_ONLY = {"-fpch-preprocess", "-Winvalid-pch"}
NOT_FOR_LINT = ("-Werror", "-fsanitize", "-fno-sanitize")


def digest(*parts):
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def plain_header(precompiled, folder):
    """A copy without GCC's .gch beside it, which clang would open and refuse."""
    text = pathlib.Path(precompiled).read_text()
    copy = folder / f"{digest(text)[:16]}.hxx"
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


def headers_of(entry):
    """What the file includes, system headers left out, as the compiler sees it."""
    words = without_files(entry["arguments"], entry["file"])
    made = subprocess.run([*words, "-MM", entry["file"]], cwd=entry["directory"], capture_output=True, text=True, check=True)
    return shlex.split(made.stdout.split(":", 1)[1].replace("\\\n", " "))


class Tidy:
    def __init__(self, program, build):
        self.program = program
        self.folder = build / "lint"
        self.folder.mkdir(exist_ok=True)
        version = subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout
        self.setting = digest(version, (ROOT / ".clang-tidy").read_text())
        self.entries = [for_clang(entry, self.folder) for entry in our_files(build)]

    def state(self, entry, headers):
        texts = [(pathlib.Path(entry["directory"]) / name).read_text(errors="replace") for name in headers]
        return digest(self.setting, *entry["arguments"], *headers, *texts)

    def note(self, entry):
        return self.folder / f"{digest(entry['file'])[:16]}.clean"

    def is_known_clean(self, entry):
        try:
            noted = json.loads(self.note(entry).read_text())
            return noted["state"] == self.state(entry, noted["headers"])
        except (OSError, ValueError, KeyError):
            return False

    def precompile(self, entries):
        """Files of one target in clang's terms: the header they all include is read once, if that is worth it."""
        clang = pathlib.Path(self.program).resolve().with_name("clang++")
        words = list(entries[0]["arguments"])
        if len(entries) < 3 or "-include" not in words or not clang.exists():
            return entries
        at = words.index("-include")
        header = words[at + 1]
        flags = [word for word in without_files(words[1:], entries[0]["file"]) if word not in ("-include", header)]
        made = str(self.folder / f"{digest(*flags)[:16]}.pch")
        subprocess.run([str(clang), *flags, "-w", "-x", "c++-header", header, "-o", made],
                       cwd=entries[0]["directory"], check=True)
        return [{**entry, "arguments": ["-include-pch" if word == "-include" else made if word == header else word
                                        for word in entry["arguments"]]} for entry in entries]

    def prepare(self, entries, pool):
        """The compile commands that clang-tidy reads."""
        targets = {}
        for entry in entries:
            targets.setdefault(digest(*without_files(entry["arguments"], entry["file"])), []).append(entry)
        prepared = [entry for target in pool.map(self.precompile, targets.values()) for entry in target]
        (self.folder / "compile_commands.json").write_text(json.dumps(prepared, indent=1))

    def check(self, entry):
        """What clang-tidy says about one file; nothing where it is clean."""
        try:
            headers = headers_of(entry)
            state = self.state(entry, headers)
        except subprocess.CalledProcessError as error:
            return error.stderr
        ran = subprocess.run([self.program, "--quiet", "-p", str(self.folder), entry["file"]],
                             cwd=ROOT, capture_output=True, text=True)
        if ran.returncode == 0:
            self.note(entry).write_text(json.dumps({"state": state, "headers": headers}))
            return ""
        return ran.stdout or ran.stderr


def main():
    tidy = Tidy(sys.argv[1], pathlib.Path(sys.argv[2]).resolve())
    wanted = [str(pathlib.Path(name).resolve()) for name in sys.argv[3:]]
    entries = [entry for entry in tidy.entries if any(pathlib.Path(entry["file"]).is_relative_to(at) for at in wanted)]
    changed = [entry for entry in entries if not tidy.is_known_clean(entry)]
    reports = set()
    with concurrent.futures.ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        tidy.prepare(changed, pool)
        for report in pool.map(tidy.check, changed):
            if report and report not in reports:
                reports.add(report)
                print(report, flush=True)
    print(f"{len(entries)} files, {len(changed)} of them new or changed, {len(reports)} with findings.")
    return 1 if reports or not entries else 0


if __name__ == "__main__":
    sys.exit(main())
