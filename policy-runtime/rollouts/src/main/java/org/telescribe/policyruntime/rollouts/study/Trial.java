package org.telescribe.policyruntime.rollouts.study;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// One rollout.
///
/// @param policy place of its policy in the plan
/// @param seed its start
/// @param instruction what the task asks for, whatever the policy was told
/// @param factors what the task is made of, by name
/// @param success whether the rule called it done
/// @param sentence what the rule saw
/// @param ticks how long it went, ticks of the policy's rate
/// @param clipped joints and ticks at which the safety gate gave less than was asked
/// @param stateHash hash of the bench at its end
/// @param episode its number in the dataset; -1 when it was not recorded
/// @param chunks its chunks
public record Trial(
        int policy,
        long seed,
        String instruction,
        Map<String, String> factors,
        boolean success,
        String sentence,
        long ticks,
        long clipped,
        long stateHash,
        int episode,
        List<ChunkFacts> chunks) {
    /// Copies.
    public Trial {
        factors = Collections.unmodifiableMap(new TreeMap<>(factors));
        chunks = List.copyOf(chunks);
    }

    /// {@return the same, recorded}
    ///
    /// @param index its number in the dataset
    public Trial recordedAs(int index) {
        return new Trial(
                policy, seed, instruction, factors, success, sentence, ticks, clipped, stateHash, index, chunks);
    }
}
