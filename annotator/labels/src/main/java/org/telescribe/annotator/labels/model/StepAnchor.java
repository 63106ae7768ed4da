package org.telescribe.annotator.labels.model;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// When in an episode a fact holds.
public sealed interface StepAnchor {
    /// {@return the anchor as files write it; empty for none}
    String key();

    /// {@return numbers of the steps that it touches, from 1; empty for none}
    List<Integer> steps();

    /// In one step.
    ///
    /// @param step its number, from 1
    record At(int step) implements StepAnchor {
        @Override
        public String key() {
            return "step_" + step;
        }

        @Override
        public List<Integer> steps() {
            return List.of(step);
        }
    }

    /// Between two steps.
    ///
    /// @param before number of the earlier, from 1
    /// @param after number of the later
    record Between(int before, int after) implements StepAnchor {
        @Override
        public String key() {
            return "between_step_%d_and_step_%d".formatted(before, after);
        }

        @Override
        public List<Integer> steps() {
            return List.of(before, after);
        }
    }

    /// The whole episode, or nobody knows.
    record Unanchored() implements StepAnchor {
        @Override
        public String key() {
            return "";
        }

        @Override
        public List<Integer> steps() {
            return List.of();
        }
    }

    /// Words that a file has and this program does not understand; kept as they are.
    ///
    /// @param key the words
    record Other(String key) implements StepAnchor {
        @Override
        public List<Integer> steps() {
            return List.of();
        }
    }

    /// {@return the anchor of a text}
    ///
    /// @param key as in files, may be empty
    static StepAnchor ofKey(String key) {
        if (key.isBlank()) {
            return new Unanchored();
        }
        Matcher at = Patterns.AT.matcher(key);
        if (at.matches()) {
            return new At(Integer.parseInt(at.group(1)));
        }
        Matcher between = Patterns.BETWEEN.matcher(key);
        if (between.matches()) {
            return new Between(Integer.parseInt(between.group(1)), Integer.parseInt(between.group(2)));
        }
        return new Other(key);
    }

    /// Forms of anchors.
    final class Patterns {
        private static final Pattern AT = Pattern.compile("step_(\\d{1,6})");
        private static final Pattern BETWEEN = Pattern.compile("between_step_(\\d{1,6})_and_step_(\\d{1,6})");

        private Patterns() {}
    }
}
