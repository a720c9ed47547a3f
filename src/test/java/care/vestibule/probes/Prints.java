package care.vestibule.probes;

final class Prints {

  void print() {
    System.out.println("heard by nobody");
  }
}
