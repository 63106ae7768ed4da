package org.telescribe.viewer3d.render;

import java.util.ArrayDeque;

/// The targets of pictures that somebody waits for, the one used last in front. GL thread only.
final class TargetShelf {
    private static final int MOST = 4;

    private final ArrayDeque<RenderTarget> targets = new ArrayDeque<>();

    RenderTarget target(int width, int height, Smoothing smoothing) {
        for (RenderTarget target : targets) {
            if (target.is(width, height, smoothing)) {
                targets.remove(target);
                targets.addFirst(target);
                return target;
            }
        }
        if (targets.size() == MOST) {
            targets.removeLast().close();
        }
        RenderTarget made = new RenderTarget(width, height, smoothing);
        targets.addFirst(made);
        return made;
    }

    void close() {
        targets.forEach(RenderTarget::close);
        targets.clear();
    }
}
