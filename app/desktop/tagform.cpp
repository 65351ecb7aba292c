// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/tagform.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Desktop {

namespace {

using Library::TagEdit;

struct TextField {
    QLatin1StringView name;
    std::optional<QStringList> TagEdit::*member;
};
constexpr std::array textFields{
    TextField{"title"_L1, &TagEdit::titles},       TextField{"artist"_L1, &TagEdit::artists},
    TextField{"album"_L1, &TagEdit::albums},       TextField{"albumArtist"_L1, &TagEdit::albumArtists},
    TextField{"date"_L1, &TagEdit::dates},         TextField{"genre"_L1, &TagEdit::genres},
    TextField{"composer"_L1, &TagEdit::composers},
};

struct NumberField {
    QLatin1StringView name;
    std::optional<int> TagEdit::*member;
};
constexpr std::array numberFields{
    NumberField{"trackNumber"_L1, &TagEdit::trackNumber},
    NumberField{"trackTotal"_L1, &TagEdit::trackTotal},
    NumberField{"discNumber"_L1, &TagEdit::discNumber},
    NumberField{"discTotal"_L1, &TagEdit::discTotal},
};
constexpr auto compilation = "compilation"_L1;

QString textOf(const TagEdit &tags, const TextField &field)
{
    return (tags.*field.member).value_or(QStringList()).join(u"; "_s);
}

QString textOf(const TagEdit &tags, const NumberField &field)
{
    const int number = (tags.*field.member).value_or(0);
    return number > 0 ? QString::number(number) : QString();
}

template <typename TextOf> TagLine line(const QString &name, const QList<TagEdit> &files, TextOf textOf)
{
    QStringList texts;
    for (const TagEdit &tags : files)
        texts.append(textOf(tags));
    const bool differs =
        !std::ranges::all_of(texts, [&](const QString &text) { return text == texts.first(); });
    return {.name = name, .text = differs ? QString() : texts.value(0), .differs = differs};
}

QStringList valuesIn(const QString &typed)
{
    QStringList values;
    for (const QString &part : typed.split(u';'))
        if (const QString value = part.trimmed(); !value.isEmpty())
            values.append(value);
    return values;
}

} // namespace

QList<TagLine> tagForm(const QList<Library::TagEdit> &files)
{
    QList<TagLine> form;
    for (const TextField &field : textFields)
        form.append(line(field.name, files, [&](const TagEdit &tags) { return textOf(tags, field); }));
    for (const NumberField &field : numberFields)
        form.append(line(field.name, files, [&](const TagEdit &tags) { return textOf(tags, field); }));
    form.append(line(compilation, files, [](const TagEdit &tags) {
        return tags.compilation.value_or(false) ? u"1"_s : QString();
    }));
    return form;
}

std::variant<Library::TagEdit, QString> editFrom(const QMap<QString, QString> &typed)
{
    TagEdit edit;
    for (const TextField &field : textFields)
        if (typed.contains(field.name))
            edit.*field.member = valuesIn(typed.value(field.name));
    for (const NumberField &field : numberFields) {
        if (!typed.contains(field.name))
            continue;
        const QString text = typed.value(field.name).trimmed();
        bool ok = text.isEmpty();
        const int number = ok ? 0 : text.toInt(&ok);
        if (!ok || number < 0 || number > Library::TagLimits::number)
            return QCoreApplication::translate("Desktop::TagForm", "“%1” is not a number from 0 to %2.")
                .arg(text)
                .arg(Library::TagLimits::number);
        edit.*field.member = number;
    }
    if (typed.contains(compilation))
        edit.compilation = typed.value(compilation) == "1"_L1;
    return edit;
}

} // namespace Desktop
