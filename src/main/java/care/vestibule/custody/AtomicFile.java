package care.vestibule.custody;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that is replaced as a whole: whatever happens, the old or the new one is there. */
final class AtomicFile {

  private AtomicFile() {}

  static void replace(Path path, byte[] content) throws IOException {
    var directory = path.toAbsolutePath().getParent();
    Files.createDirectories(directory);
    // Made readable for its owner only, which is what createTempFile promises on POSIX systems.
    var fresh = Files.createTempFile(directory, path.getFileName().toString(), ".new");
    try {
      try (var channel = FileChannel.open(fresh, WRITE)) {
        var buffer = ByteBuffer.wrap(content);
        while (buffer.hasRemaining()) {
          channel.write(buffer);
        }
        channel.force(true);
      }
      Files.move(fresh, path, ATOMIC_MOVE, REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
    // The new name has to survive a power cut as well.
    try (var channel = FileChannel.open(directory, READ)) {
      channel.force(true);
    }
  }
}
