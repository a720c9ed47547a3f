package care.vestibule.exporter;

/** The arguments of the exporter, as the broker's configuration binds them. */
public final class ExporterSettings {

  private String url = "";
  private String token = "";
  private int batchSize = 500;
  private int flushMillis = 50;

  /** Where to post records: the portal's {@code /engine/records}. */
  public String getUrl() {
    return url;
  }

  /** Sets where to post records. */
  public void setUrl(String url) {
    this.url = url;
  }

  /** The bearer token the portal expects. */
  public String getToken() {
    return token;
  }

  /** Sets the bearer token. */
  public void setToken(String token) {
    this.token = token;
  }

  /** How many records a post holds at most. */
  public int getBatchSize() {
    return batchSize;
  }

  /** Sets how many records a post holds at most. */
  public void setBatchSize(int batchSize) {
    this.batchSize = batchSize;
  }

  /** How long a record waits for others, in milliseconds. */
  public int getFlushMillis() {
    return flushMillis;
  }

  /** Sets how long a record waits for others, in milliseconds. */
  public void setFlushMillis(int flushMillis) {
    this.flushMillis = flushMillis;
  }
}
