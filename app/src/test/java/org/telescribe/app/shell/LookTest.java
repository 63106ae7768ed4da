package org.telescribe.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.telescribe.assets.ThemeFiles;

/// What the style sheet promises: contrast (WCAG 2.1, relative luminance) and digits of one width.
class LookTest {
    private static final Pattern TOKEN = Pattern.compile("(-ts-[a-z0-9-]+):\\s*#([0-9A-Fa-f]{6});");

    private static Map<String, Integer> tokens() throws Exception {
        String sheet = new String(
                URI.create(ThemeFiles.styleSheet()).toURL().openStream().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, Integer> tokens = new HashMap<>();
        Matcher matcher = TOKEN.matcher(sheet);
        while (matcher.find()) {
            tokens.put(matcher.group(1), Integer.parseInt(matcher.group(2), 16));
        }
        return tokens;
    }

    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16 & 0xFF) + 0.7152 * linear(rgb >> 8 & 0xFF) + 0.0722 * linear(rgb & 0xFF);
    }

    private static double linear(int level) {
        double share = level / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private static double contrast(int a, int b) {
        double bright = Math.max(luminance(a), luminance(b));
        double dark = Math.min(luminance(a), luminance(b));
        return (bright + 0.05) / (dark + 0.05);
    }

    @ParameterizedTest
    @CsvSource({
        "-ts-text-1, -ts-surface-3, 6.4",
        "-ts-text-2, -ts-surface-3, 6.4",
        "-ts-text-3, -ts-surface-1, 5.5",
        "-ts-arm-left, -ts-surface-3, 4.1",
        "-ts-arm-right, -ts-surface-3, 4.1",
        "-ts-good, -ts-surface-3, 4.1",
        "-ts-bad, -ts-surface-3, 4.1",
        "-ts-warn, -ts-surface-3, 4.1",
        "-ts-border-control, -ts-surface-2, 3.0",
        "-ts-on-warn, -ts-warn, 6.4",
        "-ts-on-record, -ts-record, 4.5",
        "-ts-on-accent, -ts-accent, 6.4",
        "-ts-camera-2, -ts-well, 4.5",
        "-ts-camera-3, -ts-well, 4.5"
    })
    void wordsAndMarksStandOut(String front, String back, double least) throws Exception {
        Integer a = tokens().get(front);
        Integer b = tokens().get(back);
        assertNotNull(a, front);
        assertNotNull(b, back);
        double found = contrast(a, b);
        assertTrue(found >= least, "%s on %s: %.2f, at least %.1f".formatted(front, back, found, least));
    }

    @Test
    void digitsOfNumbersThatChangeAreEquallyWide() {
        ThemeFiles.fonts().forEach(font -> Font.loadFont(font, 12));
        double first = width("0");
        for (int digit = 1; digit <= 9; digit++) {
            assertEquals(first, width(Integer.toString(digit)), 1e-6);
        }
        assertTrue(first > 5, "the font was found");
    }

    private static double width(String digit) {
        Text text = new Text(digit.repeat(10));
        text.setFont(Font.font("JetBrains Mono", 13));
        return text.getLayoutBounds().getWidth();
    }
}
