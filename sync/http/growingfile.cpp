// SPDX-License-Identifier: Apache-2.0
#include "sync/http/growingfile.h"

namespace Sync::Http {

void GrowingFile::become(qint64 size, State state)
{
    if (size == m_size && state == m_state)
        return;
    m_size = size;
    m_state = state;
    Q_EMIT changed();
}

} // namespace Sync::Http
