package org.telescribe.app.doctor;

/// One thing that was looked at.
///
/// @param what the thing
/// @param level how it stands
/// @param says what was found, for people
/// @param mend the line that mends it; empty when nothing is to be mended
public record Finding(String what, Level level, String says, String mend) {
    /// How a thing stands.
    public enum Level {
        /// All is well.
        OK("ok"),
        /// Works, but not as well as it could.
        COULD_BE_BETTER("could be"),
        /// Something that is needed is missing.
        MISSING("missing");

        private final String word;

        Level(String word) {
            this.word = word;
        }

        /// {@return the word people read}
        public String word() {
            return word;
        }
    }

    static Finding ok(String what, String says) {
        return new Finding(what, Level.OK, says, "");
    }

    static Finding couldBeBetter(String what, String says, String mend) {
        return new Finding(what, Level.COULD_BE_BETTER, says, mend);
    }

    static Finding missing(String what, String says, String mend) {
        return new Finding(what, Level.MISSING, says, mend);
    }
}
