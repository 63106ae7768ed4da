package org.telescribe.annotator.labels.model;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Puts another value into a sentence, where the sentence names the old one.
public final class ValueInText {
    private ValueInText() {}

    /// {@return the sentence with the new value in place of the old one; empty when it does not name the
    /// old one as words of their own}
    ///
    /// @param text the sentence, in any language
    /// @param oldValue the value that it names
    /// @param newValue the value that it shall name
    public static Optional<String> replaced(String text, String oldValue, String newValue) {
        if (oldValue.isBlank()) {
            return Optional.empty();
        }
        Pattern words = Pattern.compile(
                "(?<![\\p{L}\\p{N}])" + Pattern.quote(oldValue) + "(?![\\p{L}\\p{N}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        Matcher found = words.matcher(text);
        return found.find() ? Optional.of(found.replaceFirst(Matcher.quoteReplacement(newValue))) : Optional.empty();
    }

    /// {@return a fact's sentence with another value: the old sentence where it names the old value, else a
    /// plain new one}
    ///
    /// @param fact the fact
    /// @param newValue the value that is right
    public static String sentence(Fact fact, String newValue) {
        return replaced(fact.text(), fact.value(), newValue).orElseGet(() -> {
            String slot = fact.slot().replace('_', ' ');
            return fact.object().isEmpty()
                    ? "The %s is %s.".formatted(slot, newValue)
                    : "The %s of the %s is %s.".formatted(slot, fact.object(), newValue);
        });
    }
}
