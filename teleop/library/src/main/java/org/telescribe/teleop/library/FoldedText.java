package org.telescribe.teleop.library;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/// A text without capitals and accents, which knows where each of its letters stands in the original.
final class FoldedText {
    private final String folded;
    private final int[] originalFrom;
    private final int[] originalTo;
    private final int originalLength;

    private FoldedText(String folded, int[] originalFrom, int[] originalTo, int originalLength) {
        this.folded = folded;
        this.originalFrom = originalFrom;
        this.originalTo = originalTo;
        this.originalLength = originalLength;
    }

    static FoldedText of(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        int[] from = new int[text.length() * 2 + 4];
        int[] to = new int[from.length];
        for (int at = 0; at < text.length(); ) {
            int letter = text.codePointAt(at);
            int next = at + Character.charCount(letter);
            String plain = fold(letter);
            if (plain.isEmpty() && !folded.isEmpty()) {
                to[folded.length() - 1] = next; // an accent of its own belongs to the letter before
            }
            if (folded.length() + plain.length() > from.length) {
                from = Arrays.copyOf(from, from.length * 2);
                to = Arrays.copyOf(to, to.length * 2);
            }
            for (int i = 0; i < plain.length(); i++) {
                from[folded.length()] = at;
                to[folded.length()] = next;
                folded.append(plain.charAt(i));
            }
            at = next;
        }
        return new FoldedText(folded.toString(), from, to, text.length());
    }

    private static String fold(int letter) {
        if (letter < 128) {
            return String.valueOf((char) Character.toLowerCase(letter));
        }
        String parts = Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFKD);
        StringBuilder plain = new StringBuilder();
        parts.codePoints()
                .filter(part -> Character.getType(part) != Character.NON_SPACING_MARK)
                .forEach(plain::appendCodePoint);
        String lower = plain.toString().toLowerCase(Locale.ROOT);
        return lower.equals("ß") ? "ss" : lower;
    }

    String folded() {
        return folded;
    }

    /// {@return where any of some folded words stand in the original, joined and in order}
    List<TextRange> ranges(List<String> words) {
        BitSet marked = new BitSet(originalLength);
        for (String word : words) {
            for (int at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
                marked.set(originalFrom[at], originalTo[at + word.length() - 1]);
            }
        }
        List<TextRange> ranges = new ArrayList<>();
        for (int from = marked.nextSetBit(0); from >= 0; ) {
            int to = marked.nextClearBit(from);
            ranges.add(new TextRange(from, to));
            from = marked.nextSetBit(to);
        }
        return ranges;
    }
}
