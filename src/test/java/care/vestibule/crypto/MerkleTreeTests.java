package care.vestibule.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class MerkleTreeTests {

  // Inputs and roots of the test of the first implementation of Certificate Transparency.
  private static final List<String> LEAVES =
      List.of(
          "",
          "00",
          "10",
          "2021",
          "3031",
          "40414243",
          "5051525354555657",
          "606162636465666768696a6b6c6d6e6f");
  private static final List<String> ROOTS =
      List.of(
          "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
          "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
          "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
          "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
          "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
          "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
          "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
          "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

  @Test
  void theRootsAreThoseOfCertificateTransparency() {
    var tree = new MerkleTree();
    assertThat(hex(tree.root()))
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    for (var i = 0; i < LEAVES.size(); i++) {
      tree.add(HexFormat.of().parseHex(LEAVES.get(i)));
      assertThat(hex(tree.root())).isEqualTo(ROOTS.get(i));
      assertThat(tree.size()).isEqualTo(i + 1);
    }
  }

  @Test
  void theRootIsTheOneTheRecursiveDefinitionGives() {
    var tree = new MerkleTree();
    var leaves = new ArrayList<byte[]>();
    for (var i = 0; i < 70; i++) {
      byte[] leaf = {(byte) i};
      leaves.add(leaf);
      tree.add(leaf);
      assertThat(tree.root()).isEqualTo(defined(leaves));
    }
  }

  /** RFC 9162, section 2.1.1, word for word. */
  private static byte[] defined(List<byte[]> leaves) {
    if (leaves.size() == 1) {
      return Sha256.of(new byte[] {0}, leaves.getFirst());
    }
    var split = Integer.highestOneBit(leaves.size() - 1);
    return Sha256.of(
        new byte[] {1},
        defined(leaves.subList(0, split)),
        defined(leaves.subList(split, leaves.size())));
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
