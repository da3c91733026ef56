/**
 * What is wrong with a value that somebody handed in: the field, the problem and the cure. Every
 * other package may speak of violations; this one knows none of them.
 */
@NullMarked
package dev.partnerauth.violation;

import org.jspecify.annotations.NullMarked;
