// SPDX-License-Identifier: Apache-2.0
#include "app/settingsfile.h"

#include <QCoreApplication>
#include <QFile>
#include <QSaveFile>

#include <algorithm>

namespace App {

namespace {

/// A part of the file that QSettings takes as one: a setting, a comment, a section's head, an empty line.
struct Part {
    QByteArray text; ///< with the end of its line, where it reaches there
    QByteArray name{}; ///< of a setting without a section
    bool general = true; ///< in no section
};

/// Where the part that begins at @p from ends. As QSettings reads it: quotes and backslashes hide the end of
/// a line, and a semicolon begins a comment anywhere.
qsizetype endOfPart(const QByteArray &text, qsizetype from)
{
    const bool comment = text.at(from) == ';';
    bool quoted = false;
    for (qsizetype i = from; i < text.size(); ++i) {
        const char c = text.at(i);
        if (c == '\n' && !quoted)
            return i + 1;
        if (comment)
            continue;
        if (c == ';' && !quoted)
            return i;
        if (c == '"')
            quoted = !quoted;
        else if (c == '\\')
            ++i;
    }
    return text.size();
}

bool isHead(const QByteArray &part) { return part.startsWith('['); }

bool isGeneral(const QByteArray &head) { return head.toLower().startsWith("[general]"); }

QList<Part> partsOf(const QByteArray &text)
{
    QList<Part> parts;
    bool general = true;
    for (qsizetype from = 0; from < text.size();) {
        const qsizetype end = endOfPart(text, from);
        Part part{.text = text.mid(from, end - from)};
        const QByteArray words = part.text.trimmed();
        if (isHead(words))
            general = isGeneral(words);
        else if (const qsizetype equals = words.indexOf('='); equals > 0 && !words.startsWith(';') && general)
            part.name = words.first(equals).trimmed();
        part.general = general;
        parts.append(part);
        from = end;
    }
    return parts;
}

bool isHexDigit(char c) { return std::isxdigit(static_cast<unsigned char>(c)) != 0; }

/// In quotes, as QSettings reads it.
QByteArray quoted(const QString &value)
{
    QByteArray result = "\"";
    bool hidesDigits = false; // the code of a character goes on for as long as there are digits
    for (const char c : (value.startsWith(u'@') ? u'@' + value : value).toUtf8()) {
        const bool code = static_cast<unsigned char>(c) < 0x20 || (hidesDigits && isHexDigit(c));
        if (code)
            result += "\\x" + QByteArray::number(int(c), 16);
        else if (c == '"' || c == '\\')
            (result += '\\') += c;
        else
            result += c;
        hidesDigits = code;
    }
    return result + '"';
}

QByteArray setting(const QByteArray &name, const QStringList &values)
{
    QByteArrayList words;
    for (const QString &value : values)
        words.append(quoted(value));
    return name + '=' + words.join(", ");
}

/// Behind the last setting that has no section, else before the first section.
qsizetype placeForNew(const QList<Part> &parts)
{
    const auto last = std::ranges::find_if(parts.rbegin(), parts.rend(),
                                           [](const Part &part) { return !part.name.isEmpty(); });
    if (last == parts.rend())
        return std::ranges::find(parts, false, &Part::general) - parts.begin();
    qsizetype place = parts.rend() - last;
    if (place < parts.size() && !parts.at(place - 1).text.endsWith('\n'))
        ++place; // the comment on the same line
    return place;
}

QString say(const char *sentence) { return QCoreApplication::translate("App::SettingsFile", sentence); }

} // namespace

QByteArray withSetting(const QByteArray &text, const QString &name, const QStringList &values)
{
    const QByteArray key = name.toUtf8();
    QList<Part> parts = partsOf(text);
    bool written = values.isEmpty();
    QList<Part> result;
    for (Part &part : parts) {
        if (part.name == key) {
            if (std::exchange(written, true))
                continue;
            part.text = setting(key, values) + (part.text.endsWith('\n') ? "\n" : " ");
        }
        result.append(part);
    }
    if (!written) {
        const qsizetype place = placeForNew(result);
        if (place > 0 && !result.at(place - 1).text.endsWith('\n'))
            result[place - 1].text += '\n';
        result.insert(place, {.text = setting(key, values) + '\n'});
    }
    QByteArray whole;
    for (const Part &part : result)
        whole += part.text;
    return whole;
}

QString writeSetting(const QString &path, const QString &name, const QStringList &values)
{
    QFile before(path);
    QByteArray text;
    if (before.exists()) {
        if (!before.open(QIODevice::ReadOnly))
            return say("The settings file %1 cannot be read: %2.").arg(path, before.errorString());
        text = before.readAll();
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(withSetting(text, name, values)) < 0 || !file.commit())
        return say("The settings file %1 cannot be written: %2.").arg(path, file.errorString());
    return {};
}

} // namespace App
