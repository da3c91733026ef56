package dev.partnerauth.testkit.junit;

import dev.partnerauth.testkit.SandboxServer;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.platform.commons.support.AnnotationSupport;

/** Keeps a {@link Namespace} for each test, or for each class that wants only one. */
final class AuthSandboxExtension
    implements ParameterResolver,
        AfterEachCallback,
        AfterAllCallback,
        TestExecutionExceptionHandler {

  private static final ExtensionContext.Namespace STORE =
      ExtensionContext.Namespace.create(AuthSandboxExtension.class);

  AuthSandboxExtension() {}

  /** A constructor's parameters are those of the test that the instance is for. */
  @Override
  public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
    return ExtensionContextScope.TEST_METHOD;
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return Namespace.handsOut(parameter.getParameter().getType());
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    ExtensionContext annotated = annotated(context);
    AuthSandboxTest wanted = annotation(annotated).orElseThrow();
    return namespace(wanted.sharedByTheClass() ? annotated : ofOneTest(context), wanted)
        .parameter(parameter.getParameter().getType());
  }

  private static ExtensionContext ofOneTest(ExtensionContext context) {
    if (context.getTestMethod().isEmpty()) {
      throw new ParameterResolutionException(
          "Here is no test that a sandbox could be for. Say sharedByTheClass = true, or take it in a"
              + " test or a method before each.");
    }
    return context;
  }

  @SuppressWarnings("deprecation") // its successor is not there in JUnit 5
  private static Namespace namespace(ExtensionContext owner, AuthSandboxTest wanted) {
    SandboxServer server =
        Objects.requireNonNull(
            owner
                .getRoot()
                .getStore(STORE)
                .getOrComputeIfAbsent(
                    SandboxServer.class, first -> SandboxServer.start(), SandboxServer.class));
    return Objects.requireNonNull(
        owner
            .getStore(STORE)
            .getOrComputeIfAbsent(
                owner.getUniqueId(), first -> new Namespace(wanted, server), Namespace.class));
  }

  /** The nearest test or class that says what it wants. */
  private static ExtensionContext annotated(ExtensionContext context) {
    ExtensionContext nearest = context;
    while (annotation(nearest).isEmpty()) {
      nearest = nearest.getParent().orElseThrow();
    }
    return nearest;
  }

  private static Optional<AuthSandboxTest> annotation(ExtensionContext context) {
    return context
        .getElement()
        .flatMap(element -> AnnotationSupport.findAnnotation(element, AuthSandboxTest.class));
  }

  /** Of this test or class itself, if it ever asked for one. */
  private static Optional<Namespace> own(ExtensionContext context) {
    return Optional.ofNullable(context.getStore(STORE).get(context.getUniqueId(), Namespace.class));
  }

  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    own(context)
        .or(() -> own(annotated(context)))
        .ifPresent(namespace -> failure.addSuppressed(namespace.state()));
    throw failure;
  }

  @Override
  public void afterEach(ExtensionContext context) {
    if (context.getExecutionException().isEmpty()) {
      own(context).ifPresent(Namespace::verify);
    }
  }

  @Override
  public void afterAll(ExtensionContext context) {
    own(context).ifPresent(Namespace::verify);
  }
}
