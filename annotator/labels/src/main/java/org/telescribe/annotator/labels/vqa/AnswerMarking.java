package org.telescribe.annotator.labels.vqa;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.telescribe.annotator.labels.model.Question;

/// Marks what somebody, mostly a model, wrote in answer to a question. Deterministic, and on purpose no
/// cleverer than the benchmark's own script: figures must compare with published ones. So `nothing` is
/// taken for no, and `someone` for one.
public final class AnswerMarking {
    private static final int SHOWN_CHARACTERS = 20;
    private static final int SHOWN_OPTION_CHARACTERS = 30;
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final Pattern YES = Pattern.compile("\\byes\\b", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern NO = Pattern.compile("\\bno\\b", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final Pattern NAMED_LETTER = Pattern.compile(
            "(?:answer|\u9009\u62e9?)[:\\s]*([A-Z])\\b", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);
    private static final List<String> NUMBER_WORDS =
            List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");

    private AnswerMarking() {}

    /// {@return the mark}
    ///
    /// @param question what was asked; its draft answer is the expected one
    /// @param answer what was written; letters count the options in the question's order
    public static Mark mark(Question question, String answer) {
        return switch (question) {
            case Question.YesNo yesNo -> yesNo(answer, yesNo.draftAnswer());
            case Question.WholeNumber number -> number(answer, number.draftAnswer());
            case Question.MultipleChoice choice -> choice(answer, choice.draftAnswer(), choice.options());
        };
    }

    private static Mark yesNo(String answer, String expected) {
        String text = answer.strip().toLowerCase(Locale.ROOT);
        String understood;
        if (text.startsWith("yes")) {
            understood = "yes";
        } else if (text.startsWith("no")) {
            understood = "no";
        } else {
            boolean yes = YES.matcher(text).find();
            boolean no = NO.matcher(text).find();
            understood = yes == no ? beginning(text, SHOWN_CHARACTERS) : yes ? "yes" : "no";
        }
        return new Mark(understood.equals(expected.strip().toLowerCase(Locale.ROOT)), understood);
    }

    private static Mark number(String answer, String expected) {
        String text = answer.strip();
        String understood =
                firstDigits(text).or(() -> firstWord(text)).orElseGet(() -> beginning(text, SHOWN_CHARACTERS));
        String right = firstDigits(expected).orElseGet(expected::strip);
        return new Mark(understood.equals(right), understood);
    }

    private static Optional<String> firstDigits(String text) {
        Matcher digits = DIGITS.matcher(text);
        return digits.find() ? Optional.of(digits.group()) : Optional.empty();
    }

    /// The first of the words in counting order, not in the order of the text: so does the script.
    private static Optional<String> firstWord(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        for (int number = 0; number < NUMBER_WORDS.size(); number++) {
            if (lower.contains(NUMBER_WORDS.get(number))) {
                return Optional.of(Integer.toString(number));
            }
        }
        return Optional.empty();
    }

    private static Mark choice(String answer, String expected, List<String> options) {
        String text = answer.strip();
        OptionalInt chosen = leadingLetter(text, options.size());
        if (chosen.isEmpty()) {
            chosen = namedLetter(text);
        }
        if (chosen.isEmpty()) {
            chosen = containedOption(text, options);
        }
        if (chosen.isEmpty()) {
            return new Mark(false, beginning(text, SHOWN_OPTION_CHARACTERS));
        }
        int letter = chosen.getAsInt();
        String understood =
                letter < options.size() ? options.get(letter).strip() : LETTERS.substring(letter, letter + 1);
        OptionalInt right = indexOf(expected, options);
        return new Mark(right.isPresent() && right.getAsInt() == letter, understood);
    }

    private static OptionalInt leadingLetter(String text, int options) {
        if (text.isEmpty() || (text.length() > 1 && Character.isLetter(text.charAt(1)))) {
            return OptionalInt.empty();
        }
        int letter = LETTERS.indexOf(Character.toUpperCase(text.charAt(0)));
        return letter >= 0 && letter < options ? OptionalInt.of(letter) : OptionalInt.empty();
    }

    private static OptionalInt namedLetter(String text) {
        Matcher named = NAMED_LETTER.matcher(text);
        return named.find()
                ? OptionalInt.of(LETTERS.indexOf(named.group(1).toUpperCase(Locale.ROOT)))
                : OptionalInt.empty();
    }

    private static OptionalInt containedOption(String text, List<String> options) {
        String lower = text.toLowerCase(Locale.ROOT);
        for (int i = 0; i < options.size(); i++) {
            if (lower.contains(options.get(i).strip().toLowerCase(Locale.ROOT))) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    private static OptionalInt indexOf(String expected, List<String> options) {
        for (int i = 0; i < options.size(); i++) {
            if (options.get(i).strip().equalsIgnoreCase(expected.strip())) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    private static String beginning(String text, int characters) {
        return text.substring(0, Math.min(characters, text.length()));
    }
}
