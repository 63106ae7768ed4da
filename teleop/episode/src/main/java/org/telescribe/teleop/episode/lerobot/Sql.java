package org.telescribe.teleop.episode.lerobot;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.StringJoiner;

/// Spells values in DuckDB's SQL.
public final class Sql {
    private Sql() {}

    /// {@return a text literal}
    ///
    /// @param text any text
    public static String text(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /// {@return a name}
    ///
    /// @param name any name
    public static String name(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    /// {@return a file to be read, as a literal in which nothing is a wildcard}
    ///
    /// @param file the file
    public static String file(Path file) {
        StringBuilder escaped = new StringBuilder();
        for (char letter : file.toAbsolutePath().toString().toCharArray()) {
            if (letter == '[' || letter == '*' || letter == '?') {
                escaped.append('[').append(letter).append(']');
            } else {
                escaped.append(letter);
            }
        }
        return text(escaped.toString());
    }

    /// {@return a list of files to be read}
    ///
    /// @param files the files, at least one
    public static String files(Iterable<Path> files) {
        StringJoiner list = new StringJoiner(", ", "[", "]");
        files.forEach(file -> list.add(file(file)));
        return list.toString();
    }

    /// {@return a file to be written, as a literal}
    ///
    /// @param file the file
    static String target(Path file) {
        return text(file.toAbsolutePath().toString());
    }

    /// {@return a number literal that is a DOUBLE and not a decimal}
    ///
    /// @param number finite
    static String number(double number) {
        String digits = Double.toString(number);
        return digits.contains("E") ? digits : digits + "e0";
    }

    /// {@return nested lists of numbers}
    ///
    /// @param node a number, or a list of such nodes
    static String numbers(JsonNode node) {
        if (!node.isArray()) {
            return node.isIntegralNumber() ? Long.toString(node.asLong()) : number(node.asDouble());
        }
        StringJoiner list = new StringJoiner(", ", "[", "]");
        node.forEach(element -> list.add(numbers(element)));
        return list.toString();
    }
}
