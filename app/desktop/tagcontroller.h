// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/library/cataloguereader.h"
#include "app/library/scanner.h"
#include "app/library/tagedit.h"

#include <QFutureWatcher>
#include <QUrl>
#include <QVariantMap>
#include <QtQml/qqmlregistration.h>

namespace Desktop {

/// Edits the tags of one file or many, with undo. Files are read and written on another thread; what has been
/// written is scanned at once.
class TagController final : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by Window")

    /// Some files are being edited.
    Q_PROPERTY(bool open READ isOpen NOTIFY changed FINAL)
    Q_PROPERTY(int count READ count NOTIFY changed FINAL)
    /// Text and whether the files differ, by the name of the field: see tagForm().
    Q_PROPERTY(QVariantMap texts READ texts NOTIFY changed FINAL)
    Q_PROPERTY(QVariantMap differing READ differing NOTIFY changed FINAL)
    Q_PROPERTY(bool running READ running NOTIFY changed FINAL)
    Q_PROPERTY(int done READ done NOTIFY progressed FINAL)
    /// Why it has not been saved; empty where nothing is wrong.
    Q_PROPERTY(QString problem READ problem NOTIFY changed FINAL)
    Q_PROPERTY(bool canUndo READ canUndo NOTIFY changed FINAL)

public:
    /// Both must outlive it.
    TagController(const Library::CatalogueReader &catalogue, Library::Scanner &scanner,
                  QObject *parent = nullptr);
    ~TagController() override;

    [[nodiscard]] bool isOpen() const { return m_open; }
    [[nodiscard]] int count() const { return int(m_paths.size()); }
    [[nodiscard]] QVariantMap texts() const { return m_texts; }
    [[nodiscard]] QVariantMap differing() const { return m_differing; }
    [[nodiscard]] bool running() const { return m_running; }
    [[nodiscard]] int done() const { return m_work.progressValue(); }
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] bool canUndo() const { return !m_before.isEmpty() && !running(); }

    Q_INVOKABLE void edit(const QStringList &trackIds);
    /// Writes the fields in @p changes, and the picture at @p cover unless that is empty. Closes where all
    /// went well.
    Q_INVOKABLE void save(const QVariantMap &changes, const QUrl &cover);
    /// Leaves the files not written yet as they are.
    Q_INVOKABLE void cancel();
    /// Gives the files that were written last their former tags.
    Q_INVOKABLE void undo();

Q_SIGNALS:
    void changed();
    void progressed();
    /// What became of it, in a sentence.
    void finished(const QString &sentence);

private:
    struct Written {
        QString path{};
        Library::TagEdit tags{}; ///< to read: all of them; to write: what is to be changed; then as it was
        QString problem{};
    };
    enum class Task { Reading, Writing, Undoing };

    void start(Task task, const QList<Written> &files);
    void finish();
    void show(const QList<Written> &files);
    void conclude(const QList<Written> &files);

    const Library::CatalogueReader &m_catalogue;
    Library::Scanner &m_scanner;
    bool m_open = false;
    bool m_running = false; ///< until finish(): the watcher says so before its results are taken
    QStringList m_paths;
    QVariantMap m_texts;
    QVariantMap m_differing;
    QString m_problem;
    QList<Written> m_before;
    Task m_task = Task::Reading;
    QFutureWatcher<Written> m_work;
};

} // namespace Desktop
