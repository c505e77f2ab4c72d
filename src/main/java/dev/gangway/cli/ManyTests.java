package dev.gangway.cli;

import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.Run;
import dev.gangway.bench.model.Verdict;
import dev.gangway.device.Device;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.diagnosis.Printable;
import dev.gangway.testing.TestChoices;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;

/** Tests several devices, a few at a time because servers block whoever comes too often. */
final class ManyTests {
    private final Context context;
    private final UseCases workspace;
    private final TestChoices choices;
    private final UnaryOperator<Plan> changes;

    /** What came of one; {@code device} is empty where the vault has none of this name. */
    record Result(String name, Optional<Device> device, Optional<Run> run, Optional<Diagnosis> why) {
        boolean isPass() {
            return why.isEmpty();
        }

        boolean isCancelled() {
            return run.filter(each -> each.verdict() instanceof Verdict.Cancelled)
                            .isPresent()
                    || why.filter(each -> each.is(CliCode.CANCELLED)).isPresent();
        }
    }

    /** Tests as chosen, with these changes to the plan of each device. */
    ManyTests(Context context, UseCases workspace, TestChoices choices, UnaryOperator<Plan> changes) {
        this.context = context;
        this.workspace = workspace;
        this.choices = choices;
        this.changes = changes;
    }

    /** Tests them all, or until it is stopped; the exit code is that of a pass only if all passed. */
    int run(List<String> names, int atOnce, boolean json) {
        Progress progress = new Progress(names.size(), json);
        List<Result> results = new ArrayList<>();
        try (ExecutorService workers =
                Executors.newFixedThreadPool(atOnce, Thread.ofVirtual().factory())) {
            List<Future<Result>> running = names.stream()
                    .map(name -> workers.submit(() -> progress.ended(test(name))))
                    .toList();
            for (Future<Result> each : running) {
                results.add(each.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException bug) {
            throw new IllegalStateException(bug.getCause());
        }
        List<Result> ended =
                results.stream().filter(each -> !each.isCancelled()).toList();
        boolean stopped = ended.size() < names.size();
        new ManyReport(context, workspace, ended, names.size() - ended.size()).print(json);
        if (stopped) {
            return ExitCode.CANCELLED;
        }
        return ended.stream().allMatch(Result::isPass) ? ExitCode.PASS : ExitCode.FAIL;
    }

    private Result test(String name) {
        if (context.tools().cancellation().isCancelled()) {
            return failed(
                    name,
                    Optional.empty(),
                    CommandFailed.because(CliCode.CANCELLED).diagnosis());
        }
        return workspace
                .devices()
                .named(name)
                .map(this::test)
                .orElseGet(() -> failed(
                        name,
                        Optional.empty(),
                        CommandFailed.because(CliCode.DEVICE_UNKNOWN, "name", name)
                                .diagnosis()));
    }

    private Result test(Device device) {
        Outcome<Plan> plan;
        try {
            plan = workspace
                    .tests()
                    .plan(device, choices, context.tools().cancellation())
                    .map(changes);
        } catch (CommandFailed option) {
            return failed(device.name(), Optional.of(device), option.diagnosis());
        }
        return switch (plan) {
            case Outcome.Failed<Plan>(Diagnosis why) -> failed(device.name(), Optional.of(device), why);
            case Outcome.Ok<Plan>(Plan ready) -> {
                Run run = workspace
                        .tests()
                        .run(device, ready, event -> {}, context.tools().cancellation());
                Optional<Diagnosis> why = run.verdict() instanceof Verdict.Failed(Diagnosis cause)
                        ? Optional.of(cause)
                        : Optional.empty();
                yield new Result(device.name(), Optional.of(device), Optional.of(run), why);
            }
        };
    }

    private static Result failed(String name, Optional<Device> device, Diagnosis why) {
        return new Result(name, device, Optional.empty(), Optional.of(why));
    }

    /** A line for each device as soon as it is through. */
    private final class Progress {
        private final int all;
        private final boolean quiet;
        private int ended;

        Progress(int all, boolean quiet) {
            this.all = all;
            this.quiet = quiet;
        }

        synchronized Result ended(Result result) {
            if (!quiet && !result.isCancelled()) {
                ended++;
                String cause = result.why().map(why -> "  " + why.code()).orElse("");
                context.terminal()
                        .aside("%d/%d %s %s%s"
                                .formatted(
                                        ended, all, result.isPass() ? "✔" : "✘", Printable.of(result.name()), cause));
            }
            return result;
        }
    }
}
