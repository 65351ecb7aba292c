// SPDX-License-Identifier: Apache-2.0
#include "app/library/embeddedcover.h"
#include "app/library/tagreader.h"
#include "app/library/tagwriter.h"
#include "tests/unit/library/music.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>
#include <sys/xattr.h>
#include <taglib/fileref.h>
#include <taglib/id3v1tag.h>
#include <taglib/id3v2tag.h>
#include <taglib/mpegfile.h>
#include <taglib/tpropertymap.h>

using namespace Library;

class tst_LibraryTagWriter : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    const QStringList m_names{"a.flac", "a.ogg", "a.opus", "a.mp3", "a.m4a", "a.wav", "a.aiff", "a.wv"};
    const TagEdit m_all{.titles = QStringList("Žluťoučký 🎵"),
                        .artists = QStringList{"Ana", "Ben"},
                        .albumArtists = QStringList("Ana & Friends"),
                        .albums = QStringList("Night Songs"),
                        .dates = QStringList("2004-05-01"),
                        .genres = QStringList("Folk"),
                        .composers = QStringList("Cid"),
                        .trackNumber = 7,
                        .trackTotal = 12,
                        .discNumber = 2,
                        .discTotal = 3,
                        .compilation = true,
                        .cover = Music::picture(Qt::red, 20, 20)};

    QString copyOf(const QString &name, const QString &as)
    {
        const QString copy = m_dir.filePath(as);
        QDir().mkpath(QFileInfo(copy).path());
        QFile::remove(copy);
        return QFile::copy(m_dir.filePath(name), copy) ? copy : QString();
    }
    static TagEdit done(const std::variant<TagEdit, Problem> &result)
    {
        if (const auto *problem = std::get_if<Problem>(&result))
            qWarning() << problem->path << problem->reason;
        return std::holds_alternative<TagEdit>(result) ? std::get<TagEdit>(result) : TagEdit();
    }
    static QString reasonIn(const std::variant<TagEdit, Problem> &result)
    {
        const auto *problem = std::get_if<Problem>(&result);
        return problem ? problem->reason : QString();
    }
    static Track track(const QString &path)
    {
        const auto result = readTrack(path);
        return std::holds_alternative<Track>(result) ? std::get<Track>(result) : Track();
    }
    /// Nothing but the file itself lies in its folder.
    static bool isAlone(const QString &path)
    {
        const QDir folder = QFileInfo(path).dir();
        return folder.entryList(QDir::Files | QDir::Hidden) == QStringList(QFileInfo(path).fileName());
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!Music::canBeMade())
            QSKIP("ffmpeg is not installed: no music can be made");
        for (const QString &name : m_names)
            QVERIFY2(Music::make(m_dir.filePath(name)), qPrintable(name));
        for (const char *name : {"a.flac.oga", "a.wma"})
            QVERIFY(Music::make(m_dir.filePath(name)));
    }

    void everyField_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString &name : m_names)
            QTest::addRow("%s", qPrintable(name)) << name;
    }
    /// Written, seen by the reader, taken back, and the sound is the same throughout.
    void everyField()
    {
        QFETCH(QString, name);
        const QString path = copyOf(name, "every-" + name + "/" + name);
        const Sync::TrackId id = track(path).id;
        QVERIFY(id != 0);
        const TagEdit before = done(readTags(path));
        QCOMPARE(done(writeTags(path, m_all)), before);
        QCOMPARE(done(readTags(path)), m_all);

        const Track changed = track(path);
        QCOMPARE(changed.id, id);
        QCOMPARE(changed.title, "Žluťoučký 🎵");
        QCOMPARE(changed.artist, "Ana, Ben");
        QCOMPARE(changed.album, "Night Songs");
        QCOMPARE(changed.albumArtist, "Ana & Friends");
        QCOMPARE(changed.genre, "Folk");
        QCOMPARE(changed.trackNumber, 7);
        QCOMPARE(changed.discNumber, 2);
        QCOMPARE(changed.year, 2004);
        QCOMPARE(embeddedCover(path), *m_all.cover);

        QCOMPARE(done(writeTags(path, before)), m_all);
        QCOMPARE(done(readTags(path)), before);
        QCOMPARE(track(path).id, id);
        QVERIFY(isAlone(path));
    }

    void onlyTheGivenFieldsChange_data() { everyField_data(); }
    void onlyTheGivenFieldsChange()
    {
        QFETCH(QString, name);
        const QString path = copyOf(name, "some-" + name + "/" + name);
        done(writeTags(path, m_all));
        {
            TagLib::FileRef file(QFile::encodeName(path).constData());
            TagLib::PropertyMap tags = file.file()->properties();
            if (!name.endsWith(".m4a")) // it would be written under another name there
                tags.replace("MOOD", TagLib::StringList("calm"));
            tags.replace("COMMENT", TagLib::StringList("kept"));
            file.file()->setProperties(tags);
            QVERIFY(file.save());
        }
        TagLib::PropertyMap others =
            TagLib::FileRef(QFile::encodeName(path).constData()).file()->properties();
        QCOMPARE(done(writeTags(path, {.titles = QStringList("New"), .trackNumber = 8})),
                 (TagEdit{.titles = m_all.titles, .trackNumber = 7}));
        TagEdit expected = m_all;
        expected.titles = QStringList("New");
        expected.trackNumber = 8;
        QCOMPARE(done(readTags(path)), expected);
        const auto now = TagLib::FileRef(QFile::encodeName(path).constData()).file()->properties();
        others.erase("TITLE").erase("TRACKNUMBER");
        QVERIFY(now.contains(others));
    }

    void fieldsAreTakenOut_data() { everyField_data(); }
    void fieldsAreTakenOut()
    {
        QFETCH(QString, name);
        const QString path = copyOf(name, "out-" + name + "/" + name);
        const TagEdit none{.titles = QStringList(),
                           .artists = QStringList{"", ""},
                           .albumArtists = QStringList(),
                           .albums = QStringList(),
                           .dates = QStringList(),
                           .genres = QStringList(),
                           .composers = QStringList(),
                           .trackNumber = 0,
                           .trackTotal = 0,
                           .discNumber = 0,
                           .discTotal = 0,
                           .compilation = false,
                           .cover = QByteArray()};
        done(writeTags(path, m_all));
        done(writeTags(path, {.trackNumber = 0})); // of 12
        QCOMPARE(done(readTags(path)).trackTotal, std::optional(12));
        done(writeTags(path, none));
        TagEdit empty = none;
        empty.artists = QStringList();
        QCOMPARE(done(readTags(path)), empty);
        QVERIFY(embeddedCover(path).isEmpty());
    }

    void theCoverIsReplaced_data() { everyField_data(); }
    void theCoverIsReplaced()
    {
        QFETCH(QString, name);
        const QString path = copyOf(name, "cover-" + name + "/" + name);
        const QByteArray png = Music::picture(Qt::red, 20, 20);
        const QByteArray jpeg = Music::picture(Qt::blue, 300, 300, "JPG");
        done(writeTags(path, {.cover = png}));
        QCOMPARE(done(writeTags(path, {.cover = jpeg})), TagEdit{.cover = png});
        QCOMPARE(embeddedCover(path), jpeg);
        done(writeTags(path, {.cover = QByteArray()}));
        QVERIFY(embeddedCover(path).isEmpty());
    }

    void theModeAndTheLinkStay()
    {
        const QString path = copyOf("a.flac", "mode/a.flac");
        const QString link = m_dir.filePath("link.flac");
        QVERIFY(QFile::link(path, link));
        const auto mode = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadGroup;
        QVERIFY(QFile::setPermissions(path, mode));
        done(writeTags(link, {.titles = QStringList("New")}));
        QVERIFY(QFileInfo(link).isSymLink());
        QCOMPARE(track(path).title, "New");
        QCOMPARE(QFile::permissions(path) & ~(QFileDevice::ReadUser | QFileDevice::WriteUser), mode);
    }

    void attributesStay()
    {
        const QString path = copyOf("a.mp3", "attributes/a.mp3");
        const QByteArray name = QFile::encodeName(path);
        if (setxattr(name.constData(), "user.note", "mine", 4, 0) != 0)
            QSKIP("this file system has no attributes");
        done(writeTags(path, {.titles = QStringList("New")}));
        char value[8] = {};
        QCOMPARE(getxattr(name.constData(), "user.note", value, sizeof value), 4);
        QCOMPARE(QByteArray(value), "mine");
    }

    void whatAKilledOneLeftIsRemoved()
    {
        const QString path = copyOf("a.mp3", "killed/a.mp3");
        const QString old = m_dir.filePath("killed/.segue-aBcDeF.part");
        const QString fresh = m_dir.filePath("killed/.segue-GhIjKl.part");
        QVERIFY(Music::write(old, "x") && Music::write(fresh, "x"));
        QFile file(old);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(
            file.setFileTime(QDateTime::currentDateTime().addDays(-2), QFileDevice::FileModificationTime));
        file.close();
        done(writeTags(path, {.titles = QStringList("New")}));
        QVERIFY(!QFile::exists(old));
        QVERIFY(QFile::exists(fresh)); // somebody may be at it
    }

    void nothingToChangeWritesNothing()
    {
        const QString path = copyOf("a.mp3", "same/a.mp3");
        done(writeTags(path, m_all));
        const QByteArray before = Music::bytesOf(path);
        const auto changed = QFileInfo(path).lastModified();
        done(writeTags(path, m_all));
        done(writeTags(path, {}));
        QCOMPARE(Music::bytesOf(path), before);
        QCOMPARE(QFileInfo(path).lastModified(), changed);
    }

    void mp3HoldsWhatItHeld()
    {
        const QString path = copyOf("a.mp3", "id3/a.mp3");
        {
            TagLib::MPEG::File file(QFile::encodeName(path).constData());
            file.ID3v1Tag(true)->setTitle("Old");
            file.ID3v2Tag(true)->setTitle("Old");
            QVERIFY(file.save(TagLib::MPEG::File::AllTags, TagLib::File::StripNone, TagLib::ID3v2::v3,
                              TagLib::File::DoNotDuplicate));
        }
        done(writeTags(path, {.titles = QStringList("New")}));
        TagLib::MPEG::File file(QFile::encodeName(path).constData());
        QCOMPARE(file.ID3v2Tag()->header()->majorVersion(), 4U);
        QVERIFY(file.ID3v1Tag()->title() == "New");
        const QString plain = copyOf("a.mp3", "id3/b.mp3");
        done(writeTags(plain, {.titles = QStringList("New")}));
        QVERIFY(!TagLib::MPEG::File(QFile::encodeName(plain).constData()).hasID3v1Tag());
    }

    void refused_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<TagEdit>("edit");
        QTest::addColumn<QString>("reason");
        const TagEdit title{.titles = QStringList("New")};
        QTest::addRow("Ogg FLAC") << "a.flac.oga" << title << "Tags in this kind of file cannot be edited.";
        QTest::addRow("WMA") << "a.wma" << title << "Tags in this kind of file cannot be edited.";
        QTest::addRow("long text") << "a.flac" << TagEdit{.titles = QStringList(QString(2000, 'x'))}
                                   << "A text is longer than 1024 characters.";
        QTest::addRow("many values") << "a.flac" << TagEdit{.artists = QStringList(100, "x")}
                                     << "A field holds 64 values at most.";
        QTest::addRow("number") << "a.flac" << TagEdit{.discTotal = 10'000}
                                << "A track or disc number is between 0 and 9999.";
        QTest::addRow("negative") << "a.flac" << TagEdit{.trackNumber = -1}
                                  << "A track or disc number is between 0 and 9999.";
        QTest::addRow("no picture") << "a.flac" << TagEdit{.cover = QByteArray("GIF89a")}
                                    << "The cover is neither a JPEG nor a PNG picture.";
        QTest::addRow("large picture")
            << "a.flac" << TagEdit{.cover = "\xFF\xD8\xFF" + QByteArray(16 * 1024 * 1024, 'x')}
            << "The cover is larger than 15 MiB.";
    }
    void refused()
    {
        QFETCH(QString, name);
        QFETCH(TagEdit, edit);
        const QString path = copyOf(name, "refused/" + name);
        const QByteArray before = Music::bytesOf(path);
        QTEST(reasonIn(writeTags(path, edit)), "reason");
        QCOMPARE(Music::bytesOf(path), before);
        QVERIFY(isAlone(path));
        QVERIFY(QFile::remove(path));
    }

    void readOnlyFilesAreLeftAlone()
    {
        const QString path = copyOf("a.flac", "readonly/a.flac");
        const QByteArray before = Music::bytesOf(path);
        QVERIFY(QFile::setPermissions(path, QFileDevice::ReadOwner | QFileDevice::ReadGroup));
        QCOMPARE(reasonIn(writeTags(path, m_all)), "The file is read-only.");
        QCOMPARE(Music::bytesOf(path), before);
        QVERIFY(isAlone(path));
        QVERIFY(
            reasonIn(writeTags(m_dir.filePath("nowhere.flac"), m_all)).startsWith("It cannot be opened: "));
        QVERIFY(!reasonIn(readTags(m_dir.path())).isEmpty());
    }

    void aFullDiskChangesNothing_data() { everyField_data(); }
    /// A limit on the size of files stands for the disk's end: first the copy does not fit, then its cover.
    void aFullDiskChangesNothing()
    {
        QFETCH(QString, name);
        const QString path = copyOf(name, "full-" + name + "/" + name);
        const QByteArray before = Music::bytesOf(path);
        const TagEdit edit{.cover = Music::picture(Qt::red, 20, 20) + QByteArray(200'000, 'x')};
        rlimit own{};
        getrlimit(RLIMIT_FSIZE, &own);
        std::signal(SIGXFSZ, SIG_IGN);
        for (const qsizetype room : {before.size() / 2, before.size() + 100'000}) {
            rlimit limit = own;
            limit.rlim_cur = rlim_t(room);
            setrlimit(RLIMIT_FSIZE, &limit);
            const QString reason = reasonIn(writeTags(path, edit));
            setrlimit(RLIMIT_FSIZE, &own);
            QVERIFY(!reason.isEmpty());
            QCOMPARE(Music::bytesOf(path), before);
            QVERIFY(isAlone(path));
        }
    }

    /// Whatever is refused is left as it was.
    void damagedFiles_data() { everyField_data(); }
    void damagedFiles()
    {
        QFETCH(QString, name);
        const QByteArray whole = Music::bytesOf(m_dir.filePath(name));
        const QString path = m_dir.filePath("damaged-" + name + "/" + name);
        QRandomGenerator random(7);
        for (int round = 0; round < 60; ++round) {
            QByteArray bytes = whole;
            if (round % 2 == 0)
                bytes.truncate(random.bounded(round % 4 == 0 ? 300 : int(whole.size())));
            for (int flips = round % 3 * 4; flips > 0 && !bytes.isEmpty(); --flips)
                bytes[random.bounded(std::min(int(bytes.size()), 400))] = char(random.bounded(256));
            QVERIFY(Music::write(path, bytes));
            const Sync::TrackId id = track(path).id;
            const auto result = writeTags(path, {.titles = QStringList("New"), .trackNumber = 3});
            if (std::holds_alternative<Problem>(result))
                QCOMPARE(Music::bytesOf(path), bytes);
            else
                QCOMPARE(track(path).id, id);
            QVERIFY(isAlone(path));
        }
    }
};

QTEST_GUILESS_MAIN(tst_LibraryTagWriter)
#include "tst_library_tagwriter.moc"
