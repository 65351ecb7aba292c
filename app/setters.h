// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/options.h"

/// One for each setting that needs one; see Setting::apply.
namespace App::Setters {

[[nodiscard]] QString setMusic(Options &options, const QStringList &values);
[[nodiscard]] QString setPort(Options &options, const QStringList &values);
[[nodiscard]] QString setBind(Options &options, const QStringList &values);
[[nodiscard]] QString setDataDir(Options &options, const QStringList &values);
[[nodiscard]] QString setStore(Options &options, const QStringList &values);
[[nodiscard]] QString setStorePassword(Options &options, const QStringList &values);
[[nodiscard]] QString setName(Options &options, const QStringList &values);
[[nodiscard]] QString setProfile(Options &options, const QStringList &values);
[[nodiscard]] QString setJoin(Options &options, const QStringList &values);
[[nodiscard]] QString setTls(Options &options, const QStringList &values);
[[nodiscard]] QString setCertificate(Options &options, const QStringList &values);
[[nodiscard]] QString setKey(Options &options, const QStringList &values);
[[nodiscard]] QString setMopidys(Options &options, const QStringList &values);
[[nodiscard]] QString setFollowed(Options &options, const QStringList &values);
[[nodiscard]] QString setPulse(Options &options, const QStringList &values);
[[nodiscard]] QString setLan(Options &options, const QStringList &values);
[[nodiscard]] QString setOpenApi(Options &options, const QStringList &values);
[[nodiscard]] QString setMsxLibrary(Options &options, const QStringList &values);
[[nodiscard]] QString setTheme(Options &options, const QStringList &values);

// Of sound, soundsetters.cpp

[[nodiscard]] QString setNoAudio(Options &options, const QStringList &values);
[[nodiscard]] QString setAudioDevice(Options &options, const QStringList &values);
[[nodiscard]] QString setUnplugged(Options &options, const QStringList &values);
[[nodiscard]] QString setEngine(Options &options, const QStringList &values);
[[nodiscard]] QString setReplayGain(Options &options, const QStringList &values);
[[nodiscard]] QString setPreamp(Options &options, const QStringList &values);
[[nodiscard]] QString setCrossfade(Options &options, const QStringList &values);
[[nodiscard]] QString setEqualizer(Options &options, const QStringList &values);

} // namespace App::Setters
