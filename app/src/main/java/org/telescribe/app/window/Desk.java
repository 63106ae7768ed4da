package org.telescribe.app.window;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.telescribe.app.station.CompositionRoot;
import org.telescribe.devices.core.agent.AgentRunner;
import org.telescribe.devices.core.port.CameraInfo;
import org.telescribe.devices.core.port.CameraSource;
import org.telescribe.devices.core.time.ParkingWait;
import org.telescribe.devices.core.time.SessionClock;
import org.telescribe.devices.posix.PosixThreadScheduling;
import org.telescribe.teleop.control.collect.CollectPhase;
import org.telescribe.teleop.control.collect.CollectPlan;
import org.telescribe.teleop.control.collect.CollectSession;
import org.telescribe.teleop.control.collect.CollectView;
import org.telescribe.teleop.control.message.ControlCommand;
import org.telescribe.teleop.control.message.HoldCause;
import org.telescribe.teleop.ui.collect.CollectPane;
import org.telescribe.teleop.ui.frame.ScreenAgent;
import org.telescribe.teleop.ui.frame.ScreenImage;

/// An open station at the window: its session, its screen, and the thread that converts its pictures.
/// JavaFX thread.
final class Desk implements AutoCloseable {
    private static final long SHOW_NANOS = 90_000_000L;
    private static final long NUMBERS_NANOS = 250_000_000L;

    private final CompositionRoot root;
    private final SessionClock clock;
    private final CollectSession session;
    private final CollectPane pane;
    private final CollectKeys keys;
    private final AgentRunner screenRunner;
    private long numbersNanos;
    private long shownNanos;
    private @Nullable CollectPhase shownPhase;

    Desk(CompositionRoot root, CollectPlan plan, SessionClock clock) {
        this.root = root;
        this.clock = clock;
        this.session = new CollectSession(root.loop(), root.recorder(), plan, clock);
        List<ScreenImage> images = new ArrayList<>();
        for (CameraSource camera : root.station().cameras()) {
            CameraInfo info = camera.info();
            images.add(new ScreenImage(info.width(), info.height()));
        }
        this.pane = new CollectPane(session, root.cameraNames(), images);
        this.keys = new CollectKeys(session, clock::nanoTime, pane::editTask);
        ScreenAgent screen = new ScreenAgent(root.recorder().screens(), images, new PosixThreadScheduling());
        this.screenRunner = new AgentRunner(screen, clock, new ParkingWait(clock), failure -> {}).start();
    }

    CollectPane pane() {
        return pane;
    }

    CollectSession session() {
        return session;
    }

    CompositionRoot root() {
        return root;
    }

    boolean keyPressed(KeyEvent event) {
        return keys.pressed(event);
    }

    void keyReleased(KeyEvent event) {
        keys.released(event);
    }

    /// On every pulse of the screen.
    CollectView pulse(Shell shell) {
        keys.pulse();
        CollectView view = session.advance();
        long nowNanos = clock.nanoTime();
        boolean numbersToo = nowNanos - numbersNanos >= NUMBERS_NANOS;
        if (numbersToo) {
            numbersNanos = nowNanos;
            shell.memory(memory());
        }
        pane.pulse();
        boolean changed = view.phase() != shownPhase;
        if (changed || numbersToo || nowNanos - shownNanos >= SHOW_NANOS) {
            shownNanos = nowNanos;
            shownPhase = view.phase();
            pane.show(view, nowNanos, numbersToo || changed);
        }
        shell.armChip().show(root.station().armSource(), view.control().state());
        shell.recording(view.phase() == CollectPhase.RECORDING);
        return view;
    }

    private static String memory() {
        Runtime runtime = Runtime.getRuntime();
        long used = runtime.totalMemory() - runtime.freeMemory();
        return String.format(Locale.ROOT, "heap %d / %d MB", used >> 20, runtime.maxMemory() >> 20);
    }

    /// Leaving Collect while following puts the arms in HOLD; while recording it is refused.
    ///
    /// @return whether Collect may be left
    boolean leave() {
        if (session.view().phase() == CollectPhase.RECORDING) {
            return false;
        }
        if (session.view().control().state().moves()) {
            root.loop().send(new ControlCommand.Hold(HoldCause.LEFT_WORKSPACE));
        }
        return true;
    }

    @Override
    public void close() {
        screenRunner.close();
        root.close();
    }
}
