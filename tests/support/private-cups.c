/* private-cups: a printing system for tests, alive until its standard input closes.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "msk-private-cups.h"

#define LINE_SIZE 512

static void
end_by_signal_cb (int signal_number)
{
  /* Being interrupted is all that it takes: reading then ends. */
}

static void
handle_signals (void)
{
  static const int signals[] = { SIGTERM, SIGINT, SIGHUP };
  struct sigaction action = { .sa_handler = end_by_signal_cb };

  for (gsize i = 0; i < G_N_ELEMENTS (signals); i++)
    sigaction (signals[i], &action, NULL);

  /* The reader of our answers may be gone; the rest has to be tidied up nevertheless. */
  signal (SIGPIPE, SIG_IGN);
}

/* One line without its end; FALSE at the end of the input and after a signal. Not stdio, which
 * would read on after a signal. */
static gboolean
read_line (char line[LINE_SIZE])
{
  gsize length = 0;

  while (length < LINE_SIZE - 1)
    {
      if (read (STDIN_FILENO, line + length, 1) != 1)
        return FALSE;
      if (line[length] == '\n')
        break;
      length++;
    }

  line[length] = '\0';
  return TRUE;
}

static gboolean
obey (MskPrivateCups *cups, const char *command, GError **error)
{
  if (g_str_equal (command, "kill-server"))
    msk_private_cups_stop_server (cups, SIGKILL);
  else if (g_str_equal (command, "stop-server"))
    msk_private_cups_stop_server (cups, SIGTERM);
  else if (g_str_equal (command, "start-server"))
    return msk_private_cups_start_server (cups, error);
  else if (g_str_equal (command, "hang-server"))
    msk_private_cups_hang_server (cups, TRUE);
  else if (g_str_equal (command, "wake-server"))
    msk_private_cups_hang_server (cups, FALSE);
  else if (g_str_equal (command, "kill-printer"))
    msk_private_cups_stop_printer (cups);
  else if (g_str_equal (command, "start-printer"))
    return msk_private_cups_start_printer (cups, error);
  else if (g_str_has_prefix (command, "behave "))
    return msk_private_cups_set_behaviour (cups, command + strlen ("behave "), error);
  else
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL, "unknown command: %s", command);
      return FALSE;
    }

  return TRUE;
}

static void
print_answer (const GError *error)
{
  if (error == NULL)
    {
      puts ("ok");
    }
  else
    {
      g_autofree char *line = g_strdelimit (g_strdup (error->message), "\n", ' ');

      printf ("failed %s\n", line);
    }
  fflush (stdout);
}

/* Where Debian keeps cupsd's companions is not in an ordinary user's path. */
static void
add_system_programs (void)
{
  const char *path = g_getenv ("PATH");
  g_autofree char *longer =
      g_strdup_printf ("%s:/usr/sbin:/sbin", path != NULL ? path : "/usr/bin:/bin");

  g_setenv ("PATH", longer, TRUE);
}

int
main (void)
{
  g_autoptr(MskPrivateCups) cups = NULL;
  g_autoptr(GError) failure = NULL;
  char line[LINE_SIZE];

  handle_signals ();
  add_system_programs ();
  cups = msk_private_cups_new (&failure);
  if (cups == NULL)
    {
      print_answer (failure);
      return EXIT_FAILURE;
    }

  printf ("server %s\nqueue %s\ncable %s\nfolder %s\ndevice %s\n",
          msk_private_cups_get_server (cups), MSK_PRIVATE_CUPS_QUEUE, MSK_PRIVATE_CUPS_CABLE,
          msk_private_cups_get_folder (cups), msk_private_cups_get_device_uri (cups));
  print_answer (NULL);

  while (read_line (line))
    {
      g_autoptr(GError) error = NULL;

      obey (cups, line, &error);
      print_answer (error);
    }

  return EXIT_SUCCESS;
}
