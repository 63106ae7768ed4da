package org.telescribe.annotator.labels.model;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One question about an episode, with the answer that the draft claims.
public sealed interface Question {
    /// {@return its name among the things to judge}
    ItemId id();

    /// {@return name of the dimension that it asks about, as the file has it; may be empty}
    String capability();

    /// {@return the question, in any language}
    String text();

    /// {@return the answer that the draft claims; empty when it claims none}
    String draftAnswer();

    /// {@return the form in which an answer is kept; empty when it answers no question of this kind}
    ///
    /// @param answer what was typed or chosen
    Optional<String> normalized(String answer);

    /// {@return the dimension that it asks about; empty when the file names none of the ten}
    default Optional<Dimension> dimension() {
        return Dimension.ofKey(capability());
    }

    /// Answered by `yes` or `no`.
    ///
    /// @param id its name
    /// @param capability what it asks about
    /// @param text the question
    /// @param draftAnswer the claimed answer
    record YesNo(ItemId id, String capability, String text, String draftAnswer) implements Question {
        @Override
        public Optional<String> normalized(String answer) {
            String lower = answer.strip().toLowerCase(Locale.ROOT);
            return lower.equals("yes") || lower.equals("no") ? Optional.of(lower) : Optional.empty();
        }
    }

    /// Answered by a whole number.
    ///
    /// @param id its name
    /// @param capability what it asks about
    /// @param text the question
    /// @param draftAnswer the claimed answer
    record WholeNumber(ItemId id, String capability, String text, String draftAnswer) implements Question {
        @Override
        public Optional<String> normalized(String answer) {
            String digits = answer.strip();
            if (!digits.matches("[0-9]{1,9}")) {
                return Optional.empty();
            }
            return Optional.of(Integer.toString(Integer.parseInt(digits)));
        }
    }

    /// Answered by one of several texts.
    ///
    /// @param id its name
    /// @param capability what it asks about
    /// @param text the question
    /// @param draftAnswer the claimed answer, one of the options
    /// @param options the texts to choose from, in the file's order
    record MultipleChoice(ItemId id, String capability, String text, String draftAnswer, List<String> options)
            implements Question {
        /// Copies.
        public MultipleChoice {
            options = List.copyOf(options);
        }

        @Override
        public Optional<String> normalized(String answer) {
            return options.stream()
                    .filter(option -> option.strip().equalsIgnoreCase(answer.strip()))
                    .findFirst();
        }
    }
}
