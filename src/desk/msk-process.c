/* What each program of the kit does before its first line of work: it keeps its memory to itself
 * and finds its words. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-process.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <locale.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include "msk-error.h"

/* Where translations lie as seen from the folder of the program: installed, then in a build tree
 * (src/cli or src/gui beside data/po). */
static const char *const locale_places[] = { "../share/locale", "../../data/po" };

static char *
find_locale_directory (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = program != NULL ? g_path_get_dirname (program) : NULL;

  for (guint i = 0; folder != NULL && i < G_N_ELEMENTS (locale_places); i++)
    {
      g_autofree char *place = g_build_filename (folder, locale_places[i], NULL);

      if (g_file_test (place, G_FILE_TEST_IS_DIR))
        return g_canonicalize_filename (place, NULL);
    }

  return NULL;
}

gboolean
msk_process_harden (GError **error)
{
  const struct rlimit no_core = { 0, 0 };

  /* The first also closes /proc/PID/mem and ptrace to other processes of the same user. */
  if (prctl (PR_SET_DUMPABLE, 0, 0, 0, 0) != 0 || setrlimit (RLIMIT_CORE, &no_core) != 0)
    {
      g_set_error (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_MEMORY,
                   _ ("The system does not let the program protect its memory (%s): ask the system "
                      "administrator."),
                   g_strerror (errno));
      return FALSE;
    }

  umask (077);
  signal (SIGPIPE, SIG_IGN);
  return TRUE;
}

void
msk_process_init_language (void)
{
  g_autofree char *directory = NULL;

  setlocale (LC_ALL, "");

  directory = find_locale_directory ();
  if (directory != NULL)
    bindtextdomain (GETTEXT_PACKAGE, directory);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}
