/* A private printing system as a test holds it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-test-cups.h"

#include <gio/gio.h>

/* A guard against hanging for ever, not a promise about speed. */
#define WAIT_LIMIT_MS 60000
#define POLL_MS 20

struct _MskTestCups
{
  GSubprocess *process;
  GDataInputStream *answers;
  char *server;
  char *queue;
  char *folder;
  char *device;
};

static void
read_answers (MskTestCups *self)
{
  for (;;)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *line = g_data_input_stream_read_line (self->answers, NULL, NULL, &error);
      g_auto(GStrv) words = NULL;

      g_assert_no_error (error);
      g_assert_nonnull (line);
      if (g_str_equal (line, "ok"))
        return;
      if (g_str_has_prefix (line, "failed"))
        g_error ("private-cups: %s", line);

      words = g_strsplit (line, " ", 2);
      if (g_str_equal (words[0], "server"))
        self->server = g_strdup (words[1]);
      else if (g_str_equal (words[0], "queue"))
        self->queue = g_strdup (words[1]);
      else if (g_str_equal (words[0], "folder"))
        self->folder = g_strdup (words[1]);
      else if (g_str_equal (words[0], "device"))
        self->device = g_strdup (words[1]);
    }
}

MskTestCups *
msk_test_cups_new (void)
{
  MskTestCups *self = g_new0 (MskTestCups, 1);
  const char *program = g_getenv ("MSK_PRIVATE_CUPS");
  g_autofree char *settings = NULL;
  g_autoptr(GError) error = NULL;

  if (program == NULL)
    g_error ("MSK_PRIVATE_CUPS must name the program private-cups; run the test through meson.");

  self->process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE,
                                    &error, program, NULL);
  g_assert_no_error (error);
  self->answers = g_data_input_stream_new (g_subprocess_get_stdout_pipe (self->process));
  read_answers (self);
  settings = g_build_filename (self->folder, "conf", NULL);
  g_setenv ("CUPS_SERVERROOT", settings, TRUE);

  return self;
}

void
msk_test_cups_free (MskTestCups *self)
{
  g_autoptr(GError) error = NULL;

  g_output_stream_close (g_subprocess_get_stdin_pipe (self->process), NULL, &error);
  g_assert_no_error (error);
  g_subprocess_wait_check (self->process, NULL, &error);
  g_assert_no_error (error);
  /* Nothing of it may stay on the machine. */
  g_assert_false (g_file_test (self->folder, G_FILE_TEST_EXISTS));

  g_clear_object (&self->answers);
  g_clear_object (&self->process);
  g_free (self->server);
  g_free (self->queue);
  g_free (self->folder);
  g_free (self->device);
  g_free (self);
}

const char *
msk_test_cups_get_server (MskTestCups *self)
{
  return self->server;
}

const char *
msk_test_cups_get_queue (MskTestCups *self)
{
  return self->queue;
}

const char *
msk_test_cups_get_folder (MskTestCups *self)
{
  return self->folder;
}

const char *
msk_test_cups_get_device (MskTestCups *self)
{
  return self->device;
}

void
msk_test_cups_tell (MskTestCups *self, const char *command)
{
  g_autofree char *line = g_strconcat (command, "\n", NULL);
  g_autoptr(GError) error = NULL;

  g_output_stream_write_all (g_subprocess_get_stdin_pipe (self->process), line, strlen (line), NULL,
                             NULL, &error);
  g_assert_no_error (error);
  read_answers (self);
}

char *
msk_test_cups_run (MskTestCups *self, const char *command_line, ...)
{
  g_autoptr(GSubprocessLauncher) launcher =
                 g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autofree char *path = g_strconcat (g_getenv ("PATH"), ":/usr/sbin:/sbin", NULL);
  g_autofree char *text = NULL;
  g_autoptr(GSubprocess) process = NULL;
  g_autoptr(GError) error = NULL;
  char *output = NULL;
  va_list arguments;

  va_start (arguments, command_line);
  text = g_strdup_vprintf (command_line, arguments);
  va_end (arguments);

  g_subprocess_launcher_setenv (launcher, "CUPS_SERVER", self->server, TRUE);
  g_subprocess_launcher_setenv (launcher, "PATH", path, TRUE);
  process = g_subprocess_launcher_spawn (launcher, &error, "/bin/sh", "-c", text, NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  if (!g_subprocess_get_successful (process))
    g_error ("%s: %s", text, output);

  return output;
}

static void
wait_for_file (MskTestCups *self, const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (self->folder, folder, name, NULL);

  for (guint waited = 0; !g_file_test (path, G_FILE_TEST_EXISTS); waited += POLL_MS)
    {
      if (waited >= WAIT_LIMIT_MS)
        g_error ("%s never came", path);
      g_usleep (POLL_MS * 1000);
    }
}

void
msk_test_cups_wait_until_began (MskTestCups *self, const char *job_name)
{
  wait_for_file (self, "began", job_name);
}

void
msk_test_cups_wait_until_received (MskTestCups *self, const char *job_name)
{
  g_autofree char *name = g_strconcat (job_name, ".pdf", NULL);

  wait_for_file (self, "received", name);
}

GBytes *
msk_test_cups_dup_received (MskTestCups *self, const char *job_name)
{
  g_autofree char *name = g_strconcat (job_name, ".pdf", NULL);
  g_autofree char *path = g_build_filename (self->folder, "received", name, NULL);
  g_autoptr(GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);

  return file != NULL ? g_mapped_file_get_bytes (file) : NULL;
}

static guint
count_files (MskTestCups *self, const char *folder, const char *initials)
{
  g_autofree char *path = g_build_filename (self->folder, folder, NULL);
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;
  guint n = 0;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (initials == NULL || (strchr (initials, name[0]) != NULL && g_ascii_isdigit (name[1])))
      n++;

  return n;
}

guint
msk_test_cups_count_received (MskTestCups *self)
{
  return count_files (self, "received", NULL);
}

guint
msk_test_cups_count_spooled (MskTestCups *self)
{
  return count_files (self, "spool", "cd");
}

gboolean
msk_test_cups_mentions (MskTestCups *self, const char *word)
{
  g_autofree char *quoted = g_shell_quote (word);
  g_autofree char *output =
      msk_test_cups_run (self, "cd '%s' && grep -rlaFe %s conf cache state spool log || true",
                         self->folder, quoted);

  if (output[0] != '\0')
    g_test_message ("%s is in %s", word, output);
  return output[0] != '\0';
}
