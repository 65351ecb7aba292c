// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/player/enginechoice.h"
#include "app/player/output.h"

#include <memory>

namespace Player {

/// Plays each media with the engine that is right for it. An engine is made when it is first needed.
class EngineOutput final : public Output
{
    Q_OBJECT

public:
    explicit EngineOutput(std::optional<Engine> forced, QObject *parent = nullptr);
    ~EngineOutput() override;

    void start(const Media &media, std::chrono::milliseconds from, bool paused) override;
    void pause() override;
    void resume() override;
    void seek(std::chrono::milliseconds to) override;
    void stop() override;
    void setVolume(double volume) override;
    void setDevice(const SoundDevice &device) override;
    void setEqualization(const Equalization &equalization) override;
    void setNext(const std::optional<Media> &media, std::chrono::milliseconds crossfade) override;
    void setTimeline(const std::optional<Timeline> &timeline) override;
    void setPace(int ppm) override { m_output->setPace(ppm); }
    [[nodiscard]] std::chrono::milliseconds position() const override;
    [[nodiscard]] Condition condition() const override;
    [[nodiscard]] std::chrono::microseconds heardAt() const override { return m_output->heardAt(); }
    [[nodiscard]] std::chrono::microseconds endedAgo() const override { return m_output->endedAgo(); }
    [[nodiscard]] bool isExact() const override { return m_output->isExact(); }
    [[nodiscard]] Delays delays() const override { return m_output->delays(); }

private:
    void use(Engine engine);
    [[nodiscard]] std::unique_ptr<Output> &outputOf(Engine engine);
    [[nodiscard]] std::unique_ptr<Output> made(Engine engine);
    void fail(const QString &sentence);

    const std::optional<Engine> m_forced;
    double m_volume = 1;
    SoundDevice m_device;
    Equalization m_equalization;
    Media m_media;
    std::chrono::milliseconds m_from{0};
    bool m_paused = false;
    bool m_opened = false; ///< the engine in use could play it
    std::optional<Timeline> m_line;
    std::optional<QString> m_refusal; ///< of the engine that was to play it: the other knows less of files
    Engine m_engine;
    std::unique_ptr<Output> m_timeline;
    std::unique_ptr<Output> m_mediaPlayer;
    Output *m_output = nullptr; ///< the one in use
};

} // namespace Player
