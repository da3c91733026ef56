package dev.partnerauth.cache.redis;

/** What all shelves of a store have in common. */
record SharedHalf(
    RedisSettings settings,
    RedisNames names,
    Entries entries,
    Records records,
    Link link,
    Rejections rejections,
    Shelves shelves) {}
