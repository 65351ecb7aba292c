// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

#include <chrono>

/// Every bound on what others may make this hub hold, wait for or believe.
namespace Sync::Limits {

using namespace std::chrono_literals;

// HTTP
inline constexpr qsizetype requestHeadBytes = 16 * 1024;
inline constexpr qint64 requestBodyBytes = 64 * 1024;
inline constexpr std::chrono::milliseconds requestWithin = 10s;
inline constexpr std::chrono::milliseconds tlsWithin = 10s; ///< the handshake, the first byte included
inline constexpr std::chrono::milliseconds keepAliveIdle = 30s;
inline constexpr std::chrono::milliseconds readNothingFor = 60s; ///< of a file that is sent
inline constexpr qint64 encryptedAhead = 256 * 1024; ///< of a file, for one who reads it over TLS
inline constexpr int connections = 12'000;
inline constexpr int connectionsPerAddress = 64; ///< loopback is spared

inline constexpr std::chrono::milliseconds signedUrlFor = 24h; ///< at most
inline constexpr quint64 pageUsual = 100; ///< so many entries of a list at a time, where nobody says
inline constexpr quint64 pageMost = 500;
inline constexpr qsizetype idsAsked = 200; ///< of tracks in one address
inline constexpr quint64 pageFurthest = 10'000'000; ///< a page may begin there

// Transcoding
inline constexpr int transcodersAtOnce = 2;
inline constexpr qsizetype transcodingsWaiting = 32;
inline constexpr std::chrono::milliseconds transcoderSilentFor = 30s;
inline constexpr qsizetype transcoderWordsBytes = 2 * 1024; ///< kept of what it says
inline constexpr qint64 transcodedBytes = 2'147'483'648; ///< kept on the disk
inline constexpr qint64 diskLeftFree = 1'073'741'824; ///< by what is kept only to be quicker

// WebSocket
inline constexpr quint64 messageBytes = 64 * 1024;
inline constexpr qsizetype messagesHeld = 16; ///< while the session is being read
inline constexpr qsizetype waitingBytes =
    1024 * 1024; ///< of messages of one session, while a shared store takes its time
inline constexpr std::chrono::milliseconds handshakeWithin = 10s; ///< also: a native client must join
inline constexpr qint64 laggingBytes =
    64 * 1024; ///< past this a client gets the newest state, not the backlog
inline constexpr qint64 pendingBytes = 1024 * 1024; ///< past this it is dropped
inline constexpr std::chrono::milliseconds pingEvery = 3s;
inline constexpr std::chrono::milliseconds goneAfter = 9s;
inline constexpr std::chrono::milliseconds togetherAhead =
    300ms; ///< what is to begin on several outputs: until then they have heard of it and are ready
inline constexpr std::chrono::milliseconds handoverWithin = 3s; ///< else the sound stays where it is
inline constexpr std::chrono::milliseconds endedAgo = 2s; ///< at most, for the end of a track to be believed
inline constexpr std::chrono::milliseconds tickEvery = 500ms; ///< how late any of these may be noticed
inline constexpr int devicesListed = 64;
inline constexpr qsizetype devicesRemembered = 256; ///< of one user, with what others call them

// Letting devices in
inline constexpr qsizetype requestsWaiting = 8;
inline constexpr std::chrono::milliseconds requestWaits = 5min;
inline constexpr std::chrono::milliseconds codeFor = 120s;
inline constexpr std::chrono::milliseconds secretFor = 5min;
inline constexpr int codeAttempts = 5; ///< then the code is over
inline constexpr int attemptsPerMinute = 5; ///< from one address; loopback is spared
inline constexpr std::chrono::milliseconds seenEvery = 1min; ///< how exactly a token's last use is kept

// Users
inline constexpr int userNameCharacters = 40;
inline constexpr qsizetype userNameBytes = 480; ///< of so many characters
inline constexpr qsizetype users = 64;
inline constexpr std::chrono::milliseconds privateFor =
    24h * 30; ///< a session of one device's own that nobody uses
inline constexpr std::chrono::milliseconds sweepEvery = 1h; ///< how late that may be noticed

// Wire values
inline constexpr qsizetype contextKindBytes = 32;
inline constexpr qsizetype deviceIdBytes = 64;
inline constexpr qsizetype nameBytes = 128;
inline constexpr int loudest = 100; ///< volumes are percent, as the ear hears it
inline constexpr std::chrono::milliseconds longestTrack = 24h * 366;

// Queue
inline constexpr qsizetype queueItems = 10'000;
inline constexpr qsizetype idsInMessage = 3'000; ///< fits into messageBytes; whoever queues more says more
inline constexpr qsizetype undoSteps = 50;

// Clocks: a stamp outside of this is a wrong clock, not an old message
inline constexpr std::chrono::milliseconds stampAhead = 2s;
inline constexpr std::chrono::milliseconds stampBehind = 60s;

// Storing
inline constexpr std::chrono::milliseconds writeWithin = 50ms;
inline constexpr std::chrono::milliseconds rewriteFirst = 250ms; ///< after a failure; doubles up to
inline constexpr std::chrono::milliseconds rewriteLast = 5s;
inline constexpr qint64 revisionsLost = 10'000; ///< more than a hub that is killed has not yet written
inline constexpr std::chrono::milliseconds confirmEvery = 5s;
inline constexpr std::chrono::milliseconds leaveWithin = 2s;
inline constexpr int backupsKept = 7;

// Several hubs: Redis
inline constexpr std::chrono::milliseconds redisAnswerWithin = 500ms; ///< then its connection counts as dead
inline constexpr std::chrono::milliseconds redisBeatEvery =
    500ms; ///< what this hub says to itself through it
inline constexpr std::chrono::milliseconds redisSilentFor = 1500ms; ///< likewise, of what is heard of that
inline constexpr qsizetype hubsListed = 64;
inline constexpr qsizetype hubAddressBytes = 256;
inline constexpr qint64 passwordBytes = 1024;
inline constexpr qsizetype hubKeyBytes = 64;
inline constexpr std::chrono::milliseconds neighbourAnswersWithin = 3s; ///< whether it has a track
inline constexpr qint64 relayedAhead = 256 * 1024; ///< of what another hub sends, for one who reads it here
inline constexpr std::chrono::milliseconds hubAnswersWithin = 300ms; ///< that is asked who is there
inline constexpr std::chrono::milliseconds hubSaysEvery = 1s; ///< that it is there
inline constexpr std::chrono::milliseconds hubGoneAfter = 4s; ///< that says nothing
inline constexpr std::chrono::milliseconds hubRememberedFor = 1min; ///< when it was there last
inline constexpr std::chrono::milliseconds rowsToldAfter = 50ms; ///< a change of what hubs share
inline constexpr qsizetype rowsAtOnce = 500;
inline constexpr qsizetype rowBytesAtOnce = 1 << 20;
inline constexpr std::chrono::milliseconds redisAgainFirst = 50ms;
inline constexpr std::chrono::milliseconds redisAgainLast = 500ms;

// Link
inline constexpr std::chrono::milliseconds reconnectFirst = 250ms;
inline constexpr std::chrono::milliseconds reconnectLast = 5s;

// Sources: foreign players
inline constexpr quint64 sourceMessageBytes = 1024 * 1024; ///< past this a Mopidy is hung up on
inline constexpr int sourceMessagesPerSecond = 2'000; ///< likewise
inline constexpr int sourceFaults = 16; ///< likewise, of messages that make no sense in one connection
inline constexpr qsizetype sourceTextLength = 256; ///< kept of a title
inline constexpr qsizetype sourceAddressLength = 2048;
inline constexpr std::chrono::milliseconds sourceConnectWithin = 10s;
inline constexpr std::chrono::milliseconds sourceAnswerWithin = 15s; ///< then its connection counts as dead
inline constexpr std::chrono::milliseconds sourceAskEvery = 10s; ///< how it is, though nothing was heard
inline constexpr std::chrono::milliseconds sourceVerifyAfter = 100ms; ///< what events told is asked for
inline constexpr std::chrono::milliseconds sourceCommandWithin = 10s; ///< then it counts as not carried out
inline constexpr qsizetype sourceCommandsWaiting = 32; ///< for one player
inline constexpr qsizetype soundServerSinks = 256;
inline constexpr qsizetype soundServerInputs = 1024;
inline constexpr qsizetype soundServerNews = 4096; ///< not yet looked at; past this all is asked for anew

} // namespace Sync::Limits
