package org.telescribe.app.window;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.concurrent.Task;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telescribe.app.console.CommandFailed;
import org.telescribe.app.station.CompositionRoot;
import org.telescribe.devices.core.time.SessionClock;
import org.telescribe.teleop.control.collect.CollectPlan;
import org.telescribe.teleop.control.collect.CollectView;

/// The program's window. JavaFX application thread.
public final class TelescribeWindow implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TelescribeWindow.class);
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    private static final long CLOSE_SECONDS = 10;

    private final Stage stage;
    private final SessionClock clock;
    private final Shell shell = new Shell();
    private final ExecutorService background = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("open station").factory());
    private final CountDownLatch released = new CountDownLatch(1);
    private final AnimationTimer timer;
    private @Nullable Desk desk;
    private PulseListener pulseListener = (view, now) -> {};

    /// Looks at the session after every pulse.
    @FunctionalInterface
    public interface PulseListener {
        /// Called after the screen was updated.
        ///
        /// @param view what the screen shows
        /// @param desk the window's session and station
        void onPulse(CollectView view, OpenDesk desk);
    }

    /// What a pulse listener may use.
    ///
    /// @param session the session that the window drives
    /// @param root the running station
    public record OpenDesk(org.telescribe.teleop.control.collect.CollectSession session, CompositionRoot root) {}

    /// Opens a station.
    @FunctionalInterface
    public interface StationOpener {
        /// Opens it; background thread.
        ///
        /// @return the running station
        /// @throws CommandFailed when it cannot; the message is for people
        CompositionRoot open() throws CommandFailed;
    }

    /// A window that is not shown yet.
    ///
    /// @param stage the stage to use
    /// @param clock session clock
    public TelescribeWindow(Stage stage, SessionClock clock) {
        this.stage = stage;
        this.clock = clock;
        this.timer = new AnimationTimer() {
            @Override
            public void handle(long pulseNanos) {
                pulse();
            }
        };
    }

    /// Shows the window with nothing open.
    ///
    /// @param useBench opens the built-in bench when the person asks for it
    /// @param plan what is collected then
    public void show(StationOpener useBench, Supplier<CollectPlan> plan) {
        Theme.load();
        Scene scene = new Scene(shell, WIDTH, HEIGHT);
        Theme.apply(scene);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        scene.addEventFilter(KeyEvent.KEY_RELEASED, this::keyReleased);
        shell.collect(EmptyPane.noStation(() -> open(useBench, plan)));
        shell.guardLeaving(to -> leaveCollect());
        shell.keys("Ctrl+1..6 workspaces   F12 HOLD");
        stage.setTitle("Telescribe");
        stage.setScene(scene);
        stage.setMinWidth(WIDTH);
        stage.setMinHeight(HEIGHT);
        stage.show();
        timer.start();
    }

    /// Opens a station in the background and shows Collect.
    ///
    /// @param opener how to open it
    /// @param plan what is collected
    public void open(StationOpener opener, Supplier<CollectPlan> plan) {
        shell.collect(EmptyPane.opening("Arms, cameras and the dataset are being opened."));
        Task<CompositionRoot> task = new Task<>() {
            @Override
            protected CompositionRoot call() throws CommandFailed {
                return opener.open();
            }
        };
        task.setOnSucceeded(done -> opened(task.getValue(), plan.get()));
        task.setOnFailed(failed -> {
            Throwable reason = task.getException();
            LOG.warn("station not opened", reason);
            String sentence =
                    reason instanceof CommandFailed ? String.valueOf(reason.getMessage()) : "See the log file.";
            shell.collect(EmptyPane.failed(sentence, () -> open(opener, plan)));
        });
        background.execute(task);
    }

    private void opened(CompositionRoot root, CollectPlan plan) {
        Desk open = new Desk(root, plan, clock);
        desk = open;
        shell.collect(open.pane());
        shell.crumb(root.station().name());
        shell.onHold(open.session()::hold);
        shell.message(root.recovered().isEmpty() ? root.loop().realTime().sentence() : root.recovered());
        shell.keys("Enter start/stop   Space HOLD   F12 HOLD");
        open.pane().requestFocus();
    }

    /// Sets who looks at every pulse.
    ///
    /// @param listener called after the screen was updated
    public void onPulse(PulseListener listener) {
        pulseListener = listener;
    }

    private void pulse() {
        Desk open = desk;
        if (open != null) {
            CollectView view = open.pulse(shell);
            pulseListener.onPulse(view, new OpenDesk(open.session(), open.root()));
        }
    }

    private boolean leaveCollect() {
        Desk open = desk;
        if (open == null || shell.current() != Workspace.COLLECT) {
            return true;
        }
        boolean may = open.leave();
        if (!may) {
            shell.message("Stop recording first: Enter");
        }
        return may;
    }

    private void keyPressed(KeyEvent event) {
        Desk open = desk;
        if (event.getCode() == KeyCode.F12) {
            if (open != null) {
                open.session().hold();
            }
            event.consume();
            return;
        }
        if (event.isControlDown() && event.getCode().isDigitKey()) {
            int number = event.getCode().getChar().charAt(0) - '1';
            if (number >= 0 && number < Workspace.values().length) {
                shell.go(Workspace.values()[number]);
                event.consume();
            }
            return;
        }
        boolean typing = stage.getScene().getFocusOwner() instanceof TextInputControl;
        if (open != null && !typing && shell.current() == Workspace.COLLECT && open.keyPressed(event)) {
            event.consume();
        }
    }

    private void keyReleased(KeyEvent event) {
        Desk open = desk;
        if (open != null) {
            open.keyReleased(event);
        }
    }

    /// {@return the window's scene, for pictures of it}
    public Scene scene() {
        return stage.getScene();
    }

    /// Waits until `close` has let go of everything, at most ten seconds; not on the JavaFX thread.
    public void awaitClosed() {
        try {
            if (!released.await(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("the station was not let go of in time");
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        timer.stop();
        Desk open = desk;
        desk = null;
        if (released.getCount() == 0) {
            return;
        }
        background.execute(() -> {
            if (open != null) {
                open.close();
            }
            released.countDown();
        });
        background.shutdown();
        stage.hide();
    }
}
