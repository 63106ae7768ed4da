package org.telescribe.app.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Watches the processors beside a benchmark, from a process of its own. Where real time is not granted
/// it sees nothing.
final class MachineWitness implements AutoCloseable {
    private static final int HEAP_MEBIBYTES = 32;

    private final ChildProgram child;
    private final List<MachineStop> stops = new ArrayList<>();

    private MachineWitness(ChildProgram child) {
        this.child = child;
    }

    /// @param errors file that takes what it says about failures
    static MachineWitness start(Path errors) throws IOException {
        return new MachineWitness(ChildProgram.start(HEAP_MEBIBYTES, errors, List.of("bench", "witness")));
    }

    /// Ends it.
    ///
    /// @return every stop that it saw, each processor's in order
    List<MachineStop> end() throws IOException {
        child.kill();
        String line = child.readLine();
        while (line != null) {
            if (line.startsWith("stop ")) {
                stops.add(MachineStop.of(line));
            }
            line = child.readLine();
        }
        return List.copyOf(stops);
    }

    @Override
    public void close() {
        child.close();
    }
}
