package dev.partnerauth.testkit.contract;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectNestedClass;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Collects the names of the test methods that failed. */
final class FailedTests implements TestExecutionListener {

  private final Set<String> names = new ConcurrentSkipListSet<>();

  /** Of a whole suite. */
  static Set<String> of(Class<?> suite) {
    return of(selectClass(suite));
  }

  /** Of one part of a suite. */
  static Set<String> of(Class<?> suite, Class<?> part) {
    return of(selectNestedClass(List.of(suite), part));
  }

  /** Of a suite, but for one part. */
  static Set<String> ofAllBut(Class<?> part, Class<?> suite) {
    String left = "[nested-class:" + part.getSimpleName() + "]";
    return of(
        selectClass(suite),
        test -> FilterResult.includedIf(!test.getUniqueId().toString().contains(left)));
  }

  private static Set<String> of(DiscoverySelector tests, PostDiscoveryFilter... filters) {
    FailedTests failed = new FailedTests();
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request().selectors(tests).filters(filters).build(),
            failed);
    return failed.names;
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    if (result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
      names.add(
          test.getSource()
              .filter(MethodSource.class::isInstance)
              .map(source -> ((MethodSource) source).getMethodName())
              .orElseGet(test::getDisplayName));
    }
  }
}
