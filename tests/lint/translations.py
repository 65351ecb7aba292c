#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""translations.py LUPDATE [--update]: every text of the window is in every language's file, and translated as it should be.

With --update lupdate first puts the files in order: it adds what is new, unfinished, and takes away what is no more.
"""

import collections
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

ROOT = pathlib.Path(__file__).resolve().parents[2]
FOLDER = ROOT / "resources" / "translations"
SOURCES = ["app", "qml", "sync"]
PLURALS_ONLY = {"en"}  # the texts are English already
FORMS = {"de": 2, "en": 2, "pl": 3, "ru": 3}  # of a plural
QUOTES = {"de": "„“", "pl": "„”", "ru": "«»"}
# The same in both languages, and meant to be.
SAME = {
    "de": {"%1 h %2 min", "%1 min", "%1 s", "%1 – Segue", "%1: %2", "Album", "Equalizer", "Genre", "Genres", "Hub", "Hub: %1",
           "Jazz", "Name", "Pause", "Pop", "Radio", "Rock", "Segue", "Tags"},
    "pl": {"%1 min", "%1 s", "%1 – Segue", "%1: %2", "Album", "Hub", "Hub: %1", "Jazz", "Pop", "Radio", "Rock", "Segue"},
    "ru": {"%1 – Segue", "%1: %2", "Segue"},
}


def lupdate(program, language, file):
    options = ["-silent", "-recursive", "-extensions", "cpp,h,qml", "-I", ".", "-locations", "none", "-no-obsolete"]
    # Guesses would look finished to nobody but their maker.
    for guess in ("sametext", "similartext", "number"):
        options += ["-disable-heuristic", guess]
    if language in PLURALS_ONLY:
        options.append("-pluralonly")
    languages = ["-source-language", "en", "-target-language", language]
    ran = subprocess.run([program, *SOURCES, *options, *languages, "-ts", str(file)], cwd=ROOT,
                         stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    if ran.returncode != 0:
        sys.exit(ran.stdout)


class Message:
    def __init__(self, context, element):
        self.source = element.findtext("source", "")
        self.key = (context, self.source, element.findtext("comment", ""))
        self.counted = element.get("numerus") == "yes"
        translation = element.find("translation")
        self.state = "unfinished" if translation is None else translation.get("type", "")
        self.texts = []
        if translation is not None:
            self.texts = [form.text or "" for form in translation.findall("numerusform")] or [translation.text or ""]

    def __str__(self):
        return f"{self.key[0]}: “{self.source}”"


def messages(file):
    found = {}
    for context in xml.etree.ElementTree.parse(file).getroot().findall("context"):
        for element in context.findall("message"):
            message = Message(context.findtext("name"), element)
            found[message.key] = message
    return found


def placeholders(text):
    return collections.Counter(re.findall(r"%L?(?:\d+|n)", text))


def accelerators(text):
    return len(re.findall(r"&\w", text))


def faults_of_text(message, text, language):
    if not text.strip():
        yield "is empty"
    wanted, there = placeholders(message.source), placeholders(text)
    # A form for one thing alone may say its number in words.
    optional = collections.Counter(["%n"]) if message.counted else collections.Counter()
    if there - wanted or wanted - there - optional:
        yield f"has other placeholders: “{text}”"
    if accelerators(text) != accelerators(message.source):
        yield f"has another access key: “{text}”"
    if text != text.strip() and message.source == message.source.strip():
        yield f"begins or ends with a space: “{text}”"
    if language in QUOTES and set(text) & set("\"“”„«»") - set(QUOTES[language]):
        yield f"has another language's quotes: “{text}”"
    if text.endswith(("…", "?", "!")) != message.source.endswith(("…", "?", "!")) or \
            text.endswith(".") != message.source.endswith("."):
        yield f"ends otherwise: “{text}”"


def faults_of(message, language):
    if message.state:
        yield f"is {message.state}"
        return
    if message.counted and len(message.texts) != FORMS[language]:
        yield f"has {len(message.texts)} of {FORMS[language]} forms"
    for text in message.texts:
        yield from faults_of_text(message, text, language)
    plain = not message.counted and language not in PLURALS_ONLY
    if plain and message.texts[0] == message.source and message.source not in SAME[language]:
        yield "is the same as in English"


def check(file, wanted):
    language = file.stem.rpartition("_")[2]
    there = messages(file)
    needed = {key for key, message in wanted.items() if message.counted or language not in PLURALS_ONLY}
    for key in sorted(needed - there.keys()):
        yield f"{wanted[key]} is missing"
    for key in sorted(there.keys() - needed):
        yield f"{there[key]} is in no source any more"
    for message in there.values():
        for fault in faults_of(message, language):
            yield f"{message} {fault}"


def main():
    program = sys.argv[1]
    files = sorted(FOLDER.glob("*.ts"))
    if "--update" in sys.argv[2:]:
        for file in files:
            lupdate(program, file.stem.rpartition("_")[2], file)
    with tempfile.TemporaryDirectory() as folder:
        now = pathlib.Path(folder) / "now.ts"
        lupdate(program, "de", now)
        wanted = messages(now)
    faults = [f"{file.name}: {fault}" for file in files for fault in check(file, wanted)]
    for fault in faults:
        print(fault)
    print(f"{len(wanted)} texts, {len(files)} languages, {len(faults)} faults.")
    if faults:
        print(f"To put this right: tests/lint/translations.py {program} --update, "
              "then fill in what is unfinished in resources/translations and take its type=\"unfinished\" away.")
    return 1 if faults or not wanted or not files else 0


if __name__ == "__main__":
    sys.exit(main())
