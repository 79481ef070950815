/* Tries, inside the sandbox, what a worker taken over by its input would try.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-sandbox.h"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

/* The tests run this program; it is not installed. Each attempt ends it if the sandbox holds; one
 * that comes back shows a hole. */

static void
try_open (void)
{
  syscall (SYS_openat, AT_FDCWD, "/etc/passwd", O_RDONLY);
}

static void
try_old_open (void)
{
#ifdef SYS_open
  syscall (SYS_open, "/etc/passwd", O_RDONLY);
#else
  try_open ();
#endif
}

static void
try_socket (void)
{
  socket (AF_INET, SOCK_STREAM, 0);
}

static void
try_exec (void)
{
  char *argv[] = { (char *) "/bin/true", NULL };

  execve (argv[0], argv, NULL);
}

static void
try_fork (void)
{
  if (fork () == 0)
    _exit (0);
}

static void
try_ptrace (void)
{
  ptrace (PTRACE_TRACEME, 0, NULL, NULL);
}

static void
try_kill (void)
{
  kill (getppid (), 0);
}

static void
try_signal_of_other (void)
{
  syscall (SYS_tgkill, 1, 1, 0);
}

static void
try_more_memory_right (void)
{
  struct rlimit limit = { RLIM_INFINITY, RLIM_INFINITY };

  setrlimit (RLIMIT_AS, &limit);
}

static void
try_dumpable (void)
{
  prctl (PR_SET_DUMPABLE, 1, 0, 0, 0);
}

static void
try_executable_memory (void)
{
  mmap (NULL, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
}

static void
try_make_executable (void)
{
  void *memory = mmap (NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

  mprotect (memory, 4096, PROT_READ | PROT_EXEC);
}

static void
try_other_descriptor (void)
{
  char byte;

  if (read (STDOUT_FILENO, &byte, 1) >= 0 || write (STDIN_FILENO, "x", 1) >= 0)
    _exit (0);
}

static void
try_endless_loop (void)
{
  for (volatile guint i = 0;; i++)
    ;
}

/* Comes back: memory beyond the limit is refused, not given. The limit itself is tested, and that
 * what lies below is given. */
static void
try_too_much_memory (void)
{
  void *some = malloc (512 * 1024 * 1024);
  void *all = malloc (MSK_SANDBOX_ADDRESS_SPACE);

  _exit (some != NULL && all == NULL ? 42 : 1);
}

/* Comes back: all that the worker itself needs. */
static void
try_work (void)
{
  char byte = 0;

  if (read (STDIN_FILENO, &byte, 1) == 0 && write (STDOUT_FILENO, "x", 1) == 1)
    _exit (42);
}

static const struct
{
  const char *name;
  void (*attempt) (void);
} attempts[] = {
  { "open", try_open },
  { "old-open", try_old_open },
  { "socket", try_socket },
  { "exec", try_exec },
  { "fork", try_fork },
  { "ptrace", try_ptrace },
  { "kill", try_kill },
  { "signal-of-other", try_signal_of_other },
  { "more-memory-right", try_more_memory_right },
  { "dumpable", try_dumpable },
  { "executable-memory", try_executable_memory },
  { "make-executable", try_make_executable },
  { "other-descriptor", try_other_descriptor },
  { "endless-loop", try_endless_loop },
  { "too-much-memory", try_too_much_memory },
  { "work", try_work },
};

int
main (int argc, char **argv)
{
  /* The sandbox keeps a limit that is already tighter: the endless loop need not last as long as a
   * worker may. */
  const struct rlimit short_time = { 1, 2 };

  if (argc != 2)
    return 1;
  if (strcmp (argv[1], "endless-loop") == 0 && setrlimit (RLIMIT_CPU, &short_time) != 0)
    return 1;
  if (!msk_sandbox_enter ())
    return 1;
  for (guint i = 0; i < G_N_ELEMENTS (attempts); i++)
    if (strcmp (argv[1], attempts[i].name) == 0)
      attempts[i].attempt ();

  return 0;
}
