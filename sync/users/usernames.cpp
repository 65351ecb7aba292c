// SPDX-License-Identifier: Apache-2.0
#include "sync/users/usernames.h"

#include "sync/limits.h"

#include <QTextBoundaryFinder>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Sync {

namespace {

// Joiners belong to words of some scripts and to emoji; what turns the direction of writing would reach
// beyond the name.
bool isUnprintable(char32_t c)
{
    constexpr char32_t nonJoiner = 0x200c;
    constexpr char32_t joiner = 0x200d;
    constexpr std::array unprintable{QChar::Other_Control,    QChar::Other_NotAssigned,
                                     QChar::Other_PrivateUse, QChar::Other_Format,
                                     QChar::Separator_Line,   QChar::Separator_Paragraph};
    return c != nonJoiner && c != joiner && std::ranges::count(unprintable, QChar::category(c)) > 0;
}

bool isVisible(char32_t c) { return QChar::isPrint(c) && !QChar::isSpace(c) && !QChar::isMark(c); }

int charactersIn(const QString &text)
{
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    int count = 0;
    while (finder.toNextBoundary() >= 0)
        ++count;
    return count;
}

/// What two names have in common that look the same to a reader.
QString folded(const QString &name)
{
    // Upper case first: only there ß becomes SS.
    QString seen = name.normalized(QString::NormalizationForm_KC).toUpper().toCaseFolded();
    seen.removeIf([](QChar c) { return c.category() == QChar::Other_Format; });
    return seen;
}

} // namespace

QString sentence(NameFault fault)
{
    switch (fault) {
    case NameFault::Empty:
        return u"a name has at least one character"_s;
    case NameFault::TooLong:
        return u"a name has at most %1 characters"_s.arg(Limits::userNameCharacters);
    case NameFault::Unprintable:
        return u"the name has a character that cannot be shown"_s;
    case NameFault::Taken:
        return u"another profile has this name"_s;
    }
    Q_UNREACHABLE();
}

std::variant<QString, NameFault> asUserName(const QString &text, const QList<User> &others)
{
    QString name = text.simplified().normalized(QString::NormalizationForm_C);
    const QList<uint> characters = name.toUcs4();
    if (!name.isValidUtf16() || std::ranges::any_of(characters, isUnprintable))
        return NameFault::Unprintable;
    if (std::ranges::none_of(characters, isVisible))
        return NameFault::Empty;
    if (charactersIn(name) > Limits::userNameCharacters || name.toUtf8().size() > Limits::userNameBytes)
        return NameFault::TooLong;
    const QString key = folded(name);
    if (std::ranges::any_of(others, [&key](const User &other) { return folded(other.name) == key; }))
        return NameFault::Taken;
    return name;
}

const User *userCalled(const QString &text, const QList<User> &users)
{
    auto found = std::ranges::find(users, text, &User::id);
    if (found == users.end())
        found = std::ranges::find_if(users, [key = folded(text.simplified())](const User &user) {
            return !user.name.isEmpty() && folded(user.name) == key;
        });
    return found == users.end() ? nullptr : &*found;
}

} // namespace Sync
