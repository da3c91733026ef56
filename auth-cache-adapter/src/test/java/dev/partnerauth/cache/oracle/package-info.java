/**
 * The renewing core as it was before it became a state machine, unchanged. Histories compare the
 * two, and this package goes when nobody doubts the new one any more.
 */
@NullMarked
package dev.partnerauth.cache.oracle;

import org.jspecify.annotations.NullMarked;
