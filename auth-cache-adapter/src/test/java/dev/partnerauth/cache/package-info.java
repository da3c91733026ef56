@NullMarked
package dev.partnerauth.cache;

import org.jspecify.annotations.NullMarked;
