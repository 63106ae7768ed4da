package org.telescribe.app.window;

import org.jspecify.annotations.Nullable;
import org.telescribe.app.annotate.AnnotatePage;
import org.telescribe.app.command.Command;
import org.telescribe.app.review.PlayerKeys;
import org.telescribe.app.review.ReviewPage;
import org.telescribe.app.rollouts.RolloutsPage;
import org.telescribe.app.shell.Shell;
import org.telescribe.app.shell.Workspace;
import org.telescribe.viewer3d.fx.player.PlayerPane;

/// Keys that mean the same on several screens act on the one that is shown.
final class ScreenRoutes {
    private final Shell shell;
    private final ReviewPage review;
    private final AnnotatePage annotate;
    private final RolloutsPage rollouts;

    ScreenRoutes(Shell shell, ReviewPage review, AnnotatePage annotate, RolloutsPage rollouts) {
        this.rollouts = rollouts;
        this.shell = shell;
        this.review = review;
        this.annotate = annotate;
    }

    void bind(KeyDispatch keys) {
        PlayerKeys.bind(keys::bind, this::player);
        keys.bind(Command.RANGE_IN, () -> edge(true));
        keys.bind(Command.RANGE_OUT, () -> edge(false));
        keys.bind(Command.UNDO, () -> undo(() -> {}));
    }

    /// Takes back what was said last on the screen.
    ///
    /// @param elsewhere done where nothing is judged
    void undo(Runnable elsewhere) {
        if (isAnnotate()) {
            annotate.undo();
        } else if (isRollouts()) {
            rollouts.undo();
        } else {
            elsewhere.run();
        }
    }

    String judgedCrumb() {
        PlayerPane judged = annotate.pane();
        return judged == null ? "" : judged.crumb();
    }

    private boolean isAnnotate() {
        return shell.current() == Workspace.ANNOTATE && !shell.isPaged();
    }

    private boolean isRollouts() {
        return shell.current() == Workspace.ROLLOUTS && !shell.isPaged();
    }

    private @Nullable PlayerPane player() {
        if (isRollouts()) {
            return rollouts.player();
        }
        return isAnnotate() ? annotate.pane() : review.pane();
    }

    private void edge(boolean begin) {
        PlayerPane pane = player();
        if (isAnnotate()) {
            annotate.edgeHere(begin);
        } else if (pane != null) {
            pane.rangeHere(begin);
        }
    }
}
