package dev.partnerauth.testkit.resource;

import dev.partnerauth.scope.Operation;
import dev.partnerauth.scope.Resource;
import dev.partnerauth.scope.Route;
import dev.partnerauth.testkit.engine.PresentedToken;
import io.vavr.control.Either;

/** One of the platform's APIs. Implementations are thread-safe. */
interface Service {

  boolean serves(Operation operation);

  /** To an operation that needs no token; most services have none. */
  default ResourceAnswer open(Route route) {
    throw new IllegalStateException(route.operation() + " needs a token");
  }

  /** What the request touches, with all facts; refused when there is no such thing for this app. */
  Either<ResourceAnswer, Resource> touched(
      Route route, ResourceRequest request, PresentedToken token);

  /** To a request whose token suffices. */
  ResourceAnswer answer(Route route, ResourceRequest request, PresentedToken token);
}
