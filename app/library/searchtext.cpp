// SPDX-License-Identifier: Apache-2.0
#include "app/library/searchtext.h"

#include "app/library/ids.h"

#include <QHash>
#include <QStringList>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Library {

namespace {

// A question longer than this is no longer typed by a person.
constexpr qsizetype searchCharacters = 256;

bool isPlain(QStringView text)
{
    return std::ranges::all_of(text, [](QChar c) { return c.unicode() < 0x80; });
}

/// Marks that a reader may leave out. Those of Indian scripts are vowels, and stay.
bool isAccent(QChar c)
{
    const char16_t code = c.unicode();
    const bool isOfLatin = (code >= 0x300 && code <= 0x36f) || (code >= 0x1ab0 && code <= 0x1dff)
        || (code >= 0x20d0 && code <= 0x20ff) || (code >= 0xfe20 && code <= 0xfe2f);
    const bool isOfHebrewOrArabic = code >= 0x591 && code <= 0x670;
    return c.isMark() && (isOfLatin || isOfHebrewOrArabic);
}

/// Letters whose stroke or ligature Unicode does not take apart.
QString plainLetter(QChar c)
{
    static const QHash<QChar, QString> letters{
        {u'ø', u"o"_s},  {u'ł', u"l"_s},  {u'đ', u"d"_s}, {u'ð', u"d"_s}, {u'ħ', u"h"_s}, {u'æ', u"ae"_s},
        {u'œ', u"oe"_s}, {u'þ', u"th"_s}, {u'ı', u"i"_s}, {u'ŧ', u"t"_s}, {u'ß', u"ss"_s}};
    const auto found = letters.constFind(c);
    return found == letters.cend() ? QString(c) : *found;
}

bool belongsToWord(QChar c) { return c.isLetterOrNumber() || c.isMark() || c.isSurrogate(); }

bool standsAlone(char32_t sign)
{
    if (sign < 0x80)
        return false;
    constexpr char32_t longVowel = 0x30fc; // belongs to no script of its own
    const QChar::Script script = QChar::script(sign);
    return sign == longVowel || script == QChar::Script_Han || script == QChar::Script_Hiragana
        || script == QChar::Script_Katakana || script == QChar::Script_Hangul
        || script == QChar::Script_Bopomofo;
}

/// "abc東京" -> "abc 東 京"
QString spaced(const QString &word)
{
    if (isPlain(word))
        return word;
    QString spaced;
    for (const char32_t sign : word.toUcs4()) {
        const bool alone = standsAlone(sign);
        if (alone)
            spaced += u' ';
        spaced += QStringView(QChar::fromUcs4(sign));
        if (alone)
            spaced += u' ';
    }
    return spaced.simplified();
}

/// What lies between white space, each as the words that signs make of it.
QList<QStringList> chunks(const QString &text)
{
    QList<QStringList> chunks;
    for (const QString &chunk : folded(text).split(u' ', Qt::SkipEmptyParts)) {
        QStringList words;
        bool inWord = false;
        for (const QChar c : chunk) {
            const bool belongs = belongsToWord(c);
            if (belongs && !inWord)
                words += QString();
            if (belongs)
                words.last() += c;
            inWord = belongs;
        }
        if (!words.isEmpty())
            chunks += words;
    }
    return chunks;
}

/// One word as FTS5 is asked for it; several signs that stand alone must follow one another.
QString term(const QString &word)
{
    QStringList terms;
    QString phrase;
    for (const QString &piece : spaced(word).split(u' ')) {
        if (standsAlone(piece.toUcs4().value(0))) {
            phrase += (phrase.isEmpty() ? QString() : u" "_s) + piece;
            continue;
        }
        if (!phrase.isEmpty())
            terms += u"\"%1\""_s.arg(std::exchange(phrase, {}));
        terms += u"\"%1\"*"_s.arg(piece);
    }
    if (!phrase.isEmpty())
        terms += u"\"%1\""_s.arg(phrase);
    return terms.join(" AND "_L1);
}

} // namespace

QString folded(const QString &text)
{
    QString same = normalised(text);
    if (isPlain(same))
        return same;
    QString plain;
    for (const QChar c : same.normalized(QString::NormalizationForm_KD))
        if (!isAccent(c))
            plain += plainLetter(c);
    return plain.normalized(QString::NormalizationForm_C);
}

QString searchKey(const QString &text)
{
    const QString same = folded(text);
    QString key;
    key.reserve(same.size());
    bool atBreak = false;
    for (qsizetype i = 0; i < same.size(); ++i) {
        const bool isPair = same[i].isHighSurrogate() && i + 1 < same.size();
        const char32_t sign = isPair ? QChar::surrogateToUcs4(same[i], same[i + 1]) : same[i].unicode();
        const bool belongs = belongsToWord(same[i]);
        const bool alone = belongs && standsAlone(sign);
        if (belongs && (atBreak || alone) && !key.isEmpty())
            key += u' ';
        if (belongs)
            key += QStringView(QChar::fromUcs4(sign));
        atBreak = alone || !belongs;
        i += isPair;
    }
    return key;
}

bool mentions(const QString &text, const QString &typed)
{
    const QString key = u' ' + searchKey(text);
    return std::ranges::all_of(searchKey(typed).split(u' '),
                               [&key](const QString &word) { return key.contains(u' ' + word); });
}

QString indexText(const QString &text)
{
    QStringList words;
    QStringList joined;
    for (const QStringList &chunk : chunks(text)) {
        for (const QString &word : chunk)
            words += spaced(word);
        if (chunk.size() > 1)
            joined += spaced(chunk.join(QString()));
    }
    return (words + joined).join(u' ');
}

QString searchExpression(const QString &typed, const QString &columns)
{
    QStringList terms;
    for (const QStringList &chunk : chunks(typed.left(searchCharacters)))
        for (const QString &word : chunk)
            terms += term(word);
    if (terms.isEmpty())
        return {};
    const QString all = terms.join(" AND "_L1);
    return columns.isEmpty() ? all : u"{%1} : (%2)"_s.arg(columns, all);
}

} // namespace Library
