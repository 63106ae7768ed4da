package org.telescribe.app.window;

import java.util.function.LongSupplier;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.telescribe.teleop.control.collect.CollectPhase;
import org.telescribe.teleop.control.collect.CollectSession;

/// What keys mean in Collect. Key repeat counts for nothing, so a leaning hand cannot start or keep
/// anything.
final class CollectKeys {
    private static final long LEAVE_HOLD_NANOS = 800_000_000L;

    private final CollectSession session;
    private final LongSupplier nanoTime;
    private final Runnable editTask;
    private long heldSinceNanos;
    private boolean held;
    private boolean leaveSent;

    CollectKeys(CollectSession session, LongSupplier nanoTime, Runnable editTask) {
        this.session = session;
        this.nanoTime = nanoTime;
        this.editTask = editTask;
    }

    /// {@return whether the key means something here}
    boolean pressed(KeyEvent event) {
        if (event.isControlDown() && event.getCode() == KeyCode.Z) {
            session.undo();
            return true;
        }
        if (event.isControlDown() || event.isAltDown() || event.isMetaDown()) {
            return false;
        }
        boolean verdict = session.view().phase() == CollectPhase.VERDICT;
        return switch (event.getCode()) {
            case SPACE, ESCAPE -> {
                session.hold();
                yield true;
            }
            case ENTER -> {
                once(event, session::enter);
                yield true;
            }
            case H -> {
                hPressed();
                yield true;
            }
            case S -> {
                once(event, () -> session.result(true));
                yield true;
            }
            case X -> {
                once(event, () -> session.result(false));
                yield true;
            }
            case F2 -> {
                editTask.run();
                yield true;
            }
            case K, F, D, R -> verdict && verdictKey(event);
            default -> false;
        };
    }

    private boolean verdictKey(KeyEvent event) {
        once(event, () -> {
            switch (event.getCode()) {
                case K -> session.keep(false);
                case F -> session.keep(true);
                case D -> session.discard();
                default -> session.recordAgain();
            }
        });
        return true;
    }

    private KeyCode lastDown = KeyCode.UNDEFINED;

    private void once(KeyEvent event, Runnable action) {
        if (lastDown != event.getCode()) {
            lastDown = event.getCode();
            action.run();
        }
    }

    private void hPressed() {
        if (!held) {
            held = true;
            leaveSent = false;
            heldSinceNanos = nanoTime.getAsLong();
        }
    }

    void released(KeyEvent event) {
        if (event.getCode() == lastDown) {
            lastDown = KeyCode.UNDEFINED;
        }
        if (event.getCode() == KeyCode.H) {
            held = false;
        }
    }

    /// Called on every pulse: H held for long enough leaves HOLD.
    void pulse() {
        if (held && !leaveSent && nanoTime.getAsLong() - heldSinceNanos >= LEAVE_HOLD_NANOS) {
            leaveSent = true;
            session.leaveHold();
        }
    }
}
