package org.telescribe.viewer3d.playback.clip;

import org.telescribe.devices.core.agent.ThreadScheduling;

/// Leaves every thread as it is.
public final class NoScheduling implements ThreadScheduling {
    @Override
    public boolean realTime(int priority) {
        return false;
    }

    @Override
    public void background(int niceness) {}
}
