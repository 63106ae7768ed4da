package org.telescribe.devices.core.agent;

/// A loop went on after it was asked to end. Its text stands here and not in [AgentRunner]: when the
/// virtual machine first compiles a loop for speed, it makes all texts of the loop's class, on the
/// loop's thread, which is not to allocate.
final class LoopDidNotEnd extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    LoopDidNotEnd(String roleName, long seconds) {
        super("%s did not end within %d s".formatted(roleName, seconds));
    }
}
