package org.telescribe.viewer3d.fx.player;

import java.util.Locale;
import org.telescribe.viewer3d.playback.player.PaneBadge;

/// What a pane's badge says, and how it looks.
///
/// @param words the badge; empty for none
/// @param style style class
/// @param veil sentence over the picture; empty for none
record BadgeText(String words, String style, String veil) {
    private static final String NONE = "none";

    static BadgeText of(PaneBadge badge) {
        return switch (badge) {
            case PaneBadge.Exact ignored -> new BadgeText("", NONE, "");
            case PaneBadge.Proxy ignored -> new BadgeText("≈", "proxy", "");
            case PaneBadge.Late late ->
                new BadgeText(String.format(Locale.ROOT, "LATE %.0f ms", late.lateNanos() * 1e-6), "late", "");
            case PaneBadge.Repeated repeated -> new BadgeText("repeated x" + repeated.rows(), "repeated", "");
            case PaneBadge.Lost lost -> new BadgeText("", NONE, lost.sentence());
            case PaneBadge.Empty empty -> new BadgeText("", NONE, empty.sentence());
            case PaneBadge.Loading loading ->
                new BadgeText(
                        "",
                        NONE,
                        "Decoding %d of %d".formatted(Math.min(loading.ready() + 1, loading.of()), loading.of()));
            case PaneBadge.OverBudget over -> new BadgeText(over.exact() ? "keyframes" : "≈ keyframes", "proxy", "");
        };
    }
}
