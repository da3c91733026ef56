package dev.partnerauth.cache.redis;

/**
 * What Redis does for us in one step. A key of another type than expected never makes a script
 * fail: it counts as something that is not ours, and is replaced.
 */
enum Script {
  /**
   * Finds an entry, or takes the lease when there is nothing but what the caller has seen.
   *
   * <p>A lease that lasts longer than the caller's own would is no lease.
   *
   * <p>Keys: entry, lease. Arguments: the mark of what was seen, holder, milliseconds, the greatest
   * length. Answers the entry's mark, whether the lease was taken, the entry, its time to live in
   * milliseconds.
   */
  LOOK(
      """
      local life = redis.call('PTTL', KEYS[1])
      local kind = redis.call('TYPE', KEYS[1]).ok
      if life == -2 then kind = 'none' end
      local mark = kind
      if kind == 'string' then mark = kind .. redis.call('GETRANGE', KEYS[1], 0, 63) end
      if kind == 'none' or mark == ARGV[1] then
        local left = redis.call('PTTL', KEYS[2])
        if left >= 0 and left <= tonumber(ARGV[3]) then return {mark, 0} end
        redis.call('SET', KEYS[2], ARGV[2], 'PX', ARGV[3])
        return {mark, 1}
      end
      local entry = ''
      if kind == 'string' and redis.call('STRLEN', KEYS[1]) <= tonumber(ARGV[4]) then
        entry = redis.call('GET', KEYS[1]) or ''
      end
      return {mark, 0, entry, life}
      """),

  /**
   * Writes an entry unless its token was rejected, and releases the lease.
   *
   * <p>Keys: entry, lease, tombstone. Arguments: entry, milliseconds, holder. Answers 1 for a
   * rejected one, otherwise 0.
   */
  SHARE(
      """
      local rejected = redis.call('EXISTS', KEYS[3])
      if rejected == 0 then redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2]) end
      if redis.pcall('GET', KEYS[2]) == ARGV[3] then redis.call('DEL', KEYS[2]) end
      return {rejected}
      """),

  /**
   * Releases the lease.
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
   * <p>Keys: entry, tombstone, rejections. Arguments: the token's hash, its life in milliseconds,
   * channel, message, how long a rejection is kept at most, how many are kept.
   */
  REJECT(
      """
      redis.call('SET', KEYS[2], '', 'PX', ARGV[2])
      if redis.pcall('GETRANGE', KEYS[1], 0, 63) == ARGV[1] then redis.call('DEL', KEYS[1]) end
      local kind = redis.call('TYPE', KEYS[3]).ok
      if kind ~= 'zset' and kind ~= 'none' then redis.call('DEL', KEYS[3]) end
      local time = redis.call('TIME')
      local now = time[1] * 1000 + math.floor(time[2] / 1000)
      redis.call('ZADD', KEYS[3], now + ARGV[2], ARGV[4])
      """
          + Script.trimming("KEYS[3]", "ARGV[5]", "ARGV[6]")
          + """
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
   * Rejections, those of the longest life first, after what cannot be one was dropped.
   *
   * <p>Keys: rejections. Arguments: the first and the last that are wanted, the length of each, how
   * long one is kept at most, how many are kept. Answers how many were looked at, and then those
   * that have the length.
   */
  REJECTIONS(
      """
      if redis.call('TYPE', KEYS[1]).ok ~= 'zset' then return {0} end
      local time = redis.call('TIME')
      local now = time[1] * 1000 + math.floor(time[2] / 1000)
      """
          + Script.trimming("KEYS[1]", "ARGV[4]", "ARGV[5]")
          + """
          local all = redis.call('ZREVRANGE', KEYS[1], ARGV[1], ARGV[2])
          local answer = {#all}
          for _, message in ipairs(all) do
            if #message == tonumber(ARGV[3]) then answer[#answer + 1] = message end
          end
          return answer
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

  /**
   * Drops the members of a sorted set whose scores are times that have passed or cannot be, and
   * those that are too many; the set goes with its last member.
   */
  private static String trimming(String set, String longest, String limit) {
    return """
        redis.call('ZREMRANGEBYSCORE', SET, '-inf', now)
        redis.call('ZREMRANGEBYSCORE', SET, '(' .. string.format('%.0f', now + LONGEST), '+inf')
        redis.call('ZREMRANGEBYRANK', SET, 0, -1 - LIMIT)
        local last = redis.call('ZREVRANGE', SET, 0, 0, 'WITHSCORES')[2]
        if last then redis.call('PEXPIRE', SET, math.ceil(last - now)) end
        """
        .replace("SET", set)
        .replace("LONGEST", longest)
        .replace("LIMIT", limit);
  }
}
