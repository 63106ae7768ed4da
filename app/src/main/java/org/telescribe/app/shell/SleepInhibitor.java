package org.telescribe.app.shell;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the computer and its screen awake while arms can move, by systemd's inhibitor locks
/// (systemd-inhibit(1)). The lock ends with the child process, whose input is closed with this process,
/// so that a crash leaves nothing behind.
public final class SleepInhibitor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SleepInhibitor.class);

    private @Nullable Process lock;
    private boolean refused;

    /// An inhibitor that inhibits nothing yet.
    public SleepInhibitor() {}

    /// Keeps awake, or lets sleep again.
    ///
    /// @param wanted whether the computer must stay awake
    public void keepAwake(boolean wanted) {
        Process held = lock;
        if (wanted && held == null && !refused) {
            take();
        } else if (!wanted && held != null) {
            held.destroy();
            lock = null;
        }
    }

    private void take() {
        try {
            lock = new ProcessBuilder(
                            "systemd-inhibit",
                            "--what=idle:sleep",
                            "--who=Telescribe",
                            "--why=Robot arms are armed",
                            "--mode=block",
                            "cat")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException missing) {
            refused = true;
            LOG.info("sleep is not inhibited: {}", missing.getMessage());
        }
    }

    @Override
    public void close() {
        keepAwake(false);
    }
}
