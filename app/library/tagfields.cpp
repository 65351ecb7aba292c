// SPDX-License-Identifier: Apache-2.0
#include "app/library/tagfields.h"

#include "app/library/reasons.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Library {

namespace {

struct TextField {
    std::optional<QStringList> TagEdit::*member;
    const char *key;
};
constexpr std::array textFields{
    TextField{&TagEdit::titles, "TITLE"},       TextField{&TagEdit::artists, "ARTIST"},
    TextField{&TagEdit::albums, "ALBUM"},       TextField{&TagEdit::albumArtists, "ALBUMARTIST"},
    TextField{&TagEdit::dates, "DATE"},         TextField{&TagEdit::genres, "GENRE"},
    TextField{&TagEdit::composers, "COMPOSER"},
};

/// "7 of 12", in all the ways it is written.
struct CountField {
    std::optional<int> TagEdit::*number;
    std::optional<int> TagEdit::*total;
    const char *key;
    const char *totalKey;
    const char *otherTotalKey;
};
constexpr std::array countFields{
    CountField{&TagEdit::trackNumber, &TagEdit::trackTotal, "TRACKNUMBER", "TRACKTOTAL", "TOTALTRACKS"},
    CountField{&TagEdit::discNumber, &TagEdit::discTotal, "DISCNUMBER", "DISCTOTAL", "TOTALDISCS"},
};
constexpr auto compilationKey = "COMPILATION";
constexpr auto spacedAlbumArtist = "ALBUM ARTIST"; // what some taggers wrote

TagLib::String toTag(const QString &text) { return {text.toUtf8().constData(), TagLib::String::UTF8}; }
QString fromTag(const TagLib::String &text) { return QString::fromUtf8(text.toCString(true)); }

QStringList texts(const TagLib::PropertyMap &tags, const char *key)
{
    QStringList texts;
    for (const TagLib::String &value : tags.value(key))
        if (!value.isEmpty())
            texts.append(fromTag(value));
    return texts;
}

int number(const QString &text)
{
    bool ok = false;
    const int number = text.trimmed().toInt(&ok);
    return ok && number > 0 ? number : 0;
}

int totalIn(const TagLib::PropertyMap &tags, const CountField &field, const QString &numbers)
{
    for (const QString &text : {numbers.section(u'/', 1, 1), texts(tags, field.totalKey).value(0),
                                texts(tags, field.otherTotalKey).value(0)})
        if (number(text) > 0)
            return number(text);
    return 0;
}

void replace(TagLib::PropertyMap &tags, const char *key, const QStringList &values)
{
    TagLib::StringList list;
    for (const QString &value : values)
        list.append(toTag(value));
    if (list.isEmpty())
        tags.erase(key);
    else
        tags.replace(key, list);
}

void replace(TagLib::PropertyMap &tags, const CountField &field, int number, int total, Totals totals)
{
    tags.erase(field.key);
    tags.erase(field.totalKey);
    tags.erase(field.otherTotalKey);
    const QString numberText = number > 0 ? QString::number(number) : QString();
    const QString totalText = total > 0 ? QString::number(total) : QString();
    if (totals == Totals::InNumber && total > 0)
        return replace(tags, field.key, QStringList((number > 0 ? numberText : u"0"_s) + u'/' + totalText));
    if (number > 0)
        replace(tags, field.key, QStringList(numberText));
    if (total > 0)
        replace(tags, field.totalKey, QStringList(totalText));
}

bool isPicture(const QByteArray &bytes)
{
    return bytes.startsWith("\xFF\xD8\xFF") || bytes.startsWith("\x89PNG\r\n\x1A\n");
}

} // namespace

TagEdit fieldsIn(const TagLib::PropertyMap &tags)
{
    TagEdit edit;
    for (const auto &[member, key] : textFields)
        edit.*member = texts(tags, key);
    if (edit.albumArtists->isEmpty())
        edit.albumArtists = texts(tags, spacedAlbumArtist);
    for (const CountField &field : countFields) {
        const QString numbers = texts(tags, field.key).value(0);
        edit.*field.number = number(numbers.section(u'/', 0, 0));
        edit.*field.total = totalIn(tags, field, numbers);
    }
    edit.compilation = number(texts(tags, compilationKey).value(0)) == 1;
    return edit;
}

TagLib::PropertyMap changed(TagLib::PropertyMap tags, const TagEdit &edit, Totals totals)
{
    const TagEdit before = fieldsIn(tags);
    for (const auto &[member, key] : textFields)
        if (edit.*member)
            replace(tags, key, *(edit.*member));
    if (edit.albumArtists)
        tags.erase(spacedAlbumArtist);
    for (const CountField &field : countFields)
        if (edit.*field.number || edit.*field.total)
            replace(tags, field, (edit.*field.number).value_or(*(before.*field.number)),
                    (edit.*field.total).value_or(*(before.*field.total)), totals);
    if (edit.compilation)
        replace(tags, compilationKey, *edit.compilation ? QStringList(u"1"_s) : QStringList());
    return tags;
}

TagEdit only(TagEdit all, const TagEdit &edit)
{
    const auto keep = [&](auto TagEdit::*member) {
        if (!(edit.*member))
            (all.*member).reset();
    };
    for (const auto &[member, key] : textFields)
        keep(member);
    for (const CountField &field : countFields) {
        keep(field.number);
        keep(field.total);
    }
    keep(&TagEdit::compilation);
    keep(&TagEdit::cover);
    return all;
}

QString refusal(const TagEdit &edit)
{
    for (const auto &[member, key] : textFields) {
        const QStringList values = (edit.*member).value_or(QStringList());
        if (values.size() > TagLimits::values)
            return Reasons::tr("A field holds %1 values at most.").arg(TagLimits::values);
        if (std::ranges::any_of(values,
                                [](const QString &text) { return text.size() > TagLimits::characters; }))
            return Reasons::tr("A text is longer than %1 characters.").arg(TagLimits::characters);
    }
    for (const CountField &field : countFields)
        for (const int value : {(edit.*field.number).value_or(0), (edit.*field.total).value_or(0)})
            if (value < 0 || value > TagLimits::number)
                return Reasons::tr("A track or disc number is between 0 and %1.").arg(TagLimits::number);
    const QByteArray cover = edit.cover.value_or(QByteArray());
    if (cover.size() > TagLimits::coverBytes)
        return Reasons::tr("The cover is larger than %1 MiB.").arg(TagLimits::coverBytes / 1024 / 1024);
    if (!cover.isEmpty() && !isPicture(cover))
        return Reasons::tr("The cover is neither a JPEG nor a PNG picture.");
    return {};
}

TagEdit tidy(TagEdit edit)
{
    for (const auto &[member, key] : textFields) {
        if (!(edit.*member))
            continue;
        QStringList tidied;
        for (const QString &text : *(edit.*member))
            if (const QString whole = QString(text).remove(QChar(0)); !whole.isEmpty())
                tidied.append(whole);
        edit.*member = tidied;
    }
    return edit;
}

} // namespace Library
