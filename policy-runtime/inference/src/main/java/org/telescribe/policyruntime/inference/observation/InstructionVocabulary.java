package org.telescribe.policyruntime.inference.observation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A closed vocabulary. Nothing is ever left out in silence: an instruction with an unknown word, or
/// with too many words, is refused.
public final class InstructionVocabulary {
    private final List<String> words;
    private final Map<String, Long> numbers = new HashMap<>();
    private final int length;

    /// A vocabulary.
    ///
    /// @param words the words; a word's place is its number, the first is the padding
    /// @param length tokens of an instruction
    public InstructionVocabulary(List<String> words, int length) {
        this.words = List.copyOf(words);
        this.length = length;
        for (int i = 0; i < words.size(); i++) {
            numbers.put(words.get(i), (long) i);
        }
    }

    /// {@return tokens of an instruction}
    public int length() {
        return length;
    }

    /// {@return the words, without the padding}
    public List<String> words() {
        return words.isEmpty() ? words : words.subList(1, words.size());
    }

    /// {@return why the policy cannot read it; empty when it can}
    ///
    /// @param instruction what a person wrote
    public Optional<String> whyNot(String instruction) {
        List<String> parts = split(instruction);
        List<String> unknown =
                parts.stream().filter(word -> !words().contains(word)).toList();
        if (!unknown.isEmpty()) {
            return Optional.of("The policy does not know %s. It knows: %s."
                    .formatted(String.join(", ", unknown), String.join(", ", words())));
        }
        if (parts.size() > length) {
            return Optional.of("The instruction has %d words; the policy reads %d.".formatted(parts.size(), length));
        }
        return Optional.empty();
    }

    /// {@return the tokens, padded with 0}
    ///
    /// @param instruction what a person wrote; one that [#whyNot] has nothing against
    public long[] tokens(String instruction) {
        whyNot(instruction).ifPresent(reason -> {
            throw new IllegalArgumentException(reason);
        });
        long[] tokens = new long[length];
        int next = 0;
        for (String word : split(instruction)) {
            tokens[next++] = numbers.getOrDefault(word, 0L);
        }
        return tokens;
    }

    private static List<String> split(String instruction) {
        List<String> parts = new ArrayList<>();
        for (String part : instruction.toLowerCase(Locale.ROOT).split("[\\s\\p{Punct}]+", -1)) {
            if (!part.isEmpty()) {
                parts.add(part);
            }
        }
        return parts;
    }
}
