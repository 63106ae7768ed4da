package org.telescribe.app.window;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import org.jspecify.annotations.Nullable;
import org.telescribe.app.shell.Shell;

/// F6: from region to region. A region is the rail or a direct child of the workspace's content; the
/// focus goes to its first control.
final class Regions {
    private Regions() {}

    static void move(Shell shell, Scene scene, int step) {
        List<Node> regions = new ArrayList<>();
        if (shell.shown() instanceof Parent content) {
            for (Node child : content.getChildrenUnmodifiable()) {
                if (child.isVisible() && firstControl(child) != null) {
                    regions.add(child);
                }
            }
        }
        regions.addAll(shell.lookupAll(".rail"));
        int now = -1;
        for (int i = 0; i < regions.size(); i++) {
            if (holds(regions.get(i), scene.getFocusOwner())) {
                now = i;
            }
        }
        int next = Math.floorMod(now + step, regions.size());
        Node control = firstControl(regions.get(next));
        if (control != null) {
            control.requestFocus();
        }
    }

    private static boolean holds(Node region, @Nullable Node focused) {
        for (Node at = focused; at != null; at = at.getParent()) {
            if (at.equals(region)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Node firstControl(Node node) {
        if (node instanceof Control control && control.isFocusTraversable() && !control.isDisabled()) {
            return control;
        }
        if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                Node found = child.isVisible() ? firstControl(child) : null;
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}
