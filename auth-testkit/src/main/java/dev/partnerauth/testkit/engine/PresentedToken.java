package dev.partnerauth.testkit.engine;

import dev.partnerauth.scope.Scope;
import dev.partnerauth.testkit.journal.Lineage;
import dev.partnerauth.testkit.settings.SandboxApp;
import java.util.Optional;

/**
 * The living access token that a request carries.
 *
 * @param app that obtained it, unless the app was removed since
 * @param owner of what it may open: the back-end app, by the platform's own id, that a general
 *     token was issued to, or that a scoped one's service token was
 * @param scope what it opens, as far as it can tell
 */
public record PresentedToken(
    Lineage lineage, Optional<SandboxApp> app, String owner, Scope scope) {}
