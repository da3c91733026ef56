package dev.partnerauth.testkit.arch.planted.domain.clean;

import io.vavr.control.Either;
import java.util.List;
import org.jspecify.annotations.Nullable;

@SuppressWarnings("ArrayRecordComponent")
record Wallet(byte[] key, Coin[][] coins, @Nullable List<Either<String, Coin>> change) {}
