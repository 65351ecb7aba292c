// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/importcontroller.h"

#include "app/personal/foreignimport.h"
#include "app/personal/history.h"
#include "app/personal/playlistfiles.h"
#include "app/personal/playlists.h"
#include "app/personal/ratings.h"
#include "app/personal/trackfinder.h"
#include "sync/user.h"

#include <QFileInfo>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace Desktop {

namespace {

bool isList(const QString &suffix) { return suffix == "m3u"_L1 || suffix == "m3u8"_L1 || suffix == "pls"_L1; }

bool isForeignDatabase(const QString &suffix) { return suffix == "db"_L1; }

} // namespace

/// One piece of work on its own thread, with its own connections.
class ImportController::Work
{
public:
    Work(const QString &directory, const QString &user, const QString &catalogue)
        : m_directory(directory)
        , m_user(user)
        , m_finder(catalogue)
    {
    }

    Outcome take(const QList<QUrl> &urls)
    {
        for (const QUrl &url : urls)
            takeOne(url);
        m_outcome.sentence = m_sentences.join(u' ');
        return m_outcome;
    }

    Outcome write(quint64 playlist, const QString &path) const
    {
        const Personal::Playlists playlists(m_directory, m_user);
        const auto known = playlists.playlist(playlist);
        const auto problem = known
            ? Personal::exportList(path, known->name, playlists.items(playlist), Personal::Paths::Relative,
                                   m_finder)
            : Personal::exportStations(path, Personal::Stations(m_directory, m_user).all());
        return {.sentence = problem.value_or(tr("%1 was written.").arg(QFileInfo(path).fileName()))};
    }

private:
    void takeOne(const QUrl &url)
    {
        const QFileInfo file(url.toLocalFile());
        const QString suffix = file.suffix().toLower();
        if (url.scheme() == "http"_L1 || url.scheme() == "https"_L1)
            addStations({Personal::makeStation({}, url)});
        else if (file.isDir())
            m_outcome.folders.append(file.absoluteFilePath());
        else if (isList(suffix))
            takeList(file.absoluteFilePath());
        else if (isForeignDatabase(suffix))
            takeDatabase(file.absoluteFilePath());
        else if (const auto track = m_finder.at(file.absoluteFilePath()))
            m_outcome.trackIds.append(QString::number(track->trackId));
        else
            m_sentences.append(
                tr("%1 is in no music folder. Drop its folder to add it.").arg(file.fileName()));
    }

    void takeList(const QString &path)
    {
        const auto imported = Personal::importList(path, m_finder);
        if (const auto *problem = std::get_if<QString>(&imported)) {
            m_sentences.append(*problem);
            return;
        }
        const auto &list = std::get<Personal::ImportedList>(imported);
        addStations(list.stations);
        if (list.items.isEmpty())
            return;
        Personal::Playlists(m_directory, m_user).create(list.name, list.items, Library::wallTime());
        m_sentences.append(tr("The playlist “%1” was added: %n track(s), %2 of them not in the library.",
                              nullptr, int(list.items.size()))
                               .arg(list.name, QString::number(list.missing.size())));
    }

    void addStations(const QList<Personal::Station> &stations)
    {
        if (stations.isEmpty())
            return;
        Personal::Stations(m_directory, m_user).add(stations);
        m_sentences.append(tr("Stations added: %1.").arg(stations.size()));
    }

    void takeDatabase(const QString &path)
    {
        Personal::Playlists playlists(m_directory, m_user);
        Personal::Ratings ratings(m_directory, m_user);
        Personal::History history(m_directory, m_user);
        const auto report = Personal::importForeign(Personal::readForeignLibrary(path), m_finder, playlists,
                                                    ratings, history, Library::wallTime());
        m_sentences.append(tr("Taken over: %1 playlists, %2 ratings, %3 play counts. Not taken: %4.")
                               .arg(report.playlists)
                               .arg(report.ratings)
                               .arg(report.counts)
                               .arg(report.notTaken.size()));
    }

    const QString m_directory;
    const QString m_user;
    const Personal::TrackFinder m_finder;
    QStringList m_sentences;
    Outcome m_outcome;
};

ImportController::ImportController(QString directory, QString catalogue, QObject *parent)
    : QObject(parent)
    , m_directory(std::move(directory))
    , m_user(Sync::defaultUser)
    , m_catalogue(std::move(catalogue))
{
    connect(&m_work, &QFutureWatcher<Outcome>::finished, this, &ImportController::finish);
}

ImportController::~ImportController() { m_work.waitForFinished(); }

void ImportController::take(const QList<QUrl> &urls)
{
    start([urls](Work &work) { return work.take(urls); });
}

void ImportController::write(const QString &playlistId, const QUrl &file)
{
    start([id = playlistId.toULongLong(), path = file.toLocalFile()](const Work &work) {
        return work.write(id, path);
    });
}

template <typename Do> void ImportController::start(const Do &work)
{
    if (running())
        return;
    m_running = true;
    m_work.setFuture(QtConcurrent::run(
        [directory = m_directory, user = m_user, catalogue = m_catalogue, work]() -> Outcome {
            try {
                Work own(directory, user, catalogue);
                return work(own);
            } catch (const Sync::DatabaseError &error) {
                return {.sentence = QString::fromUtf8(error.what())};
            }
        }));
    Q_EMIT runningChanged();
}

void ImportController::finish()
{
    m_running = false;
    const Outcome outcome = m_work.result();
    Q_EMIT runningChanged();
    if (!outcome.trackIds.isEmpty())
        Q_EMIT tracksDropped(outcome.trackIds);
    if (!outcome.folders.isEmpty())
        Q_EMIT foldersDropped(outcome.folders);
    Q_EMIT finished(outcome.sentence);
}

} // namespace Desktop
