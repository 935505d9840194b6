"""A program of its own: runs another one and ends it by SIGKILL right after a system call, when the kernel has done it.

  python3 at_exit.py WHEN PROGRAM [ARGUMENT...]

WHEN counts the calls of all its threads that have come back since it was started. `strace` can strike before a call only.
Like `strace`, it ends as the program ended, and with 137 where that was killed.
"""

import ctypes
import os
import signal
import sys

# From <sys/ptrace.h> and <sys/wait.h>.
TRACEME, CONTINUE_TO_CALL, SET_OPTIONS, CALL_INFO = 0, 24, 0x4200, 0x420E
# Calls are told from other stops; threads and children are followed; nothing outlives this process.
OPTIONS = 0x01 | 0x02 | 0x04 | 0x08 | 0x10 | 0x100000
ALL_CHILDREN = 0x40000000
AT_CALL, AT_EXEC, LEAVES = signal.SIGTRAP | 0x80, 4, 2

ptrace = ctypes.CDLL(None, use_errno=True).ptrace
ptrace.argtypes = [ctypes.c_long, ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p]
ptrace.restype = ctypes.c_long


def ask(request, process, size=None, data=None):
    if ptrace(request, process, size, data) < 0 and ctypes.get_errno() != 3:
        raise OSError(ctypes.get_errno(), f"ptrace {request}")


def started(words):
    """The program, stopped before its first instruction."""
    child = os.fork()
    if child == 0:
        ask(TRACEME, 0)
        os.kill(os.getpid(), signal.SIGSTOP)
        os.execv(words[0], words)
    os.waitpid(child, 0)
    ask(SET_OPTIONS, child, None, OPTIONS)
    ask(CONTINUE_TO_CALL, child)
    return child


def has_left(process):
    """Whether a thread that stopped at a call is on the way out of it."""
    info = ctypes.create_string_buffer(88)
    ask(CALL_INFO, process, len(info), ctypes.addressof(info))
    return info.raw[0] == LEAVES


def run(when, words):
    child, known, calls, is_begun = started(words), set(), 0, False
    known.add(child)
    while True:
        process, status = os.waitpid(-1, ALL_CHILDREN)
        if os.WIFEXITED(status) or os.WIFSIGNALED(status):
            if process == child:
                return os.WEXITSTATUS(status) if os.WIFEXITED(status) else 128 + os.WTERMSIG(status)
            continue
        stop, passed_on = os.WSTOPSIG(status), 0
        if stop == AT_CALL:
            if is_begun and has_left(process):
                calls += 1
                if calls == when:
                    os.kill(child, signal.SIGKILL)
                    continue
        elif status >> 16:
            is_begun = is_begun or status >> 16 == AT_EXEC
        elif process in known or stop != signal.SIGSTOP:
            passed_on = stop
        known.add(process)
        ask(CONTINUE_TO_CALL, process, None, passed_on)


sys.exit(run(int(sys.argv[1]), sys.argv[2:]))
