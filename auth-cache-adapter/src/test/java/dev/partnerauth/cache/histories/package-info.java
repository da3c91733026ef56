/**
 * Random histories of a cache, each of them the same on every machine: one thread, virtual clocks,
 * and a server whose answers follow from a seed. What callers, the server, the store and watchers
 * see of a history is written down, to be compared with another core or judged by itself.
 */
@NullMarked
package dev.partnerauth.cache.histories;

import org.jspecify.annotations.NullMarked;
