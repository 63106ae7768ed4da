package org.telescribe.teleop.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EpisodeSearchTest {
    private static EpisodeCard episode(int index, String task, String operator, String dataset) {
        return new EpisodeCard(Path.of(dataset), dataset, index, "", task, 30, 30, null, false, operator, null);
    }

    private static SearchResult find(String query, EpisodeCard... episodes) {
        return new EpisodeSearch(new CatalogContent(List.of(), List.of(episodes))).find(query);
    }

    private static final EpisodeCard[] SOME = {
        episode(0, "Put the RED block left of the bowl", "Ada", "bench-demo"),
        episode(1, "Put the blue block on the pad", "Zoë Müller", "bench-demo"),
        episode(2, "Déposer le bloc rouge à gauche", "Ada", "g1-pick"),
    };

    @Test
    void allWordsMustStandSomewhere() {
        assertEquals(1, find("red block left", SOME).size());
        assertEquals(2, find("put block", SOME).size());
        assertEquals(0, find("red pad", SOME).size());
        assertEquals(3, find("  ", SOME).size());
        assertEquals(1, find("ada g1", SOME).size(), "in different places");
        assertEquals(3, find("", SOME).of());
    }

    @Test
    void capitalsAndAccentsDoNotMatter() {
        assertEquals(1, find("ZOE muller", SOME).size());
        assertEquals(1, find("zoë müller", SOME).size());
        assertEquals(1, find("deposer A GAUCHE", SOME).size());
        assertEquals(1, find("straße", episode(0, "Strasse", "", "")).size());
        assertEquals(1, find("把红色", episode(0, "把红色方块放进碗里", "", "")).size());
    }

    @Test
    void whereTheWordsStandIsGivenInTheOriginalText() {
        EpisodeMatch match = find("bloc deposer", SOME).match(0);
        assertEquals(List.of(new TextRange(0, 7), new TextRange(11, 15)), match.task());
        EpisodeMatch accents = find("muller oe", SOME).match(0);
        assertEquals(List.of(new TextRange(1, 3), new TextRange(4, 10)), accents.operator());
        EpisodeMatch apart = find("u\u0308b", episode(0, "u\u0308ben", "", "")).match(0);
        assertEquals(List.of(new TextRange(0, 3)), apart.task(), "an accent of its own belongs to its letter");
        EpisodeMatch overlapping = find("blo loc", SOME).match(0);
        assertEquals(List.of(new TextRange(12, 17)).size(), overlapping.task().size());
    }

    @Test
    void aHundredThousandEpisodesAreSearchedAtOnce() {
        List<EpisodeCard> episodes = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            episodes.add(episode(i, "Put the block number %d in the bowl, slowly".formatted(i), "Zoë", "aloha-mix"));
        }
        EpisodeSearch search = new EpisodeSearch(new CatalogContent(List.of(), episodes));
        search.find("warm up");
        SearchResult result = assertTimeout(Duration.ofSeconds(1), () -> search.find("zoe bowl 777"));
        assertEquals(280, result.size());
    }
}
