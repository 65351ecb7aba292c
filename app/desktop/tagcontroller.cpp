// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/tagcontroller.h"

#include "app/desktop/tagform.h"
#include "app/library/tagwriter.h"

#include <QFile>
#include <QFileInfo>
#include <QtConcurrentMap>

using namespace Qt::StringLiterals;

namespace Desktop {

namespace {

/// One byte more than a cover may have, so that the writer refuses it by name.
QByteArray pictureAt(const QUrl &url)
{
    QFile file(url.toLocalFile());
    return file.open(QIODevice::ReadOnly) ? file.read(Library::TagLimits::coverBytes + 1) : QByteArray("?");
}

} // namespace

TagController::TagController(const Library::CatalogueReader &catalogue, Library::Scanner &scanner,
                             QObject *parent)
    : QObject(parent)
    , m_catalogue(catalogue)
    , m_scanner(scanner)
{
    connect(&m_work, &QFutureWatcher<Written>::finished, this, &TagController::finish);
    connect(&m_work, &QFutureWatcher<Written>::progressValueChanged, this, &TagController::progressed);
}

TagController::~TagController()
{
    m_work.cancel();
    m_work.waitForFinished();
}

void TagController::edit(const QStringList &trackIds)
{
    if (running())
        return;
    QList<Written> files;
    for (const QString &id : trackIds) {
        const Library::Media media = m_catalogue.mediaOf(id.toULongLong());
        if (media.isPart()) {
            Q_EMIT finished(tr("“%1” holds several tracks; its cue sheet names them, not its tags.")
                                .arg(QFileInfo(media.path).fileName()));
            return;
        }
        if (!media.path.isEmpty())
            files.append({.path = media.path});
    }
    if (files.isEmpty()) {
        Q_EMIT finished(tr("The files of these tracks are not there."));
        return;
    }
    start(Task::Reading, files);
}

void TagController::save(const QVariantMap &changes, const QUrl &cover)
{
    if (running() || !m_open)
        return;
    QMap<QString, QString> typed;
    for (auto it = changes.cbegin(); it != changes.cend(); ++it)
        typed.insert(it.key(), it.value().toString());
    auto edit = editFrom(typed);
    if (const auto *problem = std::get_if<QString>(&edit)) {
        m_problem = *problem;
        Q_EMIT changed();
        return;
    }
    auto &tags = std::get<Library::TagEdit>(edit);
    if (!cover.isEmpty())
        tags.cover = pictureAt(cover);
    QList<Written> files;
    for (const QString &path : std::as_const(m_paths))
        files.append({.path = path, .tags = tags});
    start(Task::Writing, files);
}

void TagController::cancel()
{
    m_work.cancel();
    m_open = false;
    Q_EMIT changed();
}

void TagController::undo()
{
    if (canUndo())
        start(Task::Undoing, m_before);
}

void TagController::start(Task task, const QList<Written> &files)
{
    m_task = task;
    m_running = true;
    m_problem.clear();
    m_work.setFuture(QtConcurrent::mapped(files, [task](Written file) {
        const auto result =
            task == Task::Reading ? Library::readTags(file.path) : Library::writeTags(file.path, file.tags);
        if (const auto *problem = std::get_if<Library::Problem>(&result))
            file.problem = problem->reason;
        else
            file.tags = std::get<Library::TagEdit>(result);
        return file;
    }));
    Q_EMIT changed();
}

void TagController::finish()
{
    m_running = false;
    QList<Written> files; // a cancelled one has not done them all
    for (int i = 0; i < m_work.future().resultCount(); ++i)
        files.append(m_work.future().resultAt(i));
    if (m_task != Task::Reading)
        conclude(files);
    else if (!m_work.isCanceled())
        show(files);
    Q_EMIT changed();
}

void TagController::show(const QList<Written> &files)
{
    QList<Library::TagEdit> tags;
    m_paths.clear();
    for (const Written &file : files) {
        if (!file.problem.isEmpty()) {
            Q_EMIT finished(file.path + u": "_s + file.problem);
            return;
        }
        m_paths.append(file.path);
        tags.append(file.tags);
    }
    m_texts.clear();
    m_differing.clear();
    for (const TagLine &line : tagForm(tags)) {
        m_texts.insert(line.name, line.text);
        m_differing.insert(line.name, line.differs);
    }
    m_open = !m_paths.isEmpty();
}

void TagController::conclude(const QList<Written> &files)
{
    QList<Written> written;
    for (const Written &file : files) {
        if (file.problem.isEmpty())
            written.append(file);
        else
            m_problem = file.path + u": "_s + file.problem;
    }
    m_before = m_task == Task::Undoing ? QList<Written>() : written;
    if (m_problem.isEmpty())
        m_open = false;
    if (!written.isEmpty())
        m_scanner.scan();
    Q_EMIT finished(m_task == Task::Undoing
                        ? tr("The former tags are back: %n file(s).", nullptr, int(written.size()))
                        : tr("Tags were written: %n file(s).", nullptr, int(written.size())));
}

} // namespace Desktop
