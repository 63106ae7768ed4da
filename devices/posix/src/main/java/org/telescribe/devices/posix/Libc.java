package org.telescribe.devices.posix;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/// The functions of the C library that this package calls. None throws: the system's answer is the
/// result, and those that are not for loops leave its reason in the caller's [Errno]. (A method handle
/// declares every throwable, so this one class has to catch what a foreign call never throws.) Pointers
/// are plain addresses of memory that the caller keeps alive.
@SuppressWarnings("IllegalCatch")
final class Libc {
    private static final Linker LINKER = Linker.nativeLinker();
    private static final StructLayout CAPTURE = Linker.Option.captureStateLayout();
    private static final VarHandle CAPTURED_ERRNO = CAPTURE.varHandle(MemoryLayout.PathElement.groupElement("errno"));

    private static final MethodHandle OPEN = find("open", 2, JAVA_INT, JAVA_LONG, JAVA_INT);
    private static final MethodHandle CLOSE = plain("close", -1, JAVA_INT, JAVA_INT);
    private static final MethodHandle READ = plain("read", -1, JAVA_LONG, JAVA_INT, JAVA_LONG, JAVA_LONG);
    private static final MethodHandle WRITE = plain("write", -1, JAVA_LONG, JAVA_INT, JAVA_LONG, JAVA_LONG);
    private static final MethodHandle PPOLL = plain("ppoll", -1, JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG);
    private static final MethodHandle IOCTL = plain("ioctl", 2, JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_LONG);
    private static final MethodHandle FLOCK = find("flock", -1, JAVA_INT, JAVA_INT, JAVA_INT);
    private static final MethodHandle TCGETATTR = find("tcgetattr", -1, JAVA_INT, JAVA_INT, JAVA_LONG);
    private static final MethodHandle TCSETATTR = find("tcsetattr", -1, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_LONG);
    private static final MethodHandle CFSETSPEED = find("cfsetspeed", -1, JAVA_INT, JAVA_LONG, JAVA_INT);
    private static final MethodHandle POSIX_OPENPT = find("posix_openpt", -1, JAVA_INT, JAVA_INT);
    private static final MethodHandle GRANTPT = find("grantpt", -1, JAVA_INT, JAVA_INT);
    private static final MethodHandle UNLOCKPT = find("unlockpt", -1, JAVA_INT, JAVA_INT);
    private static final MethodHandle PTSNAME_R = find("ptsname_r", -1, JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_LONG);
    private static final MethodHandle CLOCK_NANOSLEEP =
            plain("clock_nanosleep", -1, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_LONG);
    private static final MethodHandle GETTID = find("gettid", -1, JAVA_INT);
    private static final MethodHandle SCHED_SETSCHEDULER =
            find("sched_setscheduler", -1, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_LONG);
    private static final MethodHandle SCHED_GETSCHEDULER = find("sched_getscheduler", -1, JAVA_INT, JAVA_INT);
    private static final MethodHandle SETPRIORITY = find("setpriority", -1, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT);
    private static final MethodHandle PRCTL =
            find("prctl", 1, JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG);
    private static final MethodHandle MLOCKALL = find("mlockall", -1, JAVA_INT, JAVA_INT);
    private static final MethodHandle SYSCALL =
            find("syscall", 1, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG);
    private static final MethodHandle CAPGET = find("capget", -1, JAVA_INT, JAVA_LONG, JAVA_LONG);
    private static final MethodHandle CAPSET = find("capset", -1, JAVA_INT, JAVA_LONG, JAVA_LONG);
    private static final MethodHandle STRERROR = LINKER.downcallHandle(
            LINKER.defaultLookup().findOrThrow("strerror"), FunctionDescriptor.of(ADDRESS, JAVA_INT));

    private Libc() {}

    /// A call that does not say why it failed: only such a call allocates nothing even before it is
    /// compiled.
    private static MethodHandle plain(String name, int firstVariadic, ValueLayout result, ValueLayout... arguments) {
        Linker.Option[] options = firstVariadic < 0
                ? new Linker.Option[0]
                : new Linker.Option[] {Linker.Option.firstVariadicArg(firstVariadic)};
        return LINKER.downcallHandle(
                LINKER.defaultLookup().findOrThrow(name), FunctionDescriptor.of(result, arguments), options);
    }

    private static MethodHandle find(String name, int firstVariadic, ValueLayout result, ValueLayout... arguments) {
        Linker.Option errno = Linker.Option.captureCallState("errno");
        Linker.Option[] options = firstVariadic < 0
                ? new Linker.Option[] {errno}
                : new Linker.Option[] {errno, Linker.Option.firstVariadicArg(firstVariadic)};
        return LINKER.downcallHandle(
                LINKER.defaultLookup().findOrThrow(name), FunctionDescriptor.of(result, arguments), options);
    }

    /// Where one object's calls leave their error number.
    static final class Errno {
        private final MemorySegment captured = Arena.ofAuto().allocate(CAPTURE);

        int get() {
            return (int) CAPTURED_ERRNO.get(captured, 0L);
        }
    }

    static String describe(int errno) {
        try {
            MemorySegment text = (MemorySegment) STRERROR.invokeExact(errno);
            return text.reinterpret(256).getString(0);
        } catch (Throwable impossible) {
            throw broken(impossible);
        }
    }

    static int open(Errno errno, long path, int flags) {
        try {
            return (int) OPEN.invokeExact(errno.captured, path, flags);
        } catch (Throwable impossible) {
            throw broken(impossible);
        }
    }

    static int close(int fd) {
        try {
            return (int) CLOSE.invokeExact(fd);
        } catch (Throwable impossible) {
            throw broken(impossible);
        }
    }

    static long read(int fd, long buffer, long count) {
        try {
            return (long) READ.invokeExact(fd, buffer, count);
        } catch (Throwable impossible) {
            throw broken(impossible);
        }
    }

    static long write(int fd, long buffer, long count) {
        try {
            return (long) WRITE.invokeExact(fd, buffer, count);
        } catch (Throwable impossible) {
            throw broken(impossible);
        }
    }

    static int ppoll(long pollFds, long count, long timeout, long signals) {
        try {
            return (int) PPOLL.invokeExact(pollFds, count, timeout, signals);
        } catch (Throwable impossible) {
            throw broken(impossible);
        }
    }

    static int ioctl(int fd, long request, long argument) {
        try {
            return (int) IOCTL.invokeExact(fd, request, argument);
        } catch (Throwable impossible) {
            throw broken(impossible);
        }
    }

    static int flock(Errno errno, int fd, int operation) {
        try {
            return (int) FLOCK.invokeExact(errno.captured, fd, operation);
        } catch (Throwable impossible) {
            throw broken(impossible);
        }
    }

    static int tcgetattr(Errno errno, int fd, long termios) {
        try {
            return (int) TCGETATTR.invokeExact(errno.captured, fd, termios);
        } catch (Throwable impossible) {
            throw broken(impossible);
        }
    }

    static int tcsetattr(Errno errno, int fd, int when, long termios) {
        try {
            return (int) TCSETATTR.invokeExact(errno.captured, fd, when, termios);
        } catch (Throwable impossible) {
            throw broken(impossible);
        }
    }

    static int cfsetspeed(Errno errno, long termios, int speed) {
        try {
            return (int) CFSETSPEED.invokeExact(errno.captured, termios, speed);
        } catch (Throwable impossible) {
            throw broken(impossible);
        }
    }

    static int posixOpenpt(Errno errno, int flags) {
        try {
            return (int) POSIX_OPENPT.invokeExact(errno.captured, flags);
        } catch (Throwable impossible) {
            throw broken(impossible);
        }
    }

    static int grantpt(Errno errno, int fd) {
        try {
            return (int) GRANTPT.invokeExact(errno.captured, fd);
        } catch (Throwable impossible) {
            throw broken(impossible);
        }
    }

    static int unlockpt(Errno errno, int fd) {
        try {
            return (int) UNLOCKPT.invokeExact(errno.captured, fd);
        } catch (Throwable impossible) {
            throw broken(impossible);
        }
    }

    static int ptsname(Errno errno, int fd, long buffer, long size) {
        try {
            return (int) PTSNAME_R.invokeExact(errno.captured, fd, buffer, size);
        } catch (Throwable impossible) {
            throw broken(impossible);
        }
    }

    static int clockNanosleep(int clock, int flags, long request, long remain) {
        try {
            return (int) CLOCK_NANOSLEEP.invokeExact(clock, flags, request, remain);
        } catch (Throwable impossible) {
            throw broken(impossible);
        }
    }

    static int gettid(Errno errno) {
        try {
            return (int) GETTID.invokeExact(errno.captured);
        } catch (Throwable impossible) {
            throw broken(impossible);
        }
    }

    static int schedSetscheduler(Errno errno, int threadId, int policy, long parameter) {
        try {
            return (int) SCHED_SETSCHEDULER.invokeExact(errno.captured, threadId, policy, parameter);
        } catch (Throwable impossible) {
            throw broken(impossible);
        }
    }

    static int schedGetscheduler(Errno errno, int threadId) {
        try {
            return (int) SCHED_GETSCHEDULER.invokeExact(errno.captured, threadId);
        } catch (Throwable impossible) {
            throw broken(impossible);
        }
    }

    static int setpriority(Errno errno, int which, int who, int niceness) {
        try {
            return (int) SETPRIORITY.invokeExact(errno.captured, which, who, niceness);
        } catch (Throwable impossible) {
            throw broken(impossible);
        }
    }

    static int prctl(Errno errno, int option, long argument) {
        try {
            return (int) PRCTL.invokeExact(errno.captured, option, argument, 0L, 0L, 0L);
        } catch (Throwable impossible) {
            throw broken(impossible);
        }
    }

    static long syscall(Errno errno, long number, long first, long second, long third) {
        try {
            return (long) SYSCALL.invokeExact(errno.captured, number, first, second, third);
        } catch (Throwable impossible) {
            throw broken(impossible);
        }
    }

    static int capget(Errno errno, long headerAddress, long dataAddress) {
        try {
            return (int) CAPGET.invokeExact(errno.captured, headerAddress, dataAddress);
        } catch (Throwable impossible) {
            throw broken(impossible);
        }
    }

    static int capset(Errno errno, long headerAddress, long dataAddress) {
        try {
            return (int) CAPSET.invokeExact(errno.captured, headerAddress, dataAddress);
        } catch (Throwable impossible) {
            throw broken(impossible);
        }
    }

    static int mlockall(Errno errno, int flags) {
        try {
            return (int) MLOCKALL.invokeExact(errno.captured, flags);
        } catch (Throwable impossible) {
            throw broken(impossible);
        }
    }

    private static IllegalStateException broken(Throwable impossible) {
        return new IllegalStateException("a foreign call failed before it reached the system", impossible);
    }
}
