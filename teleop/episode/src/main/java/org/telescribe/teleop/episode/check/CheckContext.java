package org.telescribe.teleop.episode.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.telescribe.teleop.episode.check.Finding.Severity;
import org.telescribe.teleop.episode.lerobot.ParquetStore;
import org.telescribe.teleop.episode.read.DatasetView;
import org.telescribe.teleop.episode.read.FeatureInfo;

/// What the checks of one verification share, and the list that they fill.
final class CheckContext {
    final DatasetView view;
    final ParquetStore parquet;
    final JsonNode info;
    final List<FeatureInfo> features;
    private final List<Finding> findings = new ArrayList<>();
    private long pictures;
    private long rows;

    CheckContext(DatasetView view, ParquetStore parquet, JsonNode info, List<FeatureInfo> features) {
        this.view = view;
        this.parquet = parquet;
        this.info = info;
        this.features = features;
    }

    double framesPerSecond() {
        return info.path("fps").asDouble();
    }

    void broken(String file, String reason) {
        findings.add(new Finding(Severity.BROKEN, file, -1, reason));
    }

    void broken(String file, long row, String reason) {
        findings.add(new Finding(Severity.BROKEN, file, row, reason));
    }

    void note(String file, String reason) {
        findings.add(new Finding(Severity.NOTE, file, -1, reason));
    }

    void countPictures(long more) {
        pictures += more;
    }

    void countRows(long more) {
        rows += more;
    }

    long pictures() {
        return pictures;
    }

    long rows() {
        return rows;
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }
}
