package dev.partnerauth.cache.histories;

import dev.partnerauth.app.App;
import dev.partnerauth.app.ClientId;
import dev.partnerauth.cache.histories.Seen.Issued;
import dev.partnerauth.cache.histories.Seen.LeaseAsked;
import dev.partnerauth.cache.histories.Seen.LeaseGiven;
import dev.partnerauth.cache.histories.Seen.NotIssuedToken;
import dev.partnerauth.cache.histories.Seen.Rejected;
import dev.partnerauth.cache.histories.Seen.RejectedForAll;
import dev.partnerauth.cache.histories.Seen.Released;
import dev.partnerauth.cache.histories.Seen.Requested;
import dev.partnerauth.cache.histories.Seen.Shared;
import dev.partnerauth.cache.histories.Seen.Stood;
import dev.partnerauth.cache.histories.Seen.Trouble;
import dev.partnerauth.cache.histories.Step.Moment;
import dev.partnerauth.cache.histories.Step.Weather;
import dev.partnerauth.cache.histories.Step.Which;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.port.Budget;
import dev.partnerauth.port.Standing;
import dev.partnerauth.port.TokenEndpoint;
import dev.partnerauth.port.TokenLoader;
import dev.partnerauth.port.TokenSource;
import dev.partnerauth.port.Tokens;
import dev.partnerauth.token.Token;
import dev.partnerauth.token.TokenKey;
import dev.partnerauth.token.TokenKind;
import dev.partnerauth.token.TokenName;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * All about the tokens of one app: its server, which remembers what it was asked; the other nodes,
 * which may have tokens too; and the ways of its callers into the cache.
 */
final class Lane<K extends TokenKey<T>, T extends Token> implements TokenLoader<K, T> {

  private static final int REQUESTS = 2;
  private static final int LEASES = 3;

  private final Mint<K, T> mint;
  private final World world;
  private final Tokens<K, T> tokens;
  private final Map<Integer, Account<T>> accounts = new HashMap<>();
  private Weather weather = Weather.MIXED;
  private int secret;
  private boolean vaultSealed;
  private boolean alone;

  /** What there is about one key. */
  private static final class Account<T extends Token> {
    private final TreeSet<Integer> unanswered = new TreeSet<>();
    private Optional<TokenSource<T>> pinned = Optional.empty();
    private String last;
    private String beforeTheLast;
    private Duration lifetime = Duration.ofMinutes(1);
    private Instant obtainedAt = Instant.EPOCH;
    private String rejected;
    private int requests;
    private int leases;

    Account(int key) {
      last = "none yet " + key;
      beforeTheLast = "none before " + key;
      rejected = "none rejected " + key;
    }
  }

  Lane(Mint<K, T> mint, World world) {
    this.mint = mint;
    this.world = world;
    this.tokens = world.cache().tokens(this, world.runtime());
  }

  // What callers do.

  CompletionStage<Either<AuthFailure, T>> read(Step.Read read) {
    Budget budget =
        Budget.of(read.deadline(), read.once() ? Budget.Tries.ONE : Budget.Tries.SEVERAL);
    Optional<TokenSource<T>> source = account(read.key()).pinned;
    return read.pinned() && source.isPresent()
        ? source.get().getAsync(budget)
        : tokens.getAsync(mint.keys().get(read.key()), read.minimum(), budget);
  }

  Either<AuthFailure, T> read(Step.BlockingRead read, Duration limit) {
    Budget budget = Budget.of(limit);
    Optional<TokenSource<T>> source = account(read.key()).pinned;
    return read.pinned() && source.isPresent()
        ? source.get().get(budget)
        : tokens.get(mint.keys().get(read.key()), read.minimum(), budget);
  }

  boolean isPinned(int key) {
    return account(key).pinned.isPresent();
  }

  void pin(int key) {
    account(key).pinned = Optional.of(tokens.pinned(mint.keys().get(key)));
  }

  void reject(Step.Reject reject) {
    int key = reject.key();
    Account<T> account = account(key);
    T token = token(key, reject.which());
    account.rejected = token.reveal();
    if (reject.pinned() && account.pinned.isPresent()) {
      account.pinned.get().reject(token);
    } else {
      tokens.reject(mint.keys().get(key), token);
    }
    world.see(new Rejected(key, token.reveal()));
  }

  void rejectElsewhere(Step.RejectElsewhere reject) {
    T token = token(reject.key(), reject.which());
    account(reject.key()).rejected = token.reveal();
    world.cache().rejectedElsewhere(mint.clientId(), name(reject.key()), token.digest());
    world.see(new Rejected(reject.key(), token.reveal()));
  }

  void askForStanding(int key) {
    Standing<T> standing = tokens.standing(mint.keys().get(key));
    world.see(
        new Stood(
            key,
            standing.token().map(Token::reveal),
            standing
                .trouble()
                .map(
                    trouble ->
                        new Trouble(
                            trouble.since(),
                            new Told(trouble.lastFailure()),
                            trouble.nextAttempt()))));
  }

  /** Rejections name tokens by their texts only, so this one's times do not matter. */
  private T token(int key, Which which) {
    Account<T> account = account(key);
    String text =
        switch (which) {
          case PRESENT -> world.cache().present(name(key)).map(Token::reveal).orElse(account.last);
          case OLD -> account.beforeTheLast;
          case COMING ->
              text(
                  key,
                  account.unanswered.isEmpty() ? account.requests + 1 : account.unanswered.first());
          case OF_OTHER_NODES -> foreign(key, account.leases + 1);
          case UNKNOWN -> "stranger";
        };
    return mint.coin().token(text, world.time().now(), Duration.ofMinutes(1));
  }

  TokenName name(int key) {
    return mint.keys().get(key).name();
  }

  /** Where in its life the last token of this key is. */
  Duration untilPartOfLife(int key, int percent) {
    Account<T> account = account(key);
    Instant then = account.obtainedAt.plus(account.lifetime.multipliedBy(percent).dividedBy(100));
    Duration until = Duration.between(world.time().now(), then);
    return until.isNegative() || until.compareTo(account.lifetime) > 0 ? Duration.ZERO : until;
  }

  /** All is well with the server from now on, and the other nodes are gone. */
  void calmDown() {
    weather = Weather.FAIR;
    vaultSealed = false;
    alone = true;
  }

  // The server.

  void setWeather(Weather weather) {
    this.weather = weather;
  }

  void rotate() {
    secret = (secret + 1) % mint.secrets().size();
  }

  void sealVault(boolean sealed) {
    vaultSealed = sealed;
  }

  @Override
  public ClientId clientId() {
    return mint.clientId();
  }

  @Override
  public TokenKind kind() {
    return mint.kind();
  }

  @Override
  public TokenEndpoint endpoint() {
    return mint.endpoint();
  }

  @Override
  public List<? extends App> credentials() {
    if (vaultSealed) {
      throw new IllegalStateException("the vault is sealed");
    }
    return List.of(mint.secrets().get(secret));
  }

  @Override
  public CompletionStage<Either<AuthFailure, T>> load(K key, Budget budget) {
    int number = number(key.name());
    Account<T> account = account(number);
    int ordinal = ++account.requests;
    account.unanswered.add(ordinal);
    Instant now = world.time().now();
    world.see(new Requested(number, ordinal, budget.tries().name(), budget.time()));
    world.spring(number, Moment.REQUESTED);
    Outcome outcome =
        Outcome.of(
            Draws.of(world.seed(), REQUESTS, number, ordinal),
            world.setup(),
            weather,
            endpoint().endpoint());
    return switch (outcome.what()) {
      case NEVER -> new CompletableFuture<>();
      case THROWS -> {
        answered(number, ordinal);
        throw new IllegalArgumentException("a bug of the loader's");
      }
      case ERRS -> {
        answered(number, ordinal);
        throw new TaskQueue.Exhausted();
      }
      default -> later(outcome, () -> answer(number, ordinal, outcome, now));
    };
  }

  private CompletionStage<Either<AuthFailure, T>> later(
      Outcome outcome, Supplier<Either<AuthFailure, T>> answer) {
    CompletableFuture<Either<AuthFailure, T>> stage = new CompletableFuture<>();
    Runnable arrives =
        () -> {
          Either<AuthFailure, T> what = answer.get();
          if (outcome.what() == Outcome.What.BREAKS) {
            stage.completeExceptionally(new IllegalStateException("the loader broke"));
          } else {
            stage.complete(what);
          }
        };
    if (outcome.latency().isZero()) {
      arrives.run();
    } else {
      var unused = world.time().after(outcome.latency(), arrives);
    }
    return stage;
  }

  private Either<AuthFailure, T> answer(int key, int ordinal, Outcome outcome, Instant askedAt) {
    if (outcome.failure().isPresent() || outcome.what() == Outcome.What.BREAKS) {
      answered(key, ordinal);
      return Either.left(outcome.failure().orElse(World.BROKEN));
    }
    Account<T> account = account(key);
    account.unanswered.remove(ordinal);
    String text = outcome.what() == Outcome.What.AGAIN ? account.last : text(key, ordinal);
    Duration lifetime = outcome.what() == Outcome.What.DEAD ? Duration.ZERO : outcome.lifetime();
    if (!text.equals(account.last)) {
      account.beforeTheLast = account.last;
      account.last = text;
    }
    account.lifetime = lifetime;
    account.obtainedAt = askedAt;
    world.see(new Issued(key, ordinal, text, lifetime));
    return Either.right(mint.coin().token(text, askedAt, lifetime));
  }

  private void answered(int key, int ordinal) {
    account(key).unanswered.remove(ordinal);
    world.see(new NotIssuedToken(key, ordinal));
  }

  private static String text(int key, int ordinal) {
    return "k" + key + "-" + ordinal;
  }

  // The other nodes.

  /** Another node's token that is of use; nothing where this node may ask the server. */
  CompletionStage<Optional<T>> lease(TokenName name, Predicate<T> useful, Duration patience) {
    int number = number(name);
    Account<T> account = account(number);
    int ordinal = ++account.leases;
    world.see(new LeaseAsked(number, patience));
    world.spring(number, Moment.LEASED);
    if (!world.setup().shared() || alone) {
      return CompletableFuture.completedFuture(Optional.empty());
    }
    Draws draws = Draws.of(world.seed(), LEASES, number, ordinal);
    int drawn = draws.below(100);
    if (drawn < 3) {
      return new CompletableFuture<>();
    }
    if (drawn < 6) {
      return CompletableFuture.failedFuture(new IllegalStateException("the store broke"));
    }
    if (drawn < 8) {
      throw new IllegalStateException("the store is a bug");
    }
    Optional<T> offered =
        drawn < 55 ? Optional.<T>empty() : Optional.of(offered(draws, number, ordinal));
    Optional<T> found = offered.filter(useful);
    CompletableFuture<Optional<T>> lease = new CompletableFuture<>();
    Runnable given =
        () -> {
          world.see(
              new LeaseGiven(
                  number,
                  found.map(Token::reveal),
                  found
                      .flatMap(Token::expiration)
                      .map(end -> Duration.between(world.time().now(), end))
                      .orElse(Duration.ZERO)));
          lease.complete(found);
        };
    if (draws.happens(60)) {
      given.run();
    } else {
      var unused = world.time().after(draws.between(Duration.ofMillis(1), patience), given);
    }
    return lease;
  }

  private T offered(Draws draws, int key, int ordinal) {
    Account<T> account = account(key);
    Duration lifetime = draws.of(world.setup().lifetimes());
    Duration age = lifetime.multipliedBy(draws.below(110)).dividedBy(100);
    String text =
        switch (draws.below(6)) {
          case 0 -> account.last;
          case 1 -> account.rejected;
          default -> foreign(key, ordinal);
        };
    return mint.coin().token(text, world.time().now().minus(age), lifetime);
  }

  private static String foreign(int key, int ordinal) {
    return "other" + key + "-" + ordinal;
  }

  /** A new token has just been put under this name. */
  void stored(TokenName name) {
    world.spring(number(name), Moment.STORED);
  }

  void shared(TokenName name, T token) {
    world.see(new Shared(number(name), token.reveal()));
    world.spring(number(name), Moment.SHARED);
  }

  void released(TokenName name) {
    world.see(new Released(number(name)));
  }

  void rejectedForAll(TokenName name, T token) {
    world.see(new RejectedForAll(number(name), token.reveal()));
  }

  private int number(TokenName name) {
    return Optional.ofNullable(mint.numbers().get(name)).orElseThrow();
  }

  private Account<T> account(int key) {
    return accounts.computeIfAbsent(key, Account::new);
  }
}
