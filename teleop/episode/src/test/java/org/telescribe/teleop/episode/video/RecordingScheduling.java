package org.telescribe.teleop.episode.video;

import java.util.ArrayList;
import java.util.List;
import org.telescribe.devices.core.agent.ThreadScheduling;

/// Notes which thread asks for what.
public final class RecordingScheduling implements ThreadScheduling {
    final List<String> asked = new ArrayList<>();

    @Override
    public boolean realTime(int priority) {
        asked.add("real time " + priority);
        return false;
    }

    @Override
    public void background(int niceness) {
        asked.add(Thread.currentThread().getName() + " " + niceness);
    }
}
