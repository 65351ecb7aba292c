// SPDX-License-Identifier: Apache-2.0
#include "app/process.h"

#include "app/player/mediaplayeroutput.h"
#include "app/program.h"
#include "app/unixsignals.h"
#include "sync/heap.h"
#include "sync/store/tokens.h"
#include "sync/store/users.h"

#include <QCoreApplication>
#include <QDir>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace App {

void prepareProcess()
{
    Sync::Heap::keepSmall();
    blockEndingSignals();
    Player::chooseBackend();
    qSetMessagePattern(u"%{time yyyy-MM-dd hh:mm:ss.zzz} %{type} %{category}: %{message}"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(SEGUE_VERSION));
}

QStringList argumentsOf(int argc, char *argv[])
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    return arguments;
}

int finish(const Exit &exit)
{
    std::FILE *const stream = exit.code == 0 ? stdout : stderr;
    std::fputs(qUtf8Printable(exit.text + u'\n'), stream);
    return exit.code;
}

void announce(const Program &program)
{
    if (program.address().isEmpty())
        return;
    std::fputs(qUtf8Printable(u"ready %1\n"_s.arg(program.address())), stdout);
    std::fflush(stdout);
}

Exit grantToken(const Options &options)
{
    try {
        if (!QDir().mkpath(options.dataDir))
            return {.code = ExitCode::cannotCreate,
                    .text = u"The data directory %1 cannot be made."_s.arg(options.dataDir)};
        const Sync::Users users(options.dataDir);
        auto user = users.called(*options.grant);
        if (!user) {
            const auto made = users.create(*options.grant);
            if (const auto *fault = std::get_if<Sync::NameFault>(&made))
                return {.code = ExitCode::usage, .text = u"--grant: %1."_s.arg(sentence(*fault))};
            user = std::get<Sync::User>(made);
        }
        const Sync::Tokens tokens(options.dataDir);
        return {.code = 0,
                .text = QString::fromLatin1(tokens.grant({.user = user->id, .name = u"command line"_s}))};
    } catch (const Sync::DatabaseError &error) {
        return {.code = ExitCode::data, .text = QString::fromUtf8(error.what())};
    }
}

} // namespace App
