package org.telescribe.policyruntime.rollouts.run;

/// How a rollout stands by the rule of its task.
public sealed interface Standing {
    /// Neither done nor failed yet.
    record Running() implements Standing {}

    /// Done.
    ///
    /// @param sentence what was seen
    record Done(String sentence) implements Standing {}

    /// It cannot be done any more.
    ///
    /// @param sentence why
    record Failed(String sentence) implements Standing {}
}
