package org.telescribe.teleop.control.collect;

/// What is to be collected.
///
/// @param task what is to be done, a sentence
/// @param operator who teleoperates
/// @param episodes how many good episodes are wanted
/// @param episodeNanos longest time of one episode, nanoseconds
public record CollectPlan(String task, String operator, int episodes, long episodeNanos) {
    /// Checks.
    public CollectPlan {
        if (task.isBlank()) {
            throw new IllegalArgumentException("the plan needs a task; write in one sentence what is to be done");
        }
        if (episodes < 1 || episodeNanos <= 0) {
            throw new IllegalArgumentException(
                    "%d episodes of %d ns: both must be positive".formatted(episodes, episodeNanos));
        }
    }

    /// {@return the same with another task}
    ///
    /// @param newTask what is to be done, a sentence
    public CollectPlan withTask(String newTask) {
        return new CollectPlan(newTask, operator, episodes, episodeNanos);
    }
}
