// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFutureWatcher>
#include <QObject>
#include <QStringList>
#include <QUrl>
#include <QtQml/qqmlregistration.h>

namespace Desktop {

/// Takes over what others have made: playlist files, stations, and the data of other players; and takes in
/// what is dropped onto the window. Reading is done on another thread.
class ImportController final : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by Window")

    Q_PROPERTY(bool running READ running NOTIFY runningChanged FINAL)

public:
    /// @p directory: of the personal data. Both databases must have been prepared.
    ImportController(QString directory, QString catalogue, QObject *parent = nullptr);
    ~ImportController() override;

    /// Whose playlists and stations it is about from now on.
    void setUser(const QString &user) { m_user = user; }
    [[nodiscard]] bool running() const { return m_running; }

    /// Playlist files become playlists and stations, a database of Strawberry or Clementine gives its
    /// playlists, ratings and counts; tracks of the library are told of with tracksDropped(), folders with
    /// foldersDropped().
    Q_INVOKABLE void take(const QList<QUrl> &urls);
    /// Writes a playlist, or where @p playlistId is empty the stations. M3U, or PLS by the name's ending.
    Q_INVOKABLE void write(const QString &playlistId, const QUrl &file);
    /// Has the window ask what to take.
    Q_INVOKABLE void askForFiles() { Q_EMIT filesWanted(); }
    /// Has the window ask where to write a playlist of this name, or where @p playlistId is empty the
    /// stations.
    Q_INVOKABLE void askForTarget(const QString &playlistId, const QString &name)
    {
        Q_EMIT targetWanted(playlistId, name);
    }

Q_SIGNALS:
    void runningChanged();
    /// What became of it, in a sentence.
    void finished(const QString &sentence);
    void tracksDropped(const QStringList &trackIds);
    void foldersDropped(const QStringList &folders);
    void filesWanted();
    void targetWanted(const QString &playlistId, const QString &name);

private:
    struct Outcome {
        QString sentence{};
        QStringList trackIds{};
        QStringList folders{};
    };
    class Work;

    template <typename Do> void start(const Do &work);
    void finish();

    const QString m_directory;
    QString m_user;
    const QString m_catalogue;
    bool m_running = false; ///< until finish(): the watcher says so before its result is taken
    QFutureWatcher<Outcome> m_work;
};

} // namespace Desktop
