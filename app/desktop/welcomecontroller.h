// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace Desktop {

class FoldersController;
class LibraryController;
class PlayerController;
class QueueModel;

/// From a Segue without any music to one that plays.
class WelcomeController final : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by Window")

    Q_PROPERTY(bool shown READ shown NOTIFY shownChanged FINAL)
    /// The user's own folder for music, where something is in it.
    Q_PROPERTY(QString suggested READ suggested CONSTANT FINAL)

public:
    /// What it works with; all of it must outlive it.
    struct Parts {
        FoldersController &folders;
        LibraryController &library;
        PlayerController &player;
        QueueModel &queue;
    };

    explicit WelcomeController(const Parts &parts, QObject *parent = nullptr);

    [[nodiscard]] bool shown() const { return m_shown; }
    [[nodiscard]] QString suggested() const { return m_suggested; }

    Q_INVOKABLE void takeSuggested();
    /// All there is; what a scan still finds is queued behind it.
    Q_INVOKABLE void play();
    /// Somebody has gone on to something else.
    Q_INVOKABLE void leave();

Q_SIGNALS:
    void shownChanged();

private:
    void show(bool shown);
    void queueTheRest();

    const Parts m_parts;
    const QString m_suggested;
    bool m_shown = false;
    bool m_growing = false; ///< what plays was begun before the scan's end
};

} // namespace Desktop
