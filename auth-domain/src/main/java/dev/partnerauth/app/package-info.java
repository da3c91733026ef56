/**
 * Developer apps and their credentials. Back end and front end are two types, so that the wrong one
 * does not compile.
 */
@NullMarked
package dev.partnerauth.app;

import org.jspecify.annotations.NullMarked;
