package dev.partnerauth.testkit.arch.planted.sleep.dirty;

import java.util.concurrent.TimeUnit;

class Pause {

  void ofTheThread() throws InterruptedException {
    Thread.sleep(1);
  }

  void ofTheUnit() throws InterruptedException {
    TimeUnit.SECONDS.sleep(1);
  }
}
