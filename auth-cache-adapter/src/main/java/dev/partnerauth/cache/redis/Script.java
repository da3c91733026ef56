package dev.partnerauth.cache.redis;

/**
 * What Redis does for us in one step. A key of another type than expected never makes a script
 * fail: it counts as something that is not ours, and is replaced.
 */
enum Script {
  /**
   * Finds an entry, or takes the lease when there is nothing but what the caller has seen.
   *
   * <p>Keys: entry, lease. Arguments: the mark of what was seen, holder, milliseconds, the longest
   * time that any lease has, the greatest length. Answers the entry's mark, whether the lease was
   * taken, the entry, its time to live in milliseconds.
   */
  LOOK(
      """
      local kind = redis.call('TYPE', KEYS[1]).ok
      local mark = kind
      if kind == 'string' then mark = kind .. redis.call('GETRANGE', KEYS[1], 0, 63) end
      if mark == ARGV[1] then
        local left = redis.call('PTTL', KEYS[2])
        if left >= 0 and left <= tonumber(ARGV[4]) then return {mark, 0} end
        redis.call('SET', KEYS[2], ARGV[2], 'PX', ARGV[3])
        return {mark, 1}
      end
      local entry = ''
      if kind == 'string' and redis.call('STRLEN', KEYS[1]) <= tonumber(ARGV[5]) then
        entry = redis.call('GET', KEYS[1])
      end
      return {mark, 0, entry, redis.call('PTTL', KEYS[1])}
      """),

  /**
   * Writes an entry unless its token was rejected, and gives the lease back.
   *
   * <p>Keys: entry, lease, tombstone. Arguments: entry, milliseconds, holder.
   */
  SHARE(
      """
      if redis.call('EXISTS', KEYS[3]) == 0 then
        redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
      end
      if redis.pcall('GET', KEYS[2]) == ARGV[3] then redis.call('DEL', KEYS[2]) end
      return {}
      """),

  /**
   * Gives the lease back.
   *
   * <p>Keys: lease. Arguments: holder.
   */
  RELEASE(
      """
      if redis.pcall('GET', KEYS[1]) == ARGV[1] then redis.call('DEL', KEYS[1]) end
      return {}
      """),

  /**
   * Leaves a tombstone, drops the entry that holds the token, and tells the other nodes: those that
   * listen, and those that will ask.
   *
   * <p>Keys: entry, tombstone, rejections. Arguments: the token's hash, milliseconds, channel,
   * message, how long it is kept for those that will ask, how many are kept.
   */
  REJECT(
      """
      redis.call('SET', KEYS[2], '', 'PX', ARGV[2])
      if redis.pcall('GETRANGE', KEYS[1], 0, 63) == ARGV[1] then redis.call('DEL', KEYS[1]) end
      local kind = redis.call('TYPE', KEYS[3]).ok
      if kind ~= 'zset' and kind ~= 'none' then redis.call('DEL', KEYS[3]) end
      local time = redis.call('TIME')
      local now = time[1] * 1000 + math.floor(time[2] / 1000)
      redis.call('ZADD', KEYS[3], now, ARGV[4])
      redis.call('ZREMRANGEBYSCORE', KEYS[3], '-inf', now - ARGV[5])
      redis.call('ZREMRANGEBYRANK', KEYS[3], 0, -1 - ARGV[6])
      redis.call('PEXPIRE', KEYS[3], ARGV[5])
      redis.call('PUBLISH', ARGV[3], ARGV[4])
      return {}
      """),

  /**
   * Whether a token was rejected.
   *
   * <p>Keys: tombstone. Answers 0 or 1.
   */
  IS_REJECTED("return {redis.call('EXISTS', KEYS[1])}"),

  /**
   * The latest rejections, the newest first.
   *
   * <p>Keys: rejections. Arguments: the first and the last that are wanted.
   */
  REJECTIONS(
      """
      if redis.call('TYPE', KEYS[1]).ok ~= 'zset' then return {} end
      return redis.call('ZREVRANGE', KEYS[1], ARGV[1], ARGV[2])
      """),

  /**
   * Whether Redis takes what is written.
   *
   * <p>Keys: probe. Arguments: milliseconds.
   */
  PROBE("redis.call('SET', KEYS[1], 'probe', 'PX', ARGV[1]) return {}");

  private final String text;

  Script(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }
}
