// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

namespace Sync::Redis {

/// Replaces a session where it is still at the expected version, and tells whoever watches it. Answers 1, or
/// 0 where somebody else was first.
///
/// KEYS: the session. ARGV: epoch and revision expected (empty: none is stored), those of the new one, its
/// session, its queue ("" leaves it), the hub that writes and the number of its write, the channel, what to
/// say there, and for how many milliseconds it is kept (0: for ever).
inline const QByteArray saveScript = R"lua(
local stored = redis.call('HMGET', KEYS[1], 'epoch', 'rev')
if (stored[1] or '') ~= ARGV[1] or (stored[2] or '') ~= ARGV[2] then
  return 0
end
redis.call('HSET', KEYS[1], 'epoch', ARGV[3], 'rev', ARGV[4], 'session', ARGV[5], 'by:' .. ARGV[7], ARGV[8])
if ARGV[6] ~= '' then
  redis.call('HSET', KEYS[1], 'queue', ARGV[6])
end
if ARGV[11] ~= '0' then
  redis.call('PEXPIRE', KEYS[1], ARGV[11])
end
if ARGV[10] ~= '' then
  redis.call('PUBLISH', ARGV[9], ARGV[10])
end
return 1
)lua";

/// Keeps each row that is younger than what is there, and tells the others.
///
/// KEYS: the shelf. ARGV: the hub that writes, the channel, and of each row its key, how many milliseconds
/// ago it was changed, and itself. Of two that were changed in the same millisecond the greater one is kept
/// everywhere.
inline const QByteArray putRowsScript = R"lua(
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local news = {}
for i = 3, #ARGV, 3 do
  local at = now - ARGV[i + 1]
  local stored = redis.call('HGET', KEYS[1], ARGV[i])
  local space = stored and string.find(stored, ' ', 1, true)
  local before = space and tonumber(string.sub(stored, 1, space - 1)) or -1
  if at > before or (at == before and ARGV[i + 2] > string.sub(stored, space + 1)) then
    local row = string.format('%.0f ', at) .. ARGV[i + 2]
    redis.call('HSET', KEYS[1], ARGV[i], row)
    news[#news + 1] = ARGV[i]
    news[#news + 1] = row
  end
end
if #news > 0 then
  redis.call('PUBLISH', ARGV[2], cjson.encode({hub = ARGV[1], rows = news}))
end
return #news / 2
)lua";

/// Says that a hub is there, forgets those that have not said so for long, and answers with all: id, how many
/// milliseconds ago it said so, word, and so on.
///
/// KEYS: when each was heard, what each says. ARGV: id and word of this one, and how long it counts in
/// milliseconds.
inline const QByteArray presenceScript = R"lua(
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
redis.call('ZADD', KEYS[1], now, ARGV[1])
redis.call('HSET', KEYS[2], ARGV[1], ARGV[2])
for _, gone in ipairs(redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', now - ARGV[3])) do
  redis.call('ZREM', KEYS[1], gone)
  redis.call('HDEL', KEYS[2], gone)
end
redis.call('PEXPIRE', KEYS[1], ARGV[3])
redis.call('PEXPIRE', KEYS[2], ARGV[3])
local all = {}
local hubs = redis.call('ZRANGE', KEYS[1], 0, -1, 'WITHSCORES')
for i = 1, #hubs, 2 do
  all[#all + 1] = hubs[i]
  all[#all + 1] = string.format('%.0f', now - hubs[i + 1])
  all[#all + 1] = redis.call('HGET', KEYS[2], hubs[i]) or ''
end
return all
)lua";

} // namespace Sync::Redis
