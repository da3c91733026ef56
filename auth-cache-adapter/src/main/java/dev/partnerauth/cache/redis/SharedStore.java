package dev.partnerauth.cache.redis;

/** What nodes share, and the way there: the same for all regions of a store. */
record SharedStore(
    RedisSettings settings,
    RedisNames names,
    EntryCodec codec,
    RedisConnections connections,
    RejectionLog rejections) {}
