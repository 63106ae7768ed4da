package org.telescribe.policyruntime.inference.bundle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// A place in a YAML file. What is wrong is noted with its line, a harmless value is given instead and
/// reading goes on, so that a person hears of everything at once.
final class YamlPlace {
    private final @Nullable Node node;
    private final int line;
    private final String path;
    private final List<ManifestProblem> problems;
    private @Nullable Map<String, Node> entries;
    private final TreeSet<String> unread = new TreeSet<>();

    YamlPlace(@Nullable Node node, int line, String path, List<ManifestProblem> problems) {
        this.node = node;
        this.line = line;
        this.path = path;
        this.problems = problems;
    }

    void problem(String reason) {
        problems.add(new ManifestProblem(line, path, reason));
    }

    boolean absent() {
        return node == null;
    }

    boolean isText() {
        return node instanceof ScalarNode;
    }

    /// {@return the value of a key; absent where it is not there, which is a problem}
    YamlPlace at(String key) {
        YamlPlace child = maybe(key);
        if (child.absent() && node instanceof MappingNode) {
            child.problem("is missing");
        }
        return child;
    }

    /// {@return the value of a key; absent where it is not there}
    YamlPlace maybe(String key) {
        Node value = entries().get(key);
        unread.remove(key);
        String name = path.isEmpty() ? key : path + "." + key;
        return new YamlPlace(value, value == null ? line : lineOf(value), name, problems);
    }

    List<String> keys() {
        return List.copyOf(entries().keySet());
    }

    void nothingElse() {
        entries();
        for (String key : unread) {
            problem("the key \"%s\" is not known".formatted(key));
        }
    }

    List<YamlPlace> items() {
        List<YamlPlace> items = new ArrayList<>();
        if (node instanceof SequenceNode sequence) {
            for (Node item : sequence.getValue()) {
                items.add(new YamlPlace(item, lineOf(item), "%s[%d]".formatted(path, items.size()), problems));
            }
        } else if (node != null) {
            problem("must be a list");
        }
        return items;
    }

    String text() {
        if (node instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL)) {
            return scalar.getValue();
        }
        if (node != null) {
            problem("must be a text");
        }
        return "";
    }

    String nonBlank() {
        String text = text();
        if (!absent() && isText() && text.isBlank()) {
            problem("must not be empty");
        }
        return text;
    }

    double number() {
        String text = absent() ? "" : text();
        try {
            double value = text.isEmpty() ? Double.NaN : Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException notOne) {
            // said below
        }
        if (!absent()) {
            problem("\"%s\" is not a number".formatted(text));
        }
        return 1;
    }

    double atLeast(double least) {
        double value = number();
        if (!absent() && !(value >= least)) {
            problem("%s is too small; at least %s".formatted(value, least));
            return Math.max(1, least);
        }
        return value;
    }

    int integer(int min, int max) {
        double value = number();
        if (value != Math.rint(value) || value < min || value > max) {
            if (!absent()) {
                problem("must be a whole number from %d to %d".formatted(min, max));
            }
            return min;
        }
        return (int) value;
    }

    boolean flag() {
        String text = absent() ? "false" : text();
        if (!text.equals("true") && !text.equals("false")) {
            problem("must be true or false");
        }
        return text.equals("true");
    }

    <E extends Enum<E>> E oneOf(E[] values) {
        return oneOf(values, value -> value.name().toLowerCase(Locale.ROOT));
    }

    <E> E oneOf(E[] values, java.util.function.Function<E, String> word) {
        String text = absent() ? "" : text();
        for (E value : values) {
            if (word.apply(value).equals(text)) {
                return value;
            }
        }
        if (!absent()) {
            problem("\"%s\" is not known; one of: %s"
                    .formatted(text, Stream.of(values).map(word).collect(Collectors.joining(", "))));
        }
        return values[0];
    }

    private Map<String, Node> entries() {
        Map<String, Node> known = entries;
        if (known != null) {
            return known;
        }
        Map<String, Node> found = new LinkedHashMap<>();
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
                if (found.put(key, tuple.getValueNode()) != null) {
                    problem("the key \"%s\" is there twice".formatted(key));
                }
            }
        } else if (node != null) {
            problem("must have keys of its own");
        }
        unread.addAll(found.keySet());
        entries = found;
        return found;
    }

    private int lineOf(Node of) {
        return of.getStartMark().map(mark -> mark.getLine() + 1).orElse(line);
    }
}
