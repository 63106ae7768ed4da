package org.telescribe.policyruntime.rollouts.run;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// What is asked for in one rollout.
///
/// @param instruction what the policy is told
/// @param factors what the task is made of, by name, such as arm: left, colour: red; for tables
public record RolloutTask(String instruction, Map<String, String> factors) {
    /// Copies.
    public RolloutTask {
        factors = Collections.unmodifiableMap(new TreeMap<>(factors));
    }
}
