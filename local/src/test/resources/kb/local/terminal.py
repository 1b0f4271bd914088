"""Runs a command at a terminal of its own: how many columns it has, then the command.

What is typed comes from standard input, what is shown goes to standard output.
"""

import fcntl
import os
import pty
import select
import struct
import sys
import termios

KEYBOARD, SCREEN = 0, 1


def relay(terminal: int) -> None:
    sources = [terminal, KEYBOARD]
    while True:
        for source in select.select(sources, [], [])[0]:
            try:
                data = os.read(source, 65536)
            except OSError:  # that is how Linux says that a terminal is gone
                data = b""
            if data:
                os.write(SCREEN if source == terminal else terminal, data)
            elif source == terminal:
                return
            else:
                sources.remove(KEYBOARD)


def main() -> int:
    columns, command = int(sys.argv[1]), sys.argv[2:]
    child, terminal = pty.fork()
    if child == 0:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        os.execvp(command[0], command)
    relay(terminal)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return code if code >= 0 else 128 - code


sys.exit(main())
