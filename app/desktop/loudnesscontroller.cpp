// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/loudnesscontroller.h"

namespace Desktop {

LoudnessController::LoudnessController(Analysis::Analyser *analyser, QObject *parent)
    : QObject(parent)
    , m_analyser(analyser)
{
    if (!analyser)
        return;
    connect(analyser, &Analysis::Analyser::stateChanged, this, &LoudnessController::changed);
    connect(analyser, &Analysis::Analyser::progressChanged, this, &LoudnessController::changed);
}

void LoudnessController::stop()
{
    if (m_analyser)
        m_analyser->stop();
}

void LoudnessController::resume()
{
    if (m_analyser)
        m_analyser->resume();
}

} // namespace Desktop
