package care.vestibule.identity.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;

/** Counts what is read and stops where the limit is passed. */
final class LimitedInput extends ServletInputStream {

  private final ServletInputStream source;
  private long left;

  LimitedInput(ServletInputStream source, long limit) {
    this.source = source;
    this.left = limit;
  }

  @Override
  public int read() throws IOException {
    int value = source.read();
    count(value < 0 ? 0 : 1);
    return value;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count = source.read(buffer, offset, length);
    count(Math.max(count, 0));
    return count;
  }

  @Override
  public boolean isFinished() {
    return source.isFinished();
  }

  @Override
  public boolean isReady() {
    return source.isReady();
  }

  @Override
  public void setReadListener(ReadListener listener) {
    source.setReadListener(listener);
  }

  private void count(int bytes) {
    left -= bytes;
    if (left < 0) {
      throw Problems.tooLarge();
    }
  }
}
