"""Runs one program with its output thrown away and prints what it took.

usage: one_run.py COMMAND [ARGUMENT...]     prints: exit code, wall s, cpu s, peak MiB

A program of its own with nothing imported, because the peak that the system tells of a process is never
below what the one had that started it.
"""
import os
import sys
import time

nothing = os.open(os.devnull, os.O_RDWR)
began = time.perf_counter()
child = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ,
                        file_actions=[(os.POSIX_SPAWN_DUP2, nothing, 0),
                                      (os.POSIX_SPAWN_DUP2, nothing, 1)])
_, status, usage = os.wait4(child, 0)
wall = time.perf_counter() - began
print(os.waitstatus_to_exitcode(status), wall, usage.ru_utime + usage.ru_stime,
      usage.ru_maxrss / 1024)
