/* A medium that is full, goes, or stands still at a chosen call: preloaded into a program, it
 * answers for what the program does below one folder.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#undef _FILE_OFFSET_BITS /* both names of each function are to be had */
#undef _FORTIFY_SOURCE
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* MSK_BREAK_BELOW: the folder. MSK_BREAK_AT: the call there, from 1, at which it happens.
 * MSK_BREAK_WITH: the number of an error; with MSK_BREAK_STAYS every call after it fails too; or
 * "kill"; or "hold", until the file of MSK_BREAK_HOLD is gone. MSK_BREAK_NOTE: a file that is made
 * when it happens. MSK_BREAK_CHEAP: what is sealed at
 * moderate cost costs little, so that each call can have its turn. */

#define HOLD_US 10000
#define MODERATE_MEMORY (256u << 20)
#define CHEAP_MEMORY (8u << 20)
#define REAL(name) ((__typeof__ (name) *) find (#name))

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static unsigned calls;

static void *
find (const char *name)
{
  void *real = dlsym (RTLD_NEXT, name);

  if (real == NULL)
    abort ();
  return real;
}

static const char *
get (const char *name)
{
  const char *value = getenv (name);

  return value == NULL ? "" : value;
}

static int
is_below (const char *path)
{
  const char *folder = get ("MSK_BREAK_BELOW");
  const size_t length = strlen (folder);

  return length > 0 && strncmp (path, folder, length) == 0 &&
         (path[length] == '/' || path[length] == '\0');
}

/* That it happened. */
static void
leave_note (void)
{
  int fd = REAL (creat) (get ("MSK_BREAK_NOTE"), 0600);

  if (fd >= 0)
    REAL (close) (fd);
}

static void
stand_still (void)
{
  while (access (get ("MSK_BREAK_HOLD"), F_OK) == 0)
    usleep (HOLD_US);
}

/* Whether this call goes wrong, with errno. */
static int
goes_wrong (void)
{
  const unsigned at = (unsigned) atoi (get ("MSK_BREAK_AT"));
  const char *with = get ("MSK_BREAK_WITH");
  unsigned number;

  pthread_mutex_lock (&mutex);
  number = ++calls;
  pthread_mutex_unlock (&mutex);
  if (at == 0 || number < at || (number > at && *get ("MSK_BREAK_STAYS") == '\0'))
    return 0;

  leave_note ();
  if (strcmp (with, "kill") == 0)
    raise (SIGKILL);
  if (strcmp (with, "hold") == 0)
    {
      stand_still ();
      return 0;
    }

  errno = atoi (with);
  return 1;
}

static int
breaks_path (const char *path)
{
  return path != NULL && is_below (path) && goes_wrong ();
}

static int
breaks_fd (int fd)
{
  char entry[64];
  char path[PATH_MAX];
  const int saved_errno = errno;
  ssize_t length;

  snprintf (entry, sizeof entry, "/proc/self/fd/%d", fd);
  length = readlink (entry, path, sizeof path - 1);
  errno = saved_errno;
  if (length < 0)
    return 0;

  path[length] = '\0';
  return is_below (path) && goes_wrong ();
}

#define OPEN(name)                                                                                 \
  int name (const char *path, int flags, ...)                                                      \
  {                                                                                                \
    va_list arguments;                                                                             \
    mode_t mode;                                                                                   \
                                                                                                   \
    va_start (arguments, flags);                                                                   \
    mode = (mode_t) va_arg (arguments, int);                                                       \
    va_end (arguments);                                                                            \
    return breaks_path (path)                                                                      \
               ? -1                                                                                \
               : ((int (*) (const char *, int, ...)) find (#name)) (path, flags, mode);            \
  }

OPEN (open)
OPEN (open64)

ssize_t
write (int fd, const void *data, size_t size)
{
  return breaks_fd (fd) ? -1 : REAL (write) (fd, data, size);
}

ssize_t
read (int fd, void *data, size_t size)
{
  return breaks_fd (fd) ? -1 : REAL (read) (fd, data, size);
}

int
fsync (int fd)
{
  return breaks_fd (fd) ? -1 : REAL (fsync) (fd);
}

int
renameat2 (int from_folder, const char *from, int to_folder, const char *to, unsigned flags)
{
  return breaks_path (to) ? -1 : REAL (renameat2) (from_folder, from, to_folder, to, flags);
}

int
link (const char *from, const char *to)
{
  return breaks_path (to) ? -1 : REAL (link) (from, to);
}

int
linkat (int from_folder, const char *from, int to_folder, const char *to, int flags)
{
  return breaks_path (to) ? -1 : REAL (linkat) (from_folder, from, to_folder, to, flags);
}

int
unlink (const char *path)
{
  return breaks_path (path) ? -1 : REAL (unlink) (path);
}

int crypto_pwhash (unsigned char *out,
                   unsigned long long size,
                   const char *passphrase,
                   unsigned long long length,
                   const unsigned char *salt,
                   unsigned long long operations,
                   size_t memory,
                   int algorithm);

int
crypto_pwhash (unsigned char *out,
               unsigned long long size,
               const char *passphrase,
               unsigned long long length,
               const unsigned char *salt,
               unsigned long long operations,
               size_t memory,
               int algorithm)
{
  const int cheap = memory == MODERATE_MEMORY && *get ("MSK_BREAK_CHEAP") != '\0';

  return REAL (crypto_pwhash) (out, size, passphrase, length, salt, cheap ? 1 : operations,
                               cheap ? CHEAP_MEMORY : memory, algorithm);
}
