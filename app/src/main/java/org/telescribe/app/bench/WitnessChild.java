package org.telescribe.app.bench;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.telescribe.devices.core.agent.AgentRunner;
import org.telescribe.devices.core.time.ParkingWait;
import org.telescribe.devices.core.time.SystemSessionClock;
import org.telescribe.devices.posix.PosixDeadlineWait;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// The process beside a benchmark that watches the processors themselves: prints each stop as it ends.
@Command(name = "witness", hidden = true, description = "Prints when a processor of this computer stood still.")
public final class WitnessChild implements Callable<Integer> {
    private static final long LONGEST_NANOS = 3_600_000_000_000L;

    @Spec
    private CommandSpec spec;

    /// The command.
    @SuppressWarnings("NullAway.Init") // picocli sets the fields
    public WitnessChild() {}

    @Override
    public Integer call() {
        SystemSessionClock clock = new SystemSessionClock();
        List<AgentRunner> runners = new ArrayList<>();
        for (int processor = 0; processor < Runtime.getRuntime().availableProcessors(); processor++) {
            ProcessorWatch watch = new ProcessorWatch(processor, this::say);
            runners.add(new AgentRunner(watch, clock, new PosixDeadlineWait(clock), failure -> {}).start());
        }
        new ParkingWait(clock).waitUntil(clock.nanoTime() + LONGEST_NANOS);
        runners.forEach(AgentRunner::close);
        return 0;
    }

    private synchronized void say(MachineStop stop) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(stop.line());
        out.flush();
    }
}
