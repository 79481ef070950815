/* The folder of a private printing system: its configuration and its removal.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-private-cups-files.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <grp.h>
#include <unistd.h>

/* Access rules are those that Debian ships, in short: what the kit may do there it must be able to
 * do here, and no more. Job files are kept as long as CUPS keeps them by default, so that removing
 * them is the kit's own work. */
static const char cupsd_conf[] =
    "Listen %1$s\n"
    "Browsing No\n"
    "WebInterface No\n"
    "DefaultEncryption Never\n"
    "DefaultAuthType Basic\n"
    "ErrorPolicy retry-job\n"
    "LogLevel debug\n"
    "MaxLogSize 0\n"
    "JobKillDelay 5\n"
    "PreserveJobFiles No\n"
    "<Location />\n  Order allow,deny\n</Location>\n"
    "<Policy default>\n"
    "  <Limit Create-Job Print-Job Print-URI Validate-Job>\n    Order deny,allow\n  </Limit>\n"
    "  <Limit Send-Document Send-URI Hold-Job Release-Job Restart-Job Purge-Jobs "
    "Set-Job-Attributes "
    "Cancel-My-Jobs Close-Job Cancel-Job>\n"
    "    Require user @OWNER @SYSTEM\n    Order deny,allow\n  </Limit>\n"
    "  <Limit CUPS-Add-Modify-Printer CUPS-Delete-Printer CUPS-Add-Modify-Class CUPS-Delete-Class "
    "Pause-Printer Resume-Printer CUPS-Accept-Jobs CUPS-Reject-Jobs>\n"
    "    AuthType Default\n    Require user @SYSTEM\n    Order deny,allow\n  </Limit>\n"
    "  <Limit All>\n    Order deny,allow\n  </Limit>\n"
    "</Policy>\n"
    /* Lets everybody make jobs and nobody remove them. */
    "<Policy keeps-jobs>\n"
    "  <Limit Cancel-Job>\n    Require user archivist\n    Order deny,allow\n  </Limit>\n"
    "  <Limit All>\n    Order deny,allow\n  </Limit>\n"
    "</Policy>\n";

static const char files_conf[] = "ServerRoot %1$s/conf\n"
                                 "ServerBin %1$s/bin\n"
                                 "CacheDir %1$s/cache\n"
                                 "StateDir %1$s/state\n"
                                 "DataDir %1$s/data\n"
                                 "RequestRoot %1$s/spool\n"
                                 "TempDir %1$s/spool/tmp\n"
                                 "DocumentRoot %1$s/www\n"
                                 "AccessLog %1$s/log/access_log\n"
                                 "ErrorLog %1$s/log/error_log\n"
                                 "PageLog %1$s/log/page_log\n"
                                 "SystemGroup %2$s\n"
                                 "%3$s"
                                 "FileDevice No\n";

/* Debian's mime.types knows PDF; what turns it into "a PDF ready for the printer" is a filter that
 * only desktop machines have. The sheets are ready as they are, so nothing has to be done. */
static const char conversions[] = "application/pdf application/vnd.cups-pdf 0 -\n";

static const char bus_conf[] =
    "<!DOCTYPE busconfig PUBLIC \"-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN\"\n"
    " \"http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd\">\n"
    "<busconfig><type>system</type><listen>unix:path=%s</listen><auth>EXTERNAL</auth>\n"
    "<policy context=\"default\"><allow send_destination=\"*\" eavesdrop=\"true\"/><allow "
    "eavesdrop=\"true\"/><allow own=\"*\"/>\n"
    "</policy></busconfig>\n";

static const char *const subfolders[] = { "conf",       "conf/ppd", "conf/ssl",     "cache",
                                          "state",      "data",     "data/banners", "spool",
                                          "spool/tmp",  "www",      "log",          "home",
                                          "printer",    "began",    "received",     "bin",
                                          "bin/backend" };

/* What a Debian machine knows of file types, and its programs for cupsd. */
#define SYSTEM_TYPES "/usr/share/cups/mime"
#define SYSTEM_PROGRAMS "/usr/lib/cups"

/* What stands for the folder in the script of the paper path. */
#define FOLDER_WORD "@FOLDER@"

static gboolean write_text (const char *folder,
                            const char *name,
                            int mode,
                            GError **error,
                            const char *format,
                            ...) G_GNUC_PRINTF (5, 6);

static gboolean
write_text (const char *folder, const char *name, int mode, GError **error, const char *format, ...)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  return g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, mode, error);
}

static const char *
get_group_name (void)
{
  const struct group *group = getgrgid (getegid ());

  return group != NULL ? group->gr_name : "nogroup";
}

/* As root, cupsd gives its helpers to "lp". As somebody else it can give them to nobody but that
 * user. */
static char *
make_identity (void)
{
  if (geteuid () == 0)
    return g_strdup ("User lp\nGroup lp\n");

  return g_strdup_printf ("User %s\nGroup nogroup\n", g_get_user_name ());
}

static gboolean
link_to (const char *target, const char *folder, const char *name, GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  if (symlink (target, path) == 0)
    return TRUE;

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), "%s: %s", path,
               g_strerror (errno));
  return FALSE;
}

/* All that Debian ships for cupsd, but its USB backend: on this cable hangs our printer. */
static gboolean
link_programs (const char *folder, GError **error)
{
  return link_to (SYSTEM_PROGRAMS "/daemon", folder, "bin/daemon", error) &&
         link_to (SYSTEM_PROGRAMS "/notifier", folder, "bin/notifier", error) &&
         link_to (SYSTEM_PROGRAMS "/backend/ipp", folder, "bin/backend/ipp", error);
}

/* For the owner alone, so that cupsd runs the one on the cable as the user who runs cupsd. */
static gboolean
write_paper_path (const char *folder, GError **error)
{
  g_autofree char *template = NULL;
  g_auto(GStrv) halves = NULL;

  if (!g_file_get_contents (MSK_PAPER_PATH, &template, NULL, error))
    return FALSE;

  halves = g_strsplit (template, FOLDER_WORD, 2);
  return write_text (folder, "printer-command", 0700, error, "%s%s%s", halves[0], folder,
                     halves[1]) &&
         write_text (folder, "bin/backend/usb", 0700, error, "%s%s%s", halves[0], folder,
                     halves[1]) &&
         write_text (folder, "tray", 0600, error, "%s", "");
}

gboolean
msk_private_cups_files_write (const char *folder,
                              const char *server,
                              const char *bus,
                              GError **error)
{
  g_autofree char *identity = make_identity ();

  for (gsize i = 0; i < G_N_ELEMENTS (subfolders); i++)
    {
      g_autofree char *path = g_build_filename (folder, subfolders[i], NULL);

      if (g_mkdir (path, 0711) != 0)
        {
          g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), "%s: %s", path,
                       g_strerror (errno));
          return FALSE;
        }
    }

  /* cupsd takes no setting about banner pages unless it has some. */
  return link_to (SYSTEM_TYPES, folder, "data/mime", error) && link_programs (folder, error) &&
         write_paper_path (folder, error) &&
         write_text (folder, "data/banners/standard", 0644, error, "%s", "%PDF-1.4\n") &&
         write_text (folder, "conf/cupsd.conf", 0600, error, cupsd_conf, server) &&
         write_text (folder, "conf/cups-files.conf", 0600, error, files_conf, folder,
                     get_group_name (), identity) &&
         write_text (folder, "conf/ready.convs", 0644, error, "%s", conversions) &&
         write_text (folder, "bus.conf", 0600, error, bus_conf, bus);
}

char *
msk_private_cups_files_find_cupsd (const char *folder, GError **error)
{
  g_autofree char *contents = NULL;
  g_autoptr(GFile) original = g_file_new_for_path ("/usr/sbin/cupsd");
  g_autofree char *copy_path = g_build_filename (folder, "cupsd", NULL);
  g_autoptr(GFile) copy = g_file_new_for_path (copy_path);

  /* AppArmor knows cupsd by its path and would keep it out of our folder; a copy is a program that
   * it does not know. */
  if (!g_file_get_contents ("/sys/module/apparmor/parameters/enabled", &contents, NULL, NULL) ||
      contents[0] != 'Y')
    return g_file_get_path (original);

  return g_file_copy (original, copy, G_FILE_COPY_NONE, NULL, NULL, NULL, error)
             ? g_steal_pointer (&copy_path)
             : NULL;
}

void
msk_private_cups_files_remove (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (!g_file_test (path, G_FILE_TEST_IS_SYMLINK) && g_file_test (path, G_FILE_TEST_IS_DIR))
        msk_private_cups_files_remove (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}
