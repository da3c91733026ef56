/**
 * Random histories of a cache, each of them the same on every machine: one thread, virtual clocks,
 * and a server whose answers follow from a seed. What callers, the server, the store and watchers
 * see of a history is written down and judged by what a cache promises.
 */
@NullMarked
package dev.partnerauth.cache.histories;

import org.jspecify.annotations.NullMarked;
