package care.vestibule.process.jobs;

import care.vestibule.process.BusinessFailure;
import care.vestibule.process.ForJobType;
import care.vestibule.process.JobType;
import care.vestibule.process.JobWorker;
import care.vestibule.process.ProcessVariable;
import care.vestibule.process.variables.EngineVariables;
import care.vestibule.process.variables.InputReader;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.AopUtils;
import org.springframework.core.ResolvableType;

/** A worker and the job type it serves. */
record RegisteredWorker<I extends Record>(
    JobType type, boolean transactional, InputReader<I> reader, JobWorker<I, ?> worker) {

  /**
   * Reads what the worker's class says about it.
   *
   * @throws IllegalArgumentException if it does not say which job type it serves
   */
  @SuppressWarnings("unchecked") // the input type is the one the worker's own class declares
  static <I extends Record> RegisteredWorker<I> of(JobWorker<I, ?> worker) {
    var declared = AopUtils.getTargetClass(worker);
    var handles = declared.getAnnotation(ForJobType.class);
    var input = ResolvableType.forClass(declared).as(JobWorker.class).resolveGeneric(0);
    if (handles == null || input == null) {
      throw new IllegalArgumentException("Serves no job type: " + declared.getName());
    }
    var reader = new InputReader<>((Class<I>) input);
    return new RegisteredWorker<>(handles.value(), handles.transactional(), reader, worker);
  }

  /** The variables to fetch: the input's, the clinic, and the trace. */
  List<String> variables() {
    var always = Stream.of(ProcessVariable.CLINIC_REF.id(), ProcessVariable.TRACEPARENT.id());
    return Stream.concat(always, reader.variables().stream()).distinct().toList();
  }

  /** Lets the worker do its work; a business failure is an answer like any other. */
  JobResult work(Map<String, @Nullable Object> variables) {
    try {
      return new JobResult.Completed(EngineVariables.of(worker.work(reader.read(variables))));
    } catch (BusinessFailure e) {
      return new JobResult.Thrown(e.error());
    }
  }
}
