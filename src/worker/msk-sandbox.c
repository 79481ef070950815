/* The cage that the worker locks itself into before it looks at a foreign file.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-sandbox.h"

#include <errno.h>
#include <seccomp.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

typedef struct
{
  int resource;
  rlim_t soft;
  rlim_t hard;
} Limit;

/* Calls that reach nothing outside the process: memory, locks, its own signals, its end. */
static const int harmless_calls[] = {
  SCMP_SYS (brk),
  SCMP_SYS (munmap),
  SCMP_SYS (mremap),
  SCMP_SYS (madvise),
  SCMP_SYS (futex),
  SCMP_SYS (getrandom),
  SCMP_SYS (rt_sigprocmask),
  SCMP_SYS (rt_sigreturn),
  SCMP_SYS (sigaltstack),
  SCMP_SYS (getpid),
  SCMP_SYS (gettid),
  SCMP_SYS (clock_gettime),
  SCMP_SYS (gettimeofday),
  SCMP_SYS (sched_yield),
  SCMP_SYS (restart_syscall),
  SCMP_SYS (exit),
  SCMP_SYS (exit_group),
  SCMP_SYS (fstat),
};

/* Calls that look for a file, or ask about the machine: where libraries try them, they find
 * nothing. */
static const int fruitless_calls[] = {
  SCMP_SYS (open),
  SCMP_SYS (openat),
  SCMP_SYS (access),
  SCMP_SYS (faccessat),
  SCMP_SYS (stat),
  SCMP_SYS (lstat),
  SCMP_SYS (newfstatat),
  SCMP_SYS (statx),
  SCMP_SYS (readlink),
  SCMP_SYS (getcwd),
  SCMP_SYS (sysinfo),
  SCMP_SYS (uname),
  SCMP_SYS (lseek),
  SCMP_SYS (statfs),
  SCMP_SYS (getuid),
  SCMP_SYS (geteuid),
  SCMP_SYS (getgid),
  SCMP_SYS (getegid),
  SCMP_SYS (sched_getaffinity),
};

static gboolean
report_failure (const char *step, int error_number)
{
  g_printerr ("msk-worker: %s: %s\n", step, g_strerror (error_number));

  return FALSE;
}

static gboolean
set_limits (rlim_t cpu_seconds)
{
  const Limit limits[] = {
    /* The soft limit's signal says what happened; the hard one cannot be caught. */
    { RLIMIT_CPU, cpu_seconds, cpu_seconds + 5 },
    { RLIMIT_CORE, 0, 0 },
    { RLIMIT_FSIZE, 0, 0 },
    { RLIMIT_NOFILE, 0, 0 },
#if MSK_SANDBOX_HAS_ADDRESS_LIMIT
    { RLIMIT_AS, MSK_SANDBOX_ADDRESS_SPACE, MSK_SANDBOX_ADDRESS_SPACE },
#endif
  };

  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    {
      struct rlimit limit;

      if (getrlimit (limits[i].resource, &limit) != 0)
        return report_failure ("getrlimit", errno);
      /* Only ever down: whoever started the worker may have set a tighter limit. */
      limit.rlim_cur = MIN (limit.rlim_cur, limits[i].soft);
      limit.rlim_max = MIN (limit.rlim_max, limits[i].hard);
      if (setrlimit (limits[i].resource, &limit) != 0)
        return report_failure ("setrlimit", errno);
    }

  return TRUE;
}

static int
allow_guarded_calls (scmp_filter_ctx filter)
{
  const guint64 signal_target = (guint64) getpid ();
  int result = seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (read), 1,
                                 SCMP_A0 (SCMP_CMP_EQ, STDIN_FILENO));

  if (result == 0)
    result = seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (write), 1,
                               SCMP_A0 (SCMP_CMP_EQ, STDOUT_FILENO));
  if (result == 0)
    result = seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (write), 1,
                               SCMP_A0 (SCMP_CMP_EQ, STDERR_FILENO));
  /* Memory that can be run is never needed again: everything is loaded. */
  if (result == 0)
    result = seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (mmap), 2,
                               SCMP_A2 (SCMP_CMP_MASKED_EQ, PROT_EXEC, 0),
                               SCMP_A3 (SCMP_CMP_MASKED_EQ, MAP_ANONYMOUS, MAP_ANONYMOUS));
  if (result == 0)
    result = seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (mprotect), 1,
                               SCMP_A2 (SCMP_CMP_MASKED_EQ, PROT_EXEC, 0));
  /* abort() sends itself a signal. */
  if (result == 0)
    result = seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (tgkill), 1,
                               SCMP_A0 (SCMP_CMP_EQ, signal_target));

  return result;
}

static gboolean
set_filter (gboolean draws)
{
  scmp_filter_ctx filter = seccomp_init (SCMP_ACT_KILL_PROCESS);
  int result;

  if (filter == NULL)
    return report_failure ("seccomp_init", ENOMEM);

  result = seccomp_attr_set (filter, SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_KILL_PROCESS);
  for (guint i = 0; result == 0 && i < G_N_ELEMENTS (harmless_calls); i++)
    result = seccomp_rule_add (filter, SCMP_ACT_ALLOW, harmless_calls[i], 0);
  for (guint i = 0; draws && result == 0 && i < G_N_ELEMENTS (fruitless_calls); i++)
    result = seccomp_rule_add (filter, SCMP_ACT_ERRNO (ENOENT), fruitless_calls[i], 0);
  if (result == 0)
    result = allow_guarded_calls (filter);
  if (result == 0)
    result = seccomp_load (filter);
  seccomp_release (filter);

  return result == 0 ? TRUE : report_failure ("seccomp", -result);
}

#if !MSK_SANDBOX_HAS_ADDRESS_LIMIT
/* The sanitizer asks for this. Its search for leaks needs calls that the sandbox forbids; the limit
 * stands in for the missing one. */
const char *__asan_default_options (void);

const char *
__asan_default_options (void)
{
  return "detect_leaks=0:max_allocation_size_mb=1024:abort_on_error=1";
}
#endif

static gboolean
enter (gboolean draws)
{
  if (prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
    return report_failure ("no_new_privs", errno);
  if (prctl (PR_SET_DUMPABLE, 0, 0, 0, 0) != 0)
    return report_failure ("dumpable", errno);

  return set_limits (draws ? MSK_SANDBOX_DRAWING_CPU_SECONDS : MSK_SANDBOX_CPU_SECONDS) &&
         set_filter (draws);
}

gboolean
msk_sandbox_enter (void)
{
  return enter (FALSE);
}

gboolean
msk_sandbox_enter_for_drawing (void)
{
  return enter (TRUE);
}
