package care.vestibule.local;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Keeps a second instance away from a data directory; the kernel lifts it when its holder dies. */
final class DirectoryLock implements AutoCloseable {

  private final FileChannel channel;

  private DirectoryLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock and writes our process id into its file.
   *
   * @throws LocalRefusal if another process, or another stack in this one, holds it
   */
  static DirectoryLock take(Path directory) {
    var file = directory.resolve("lock");
    try {
      var channel = FileChannel.open(file, CREATE, WRITE);
      if (tryLock(channel) == null) {
        channel.close();
        throw refusal(directory, file);
      }
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(ourPid().getBytes(StandardCharsets.US_ASCII)));
      return new DirectoryLock(channel);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // Closing the channel releases it; the lock itself is of no use to anybody.
  @SuppressWarnings("resource")
  private static @Nullable Object tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private static LocalRefusal refusal(Path directory, Path file) throws IOException {
    return new LocalRefusal(
        "Another instance, process %s, runs on %s."
            .formatted(Files.readString(file).strip(), directory),
        "Stop it, or choose another directory with --vestibule.local.directory.");
  }

  private static String ourPid() {
    return Long.toString(ProcessHandle.current().pid());
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
