package org.telescribe.app.command;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.scene.input.KeyEvent;

/// Looks commands up.
public final class KeyTable {
    private KeyTable() {}

    /// {@return the command that a key press means}
    ///
    /// @param event a key press
    /// @param inForce the scopes in force besides the global one
    public static Optional<Command> find(KeyEvent event, Set<Scope> inForce) {
        for (Command command : Command.values()) {
            boolean applies = command.scope() == Scope.GLOBAL || inForce.contains(command.scope());
            if (applies && command.keys().stream().anyMatch(key -> key.matches(event))) {
                return Optional.of(command);
            }
        }
        return Optional.empty();
    }

    /// {@return the keys that two commands share although both may be in force at once, one sentence
    /// each}
    public static List<String> conflicts() {
        List<String> found = new ArrayList<>();
        for (Scope screen : Scope.values()) {
            EnumSet<Scope> together = EnumSet.of(Scope.GLOBAL, screen);
            if (screen == Scope.REVIEW || screen == Scope.ANNOTATE || screen == Scope.ROLLOUTS) {
                together.add(Scope.PLAYER);
            }
            List<Command> commands = new ArrayList<>();
            for (Command command : Command.values()) {
                if (together.contains(command.scope())) {
                    commands.add(command);
                }
            }
            addConflicts(screen, commands, found);
        }
        return found;
    }

    private static void addConflicts(Scope screen, List<Command> commands, List<String> found) {
        for (int i = 0; i < commands.size(); i++) {
            for (int j = i + 1; j < commands.size(); j++) {
                for (KeyStroke key : commands.get(i).keys()) {
                    if (commands.get(j).keys().contains(key)) {
                        found.add("%s: %s is both %s and %s"
                                .formatted(screen.words(), key, commands.get(i), commands.get(j)));
                    }
                }
            }
        }
    }

    /// {@return commands whose words hold every word of a query, those beginning with it first}
    ///
    /// @param query words, in any order, any case
    /// @param inForce the scopes in force besides the global one
    public static List<Command> search(String query, Set<Scope> inForce) {
        String[] wanted = query.toLowerCase(Locale.ROOT).strip().split("\\s+", -1);
        List<Command> first = new ArrayList<>();
        List<Command> later = new ArrayList<>();
        for (Command command : Command.values()) {
            boolean applies = command.scope() == Scope.GLOBAL || inForce.contains(command.scope());
            String words = command.words().toLowerCase(Locale.ROOT);
            boolean all = List.of(wanted).stream().allMatch(words::contains);
            if (applies && all && command != Command.PALETTE) {
                (words.startsWith(wanted[0]) ? first : later).add(command);
            }
        }
        first.addAll(later);
        return first;
    }

    /// {@return the guide's page of keys, Markdown}
    public static String markdown() {
        StringBuilder page = new StringBuilder("# Keys\n\nMade from the table of commands by the build's own test. ")
                .append(
                        "Where arms can move, Space is HOLD and nothing else; F12 is HOLD everywhere, also while typing.\n");
        for (Scope scope : Scope.values()) {
            page.append("\n## ").append(scope.words()).append("\n\n| key | does |\n|---|---|\n");
            for (Command command : Command.values()) {
                if (command.scope() == scope) {
                    String keys = command.keys().isEmpty()
                            ? "palette"
                            : String.join(
                                    " or ",
                                    command.keys().stream()
                                            .map(key -> "`" + key + "`")
                                            .toList());
                    page.append("| %s | %s |\n".formatted(keys, command.words()));
                }
            }
        }
        return page.toString();
    }
}
