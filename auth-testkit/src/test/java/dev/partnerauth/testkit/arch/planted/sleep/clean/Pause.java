package dev.partnerauth.testkit.arch.planted.sleep.clean;

import java.util.concurrent.CountDownLatch;

class Pause {

  void until(CountDownLatch latch) throws InterruptedException {
    latch.await();
  }
}
