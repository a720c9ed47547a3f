package care.vestibule.local;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows a refusal as its two sentences, without a stack trace nobody could use. */
final class LocalRefusalAnalyzer extends AbstractFailureAnalyzer<LocalRefusal> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, LocalRefusal cause) {
    return new FailureAnalysis(String.valueOf(cause.getMessage()), cause.remedy(), cause);
  }
}
