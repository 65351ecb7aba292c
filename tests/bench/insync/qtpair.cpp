// SPDX-License-Identifier: Apache-2.0
#include "bench/insync/qtpair.h"

#include "bench/insync/hall.h"

#include <stdexcept>

using namespace Qt::StringLiterals;

namespace Bench {

QtPair::QtPair(const QProcessEnvironment &sound, const Material &material, const QString &backend)
{
    const auto file = material.cut(u"noise.flac"_s, 0, material.frames());
    if (!file)
        throw std::runtime_error("ffmpeg does not make the music");
    for (std::size_t i = 0; i < m_children.size(); ++i)
        if (!m_children.at(i).start(sound, backend, QString::fromLatin1(sinkNames.at(i))))
            throw std::runtime_error("a QMediaPlayer does not come up");
    for (Child &child : m_children)
        child.say(u"start 0 "_s + *file);
}

} // namespace Bench
