/* A passphrase on its way from the user to the desk: in memory that is never swapped and is wiped
 * when freed. SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* ppoll */

#include "msk-passphrase.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <poll.h>
#include <signal.h>
#include <sodium.h>
#include <string.h>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

#include "msk-error.h"
#include "msk-user-desk.h"

#define PASSPHRASE_MAX 1024

/* Signals that would end the program with the terminal still mute. */
static const int ending_signals[] = { SIGINT, SIGTERM, SIGHUP, SIGQUIT };

static volatile sig_atomic_t caught_signal;

static void
catch_signal (int number)
{
  caught_signal = number;
}

static void
set_read_error (GError **error, int number)
{
  g_set_error (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_FILE,
               _ ("The passphrase could not be read (%s): check the file or give it another way."),
               g_strerror (number));
}

static char *
allocate (GError **error)
{
  char *text = sodium_init () >= 0 ? sodium_malloc (PASSPHRASE_MAX + 1) : NULL;

  if (text == NULL)
    g_set_error_literal (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_MEMORY,
                         _ ("There is no protected memory for the passphrase: close other programs "
                            "and try again."));
  return text;
}

/* Waits until there is something to read, with the ending signals let in: only here, so that none
 * can slip in between a look at caught_signal and the wait. Does nothing without a mask. */
static gboolean
wait_for_input (int fd, const sigset_t *mask)
{
  struct pollfd wanted = { .fd = fd, .events = POLLIN };

  while (mask != NULL && ppoll (&wanted, 1, NULL, mask) < 0)
    if (errno != EINTR || caught_signal != 0)
      return FALSE;

  return TRUE;
}

/* *got is 0 at the end of the file. */
static gboolean
read_byte (int fd, const sigset_t *mask, char *byte, gssize *got, GError **error)
{
  do
    *got = wait_for_input (fd, mask) ? read (fd, byte, 1) : -1;
  while (*got < 0 && errno == EINTR && caught_signal == 0);

  if (*got >= 0)
    return TRUE;

  set_read_error (error, errno);
  return FALSE;
}

static gboolean
check_byte (char byte, gsize length, GError **error)
{
  if (byte == '\0')
    g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
                         _ ("A passphrase is text and holds no NUL byte: give another file or "
                            "another passphrase."));
  else if (length == PASSPHRASE_MAX)
    g_set_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
                 _ ("A passphrase has at most %d bytes: give a shorter one."), PASSPHRASE_MAX);

  return byte != '\0' && length < PASSPHRASE_MAX;
}

/* One byte at a time: what follows the line belongs to somebody else. */
static gboolean
read_line (int fd, const sigset_t *mask, char *text, GError **error)
{
  gsize length = 0;

  while (TRUE)
    {
      char byte = 0;
      gssize got;

      if (!read_byte (fd, mask, &byte, &got, error))
        return FALSE;
      if (got == 0 || byte == '\n')
        break;
      if (!check_byte (byte, length, error))
        return FALSE;
      text[length++] = byte;
    }

  if (length > 0 && text[length - 1] == '\r')
    length--;
  text[length] = '\0';
  return TRUE;
}

static char *
read_passphrase (int fd, const sigset_t *mask, GError **error)
{
  char *text = allocate (error);

  if (text != NULL && !read_line (fd, mask, text, error))
    {
      msk_passphrase_free (text);
      return NULL;
    }

  return text;
}

char *
msk_passphrase_read_fd (int fd, GError **error)
{
  return read_passphrase (fd, NULL, error);
}

static gboolean
check_private (int fd, GError **error)
{
  struct stat status;

  if (fstat (fd, &status) != 0)
    {
      set_read_error (error, errno);
      return FALSE;
    }
  if (!S_ISREG (status.st_mode))
    {
      g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_FILE_REFUSED,
                           _ ("The passphrase file is no ordinary file: give an open file with "
                              "--passphrase-fd instead."));
      return FALSE;
    }
  if ((status.st_mode & 077) != 0 || (status.st_uid != geteuid () && status.st_uid != 0))
    {
      g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_FILE_REFUSED,
                           _ ("Others can read or change the passphrase file: make it yours alone "
                              "with “chmod 600”, and choose a new passphrase."));
      return FALSE;
    }

  return TRUE;
}

char *
msk_passphrase_read_file (const char *path, GError **error)
{
  /* O_NONBLOCK so that a pipe is refused and not waited for. */
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
  char *text = NULL;

  if (fd < 0)
    {
      set_read_error (error, errno);
      return NULL;
    }

  if (check_private (fd, error))
    text = msk_passphrase_read_fd (fd, error);
  close (fd);

  return text;
}

static gboolean
write_prompt (int terminal, const char *prompt)
{
  return write (terminal, prompt, strlen (prompt)) >= 0 && write (terminal, " ", 1) >= 0;
}

/* The prompt comes when the terminal is mute already: from then on people may type. */
static char *
ask_muted (int terminal, const char *prompt, const sigset_t *mask, GError **error)
{
  struct termios spoken, muted;
  char *text = NULL;

  if (tcgetattr (terminal, &spoken) != 0)
    {
      set_read_error (error, errno);
      return NULL;
    }

  muted = spoken;
  muted.c_lflag = (muted.c_lflag & ~(tcflag_t) ECHO) | ICANON | ECHONL;
  /* After a stop the shell would give back a terminal that echoes. */
  muted.c_cc[VSUSP] = _POSIX_VDISABLE;
  if (tcsetattr (terminal, TCSAFLUSH, &muted) == 0 && write_prompt (terminal, prompt))
    text = read_passphrase (terminal, mask, error);
  else
    set_read_error (error, errno);
  tcsetattr (terminal, TCSAFLUSH, &spoken);

  return text;
}

/* A signal that ends programs waits until the terminal speaks again. */
static char *
ask_without_interruption (int terminal, const char *prompt, GError **error)
{
  struct sigaction old_actions[G_N_ELEMENTS (ending_signals)];
  struct sigaction action = { .sa_handler = catch_signal };
  sigset_t blocked, old_mask;
  char *text;

  sigemptyset (&blocked);
  for (guint i = 0; i < G_N_ELEMENTS (ending_signals); i++)
    sigaddset (&blocked, ending_signals[i]);
  sigprocmask (SIG_BLOCK, &blocked, &old_mask);

  caught_signal = 0;
  for (guint i = 0; i < G_N_ELEMENTS (ending_signals); i++)
    sigaction (ending_signals[i], &action, &old_actions[i]);

  text = ask_muted (terminal, prompt, &old_mask, error);

  for (guint i = 0; i < G_N_ELEMENTS (ending_signals); i++)
    sigaction (ending_signals[i], &old_actions[i], NULL);
  if (caught_signal != 0)
    raise (caught_signal);
  sigprocmask (SIG_SETMASK, &old_mask, NULL);

  return text;
}

char *
msk_passphrase_ask (const char *prompt, GError **error)
{
  int terminal = open ("/dev/tty", O_RDWR | O_CLOEXEC);
  char *text;

  if (terminal < 0)
    {
      g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_USAGE,
                           _ ("There is no terminal to ask for the passphrase on: give it with "
                              "--passphrase-file or --passphrase-fd."));
      return NULL;
    }

  text = ask_without_interruption (terminal, prompt, error);
  close (terminal);

  return text;
}

char *
msk_passphrase_ask_twice (const char *prompt, GError **error)
{
  char *text = msk_passphrase_ask (prompt, error);
  char *again = text != NULL ? msk_passphrase_ask (_ ("The same once more:"), error) : NULL;

  if (again != NULL && !msk_user_desk_check_repeated (text, again, error))
    g_clear_pointer (&again, msk_passphrase_free);
  if (again == NULL)
    g_clear_pointer (&text, msk_passphrase_free);

  g_clear_pointer (&again, msk_passphrase_free);
  return text;
}

void
msk_passphrase_free (char *self)
{
  /* Wipes it as well. */
  sodium_free (self);
}
