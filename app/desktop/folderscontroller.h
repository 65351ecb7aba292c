// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QStringList>
#include <QUrl>
#include <QtQml/qqmlregistration.h>

namespace Library {
class Scanner;
}

namespace Desktop {

/// The folders the music is in, and the scans of them. A change is written down and scanned at once.
class FoldersController final : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by Window")

    Q_PROPERTY(QStringList folders READ folders NOTIFY changed FINAL)
    /// They were given on the command line: nobody may change them here.
    Q_PROPERTY(bool fixed READ fixed CONSTANT FINAL)
    /// The last one that was removed, while it can be put back.
    Q_PROPERTY(QString removed READ removed NOTIFY changed FINAL)

public:
    /// @p settingsFile: where they are written to.
    FoldersController(Library::Scanner &scanner, QString settingsFile, bool fixed, QObject *parent = nullptr);

    [[nodiscard]] QStringList folders() const;
    [[nodiscard]] bool fixed() const { return m_fixed; }
    [[nodiscard]] QString removed() const { return m_removed; }

    Q_INVOKABLE void add(const QUrl &folder);
    Q_INVOKABLE void remove(const QString &folder);
    Q_INVOKABLE void putBack();
    Q_INVOKABLE void forgetRemoved();
    Q_INVOKABLE void scan();
    Q_INVOKABLE void cancelScan();

Q_SIGNALS:
    void changed();
    /// Empty: a change was made.
    void failed(const QString &sentence);

private:
    bool become(const QStringList &folders);
    [[nodiscard]] QString whyNot(const QString &folder) const;

    Library::Scanner &m_scanner;
    const QString m_settingsFile;
    const bool m_fixed;
    QString m_removed;
    qsizetype m_removedFrom = 0;
};

} // namespace Desktop
