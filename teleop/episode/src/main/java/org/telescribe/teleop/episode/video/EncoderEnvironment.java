package org.telescribe.teleop.episode.video;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/// Environment variables of the process, which are the only way to tell some encoders something.
final class EncoderEnvironment {
    private EncoderEnvironment() {}

    /// Makes SVT-AV1 print only what is wrong; otherwise each encoder writes forty lines to the
    /// terminal.
    @SuppressWarnings("IllegalCatch")
    static void quietSvtAv1() {
        Linker linker = Linker.nativeLinker();
        Optional<MemorySegment> setenv = linker.defaultLookup().find("setenv");
        if (setenv.isEmpty()) {
            return; // a system without it prints the lines
        }
        MethodHandle handle = linker.downcallHandle(
                setenv.get(),
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
        try (Arena arena = Arena.ofConfined()) {
            // 1: errors only; 0: a setting that the user made stays
            int answer = (int) handle.invokeExact(arena.allocateFrom("SVT_LOG"), arena.allocateFrom("1"), 0);
            assert answer == 0;
        } catch (Throwable impossible) { // a method handle declares it; setenv itself only answers
            throw new IllegalStateException(impossible);
        }
    }
}
