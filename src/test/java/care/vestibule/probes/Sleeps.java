package care.vestibule.probes;

final class Sleeps {

  void sleep() throws InterruptedException {
    Thread.sleep(1);
  }
}
