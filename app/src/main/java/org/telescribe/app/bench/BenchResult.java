package org.telescribe.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Figures of a benchmark: flat names, numbers.
final class BenchResult {
    private static final Set<String> NONE_ALLOWED = Set.of(
            "ticks_skipped", "ticks_lost", "loop_bytes_allocated", "rows_wrong_sample", "ticks_skipped_while_stopped");

    private final String bench;
    private final Map<String, Number> metrics = new LinkedHashMap<>();

    BenchResult(String bench) {
        this.bench = bench;
    }

    void put(String name, long value) {
        metrics.put(name, value);
    }

    /// Rounded to a thousandth: nothing here is known more exactly.
    void put(String name, double value) {
        metrics.put(name, Math.round(value * 1000) / 1000.0);
    }

    Map<String, Number> metrics() {
        return metrics;
    }

    Map<String, Object> line() {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("bench", bench);
        line.put("metrics", metrics);
        line.put("machine", machine());
        return line;
    }

    /// {@return the median of each figure over runs; a figure that only some runs have is the median of
    /// those. Of a count that should be 0 in every run it is the worst run's}
    ///
    /// @param bench name of the benchmark
    /// @param runs the runs
    static BenchResult median(String bench, List<BenchResult> runs) {
        BenchResult result = new BenchResult(bench);
        Set<String> names = new LinkedHashSet<>();
        runs.forEach(run -> names.addAll(run.metrics.keySet()));
        for (String name : names) {
            List<Number> values = runs.stream()
                    .map(run -> run.metrics.get(name))
                    .filter(Objects::nonNull)
                    .sorted(Comparator.comparingDouble(Number::doubleValue))
                    .toList();
            int chosen = NONE_ALLOWED.contains(name) ? values.size() - 1 : (values.size() - 1) / 2;
            result.metrics.put(name, values.get(chosen));
        }
        return result;
    }

    private static Map<String, Object> machine() {
        Map<String, Object> machine = new LinkedHashMap<>();
        machine.put("cores", Runtime.getRuntime().availableProcessors());
        machine.put("cpu", firstValue("/proc/cpuinfo", "model name"));
        machine.put("kernel", System.getProperty("os.version"));
        machine.put("java", Runtime.version().toString());
        return machine;
    }

    private static String firstValue(String file, String key) {
        try {
            List<String> lines = Files.readAllLines(Path.of(file));
            return lines.stream()
                    .filter(line -> line.startsWith(key))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException notLinux) {
            return "unknown";
        }
    }

    static double percentile(double[] values, double share) {
        if (values.length == 0) {
            return Double.NaN;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int index = (int) Math.ceil(share * sorted.length) - 1;
        return sorted[Math.clamp(index, 0, sorted.length - 1)];
    }
}
