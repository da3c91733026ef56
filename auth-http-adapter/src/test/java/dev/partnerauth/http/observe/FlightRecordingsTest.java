package dev.partnerauth.http.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.event.AuthEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import jdk.jfr.Recording;
import jdk.jfr.ValueDescriptor;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlightRecordingsTest {

  private static final List<String> OF_THE_JDK =
      List.of("startTime", "duration", "eventThread", "stackTrace");

  @TempDir private Path folder;

  private final JfrAuthEvents events = JfrAuthEvents.standard();

  @Test
  void requestsRenewalsAndAllElseAreRecorded() throws IOException {
    List<String> recorded =
        recorded(
            List.of("TokenRequest", "TokenRenewal", "AuthEvent"),
            Stream.of(Samples.ISSUED, Samples.FAILED, Samples.RENEWED, Samples.STORE_LOST));

    assertThat(recorded)
        .containsExactlyInAnyOrder(
            "dev.partnerauth.TokenRequest clientId=backend-key tokenKind=service"
                + " purpose=api.rocketlawyer.com/rocketdoc outcome=issued failure="
                + " elapsed=120000000",
            "dev.partnerauth.TokenRequest clientId=backend-key tokenKind=service"
                + " purpose=api.rocketlawyer.com/rocketdoc outcome=time failure=RateLimited"
                + " elapsed=30000000",
            "dev.partnerauth.TokenRenewal clientId=backend-key tokenKind=access purpose="
                + " age=32400000000000 lag=300000000000",
            "dev.partnerauth.AuthEvent event=SharedStoreLost severity=WARNING"
                + " clientId=backend-key facts={auth.event=SharedStoreLost,"
                + " auth.client_id=backend-key, auth.reason=connection refused}");
  }

  @Test
  void whatIsOffIsNotRecorded() throws IOException {
    List<String> recorded =
        recorded(List.of("TokenRenewal"), Stream.of(Samples.ISSUED, Samples.STORE_LOST));

    assertThat(recorded).isEmpty();
  }

  private List<String> recorded(List<String> on, Stream<AuthEvent> happening) throws IOException {
    Path file = folder.resolve("recording.jfr");
    try (Recording recording = new Recording()) {
      Stream.of("TokenRequest", "TokenRenewal", "AuthEvent")
          .map(name -> "dev.partnerauth." + name)
          .forEach(recording::disable);
      on.forEach(name -> recording.enable("dev.partnerauth." + name));
      recording.start();
      happening.forEach(events::on);
      recording.stop();
      recording.dump(file);
    }
    return RecordingFile.readAllEvents(file).stream()
        .filter(event -> event.getEventType().getName().startsWith("dev.partnerauth."))
        .map(FlightRecordingsTest::told)
        .toList();
  }

  private static String told(RecordedEvent event) {
    StringBuilder line = new StringBuilder(event.getEventType().getName());
    event.getFields().stream()
        .map(ValueDescriptor::getName)
        .filter(name -> !OF_THE_JDK.contains(name))
        .forEach(name -> line.append(" " + name + "=" + event.<Object>getValue(name)));
    return line.toString();
  }
}
