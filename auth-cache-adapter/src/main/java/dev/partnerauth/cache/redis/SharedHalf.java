package dev.partnerauth.cache.redis;

/** What all regions of a store have in common. */
record SharedHalf(
    RedisSettings settings,
    RedisNames names,
    EntryCodec codec,
    Records records,
    Link link,
    Rejections rejections,
    RedisRegions regions) {}
