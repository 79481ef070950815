/* A whole printing system of its own for tests: cupsd, an IPP printer and a message bus.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-private-cups.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <netinet/in.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include "msk-private-cups-files.h"

#define START_LIMIT_MS 30000
#define POLL_MS 20
#define PORT_ATTEMPTS 5

struct _MskPrivateCups
{
  char *folder;
  char *server;
  char *bus;
  char *cupsd;
  char *device_uri;
  guint16 port;
  GPid bus_pid;
  GPid server_pid;
  GPid printer_pid;
};

static char *
in_folder (MskPrivateCups *self, const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

/* Programs die with the guardian, also when it is killed. */
static void
child_setup (gpointer data)
{
  prctl (PR_SET_PDEATHSIG, SIGKILL);
}

static gboolean
spawn (MskPrivateCups *self,
       const char *const *argv,
       const char *log_name,
       GPid *pid,
       GError **error)
{
  g_autofree char *log_path = in_folder (self, log_name);
  g_autofree char *home = in_folder (self, "home");
  g_autofree char *bus_address = g_strconcat ("unix:path=", self->bus, NULL);
  g_auto(GStrv) environment = g_get_environ ();
  int log_fd = g_open (log_path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  gboolean started;

  environment = g_environ_setenv (environment, "HOME", home, TRUE);
  environment = g_environ_setenv (environment, "DBUS_SYSTEM_BUS_ADDRESS", bus_address, TRUE);
  environment = g_environ_setenv (environment, "LC_ALL", "C", TRUE);
  environment = g_environ_unsetenv (environment, "CUPS_SERVER");

  started = g_spawn_async_with_pipes_and_fds (self->folder, argv, (const char *const *) environment,
                                              G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD |
                                                  G_SPAWN_STDIN_FROM_DEV_NULL,
                                              child_setup, NULL, -1, log_fd, log_fd, NULL, NULL, 0,
                                              pid, NULL, NULL, NULL, error);
  if (log_fd >= 0)
    close (log_fd);

  return started;
}

static gboolean
run (MskPrivateCups *self, const char *const *argv, GError **error)
{
  g_autofree char *output = NULL;
  g_autofree char *complaint = NULL;
  int status = 0;

  if (!g_spawn_sync (self->folder, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output,
                     &complaint, &status, error))
    return FALSE;
  if (g_spawn_check_wait_status (status, error))
    return TRUE;

  g_prefix_error (error, "%s: %s%s", argv[0], output, complaint);
  return FALSE;
}

static void
end_process (GPid *pid, int signal_number)
{
  if (*pid == 0)
    return;

  kill (*pid, signal_number);
  while (waitpid (*pid, NULL, 0) < 0 && errno == EINTR)
    ;
  *pid = 0;
}

static gboolean
can_connect (const struct sockaddr *address, socklen_t size)
{
  int fd = socket (address->sa_family, SOCK_STREAM | SOCK_CLOEXEC, 0);
  gboolean connected = fd >= 0 && connect (fd, address, size) == 0;

  if (fd >= 0)
    close (fd);

  return connected;
}

/* Whether the program is there to be spoken to before the limit and before it ends. */
static gboolean
wait_for (const struct sockaddr *address,
          socklen_t size,
          GPid *pid,
          const char *what,
          GError **error)
{
  for (guint waited = 0; waited < START_LIMIT_MS; waited += POLL_MS)
    {
      if (can_connect (address, size))
        return TRUE;
      if (waitpid (*pid, NULL, WNOHANG) == *pid)
        {
          *pid = 0;
          break;
        }
      g_usleep (POLL_MS * 1000);
    }

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "%s did not start; see its log", what);
  return FALSE;
}

static gboolean
wait_for_socket (const char *path, GPid *pid, const char *what, GError **error)
{
  struct sockaddr_un address = { .sun_family = AF_UNIX };

  g_strlcpy (address.sun_path, path, sizeof address.sun_path);
  return wait_for ((const struct sockaddr *) &address, sizeof address, pid, what, error);
}

static gboolean
wait_for_port (guint16 port, GPid *pid, const char *what, GError **error)
{
  struct sockaddr_in address = { .sin_family = AF_INET, .sin_port = g_htons (port) };

  address.sin_addr.s_addr = g_htonl (INADDR_LOOPBACK);
  return wait_for ((const struct sockaddr *) &address, sizeof address, pid, what, error);
}

static guint16
find_free_port (void)
{
  struct sockaddr_in address = { .sin_family = AF_INET };
  socklen_t size = sizeof address;
  int fd = socket (AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

  address.sin_addr.s_addr = g_htonl (INADDR_LOOPBACK);
  if (fd < 0 || bind (fd, (struct sockaddr *) &address, size) != 0 ||
      getsockname (fd, (struct sockaddr *) &address, &size) != 0)
    address.sin_port = 0;
  if (fd >= 0)
    close (fd);

  return g_ntohs (address.sin_port);
}

static gboolean
start_bus (MskPrivateCups *self, GError **error)
{
  g_autofree char *configuration = in_folder (self, "bus.conf");
  g_autofree char *argument = g_strconcat ("--config-file=", configuration, NULL);
  const char *argv[] = { "dbus-daemon", "--nofork", "--nopidfile", "--nosyslog", argument, NULL };

  return spawn (self, argv, "bus.log", &self->bus_pid, error) &&
         wait_for_socket (self->bus, &self->bus_pid, "dbus-daemon", error);
}

static gboolean
try_printer (MskPrivateCups *self, GError **error)
{
  g_autofree char *port = g_strdup_printf ("%u", self->port);
  g_autofree char *directory = in_folder (self, "printer");
  g_autofree char *keys = in_folder (self, "home");
  g_autofree char *command = in_folder (self, "printer-command");
  const char *argv[] = { "ippeveprinter",
                         "-p",
                         port,
                         "-d",
                         directory,
                         "-K",
                         keys,
                         "-r",
                         "off",
                         "-f",
                         "application/pdf",
                         "-n",
                         "localhost",
                         "-c",
                         command,
                         MSK_PRIVATE_CUPS_QUEUE,
                         NULL };

  return spawn (self, argv, "printer.log", &self->printer_pid, error) &&
         wait_for_port (self->port, &self->printer_pid, "ippeveprinter", error);
}

gboolean
msk_private_cups_start_printer (MskPrivateCups *self, GError **error)
{
  /* The queue knows the port once there is one. Before, another program may snatch it, so another
   * is tried. */
  if (self->port != 0)
    return try_printer (self, error);

  for (guint attempt = 1;; attempt++)
    {
      g_autoptr(GError) failure = NULL;

      self->port = find_free_port ();
      if (try_printer (self, &failure))
        break;

      end_process (&self->printer_pid, SIGKILL);
      if (attempt == PORT_ATTEMPTS)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
    }

  self->device_uri = g_strdup_printf ("ipp://localhost:%u/ipp/print", self->port);
  return TRUE;
}

void
msk_private_cups_stop_printer (MskPrivateCups *self)
{
  end_process (&self->printer_pid, SIGKILL);
}

gboolean
msk_private_cups_start_server (MskPrivateCups *self, GError **error)
{
  g_autofree char *cupsd_conf = in_folder (self, "conf/cupsd.conf");
  g_autofree char *files_conf = in_folder (self, "conf/cups-files.conf");
  const char *argv[] = { self->cupsd, "-f", "-c", cupsd_conf, "-s", files_conf, NULL };

  return spawn (self, argv, "log/output", &self->server_pid, error) &&
         wait_for_socket (self->server, &self->server_pid, "cupsd", error);
}

void
msk_private_cups_stop_server (MskPrivateCups *self, int signal_number)
{
  end_process (&self->server_pid, signal_number);
  g_unlink (self->server);
}

void
msk_private_cups_hang_server (MskPrivateCups *self, gboolean hang)
{
  kill (self->server_pid, hang ? SIGSTOP : SIGCONT);
}

/* The number of threads of a process, or 0. */
static guint
count_threads (GPid pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/task", (int) pid);
  g_autoptr(GDir) tasks = g_dir_open (path, 0, NULL);
  guint n = 0;

  while (tasks != NULL && g_dir_read_name (tasks) != NULL)
    n++;

  return n;
}

/* cupsd asks the printer in a thread of its own what it can do, and a job that came before would be
 * refused. The thread leaves a file of what it learnt and ends. (It also says so in the log, but
 * both threads write there without a lock, and a line can be lost: OpenPrinting's CUPS issue
 * 1450.) */
static gboolean
wait_for_queue (MskPrivateCups *self, GError **error)
{
  g_autofree char *learnt = in_folder (self, "cache/" MSK_PRIVATE_CUPS_QUEUE ".data");

  for (guint waited = 0; waited < START_LIMIT_MS; waited += POLL_MS)
    {
      if (g_file_test (learnt, G_FILE_TEST_EXISTS) && count_threads (self->server_pid) == 1)
        return TRUE;
      g_usleep (POLL_MS * 1000);
    }

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "the queue did not become available");
  return FALSE;
}

/* As the kit demands a queue to be. */
static gboolean
add_queue (MskPrivateCups *self,
           const char *name,
           const char *device,
           const char *model,
           GError **error)
{
  const char *argv[] = { "lpadmin",    "-h",
                         self->server, "-p",
                         name,         "-E",
                         "-v",         device,
                         "-m",         model,
                         "-o",         "printer-error-policy=abort-job",
                         "-o",         "printer-is-shared=false",
                         "-o",         "job-sheets-default=none,none",
                         NULL };

  return run (self, argv, error);
}

/* The jobs of the printer on the cable go to it as they are. */
static gboolean
make_queues (MskPrivateCups *self, GError **error)
{
  return add_queue (self, MSK_PRIVATE_CUPS_QUEUE, self->device_uri, "everywhere", error) &&
         wait_for_queue (self, error) &&
         add_queue (self, MSK_PRIVATE_CUPS_CABLE, "usb://Paper/Path", "raw", error);
}

gboolean
msk_private_cups_set_behaviour (MskPrivateCups *self, const char *behaviour, GError **error)
{
  g_autofree char *path = in_folder (self, "behaviour");

  return g_file_set_contents (path, behaviour, -1, error);
}

/* A socket's name has room for 107 bytes, which a long TMPDIR can use up. */
static char *
make_folder (GError **error)
{
  g_autofree char *template = g_build_filename (g_get_tmp_dir (), "msk-cups-XXXXXX", NULL);

  if (strlen (template) > 80)
    {
      g_free (template);
      template = g_strdup ("/tmp/msk-cups-XXXXXX");
    }
  /* cupsd's helpers run as another user when it runs as root. */
  if (g_mkdtemp_full (template, 0711) == NULL)
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), "%s: %s", template,
                   g_strerror (errno));
      return NULL;
    }

  return g_steal_pointer (&template);
}

/* cupsd writes its settings down only now and then; one that is killed before would know no queue
 * after its restart. */
static gboolean
keep_queue (MskPrivateCups *self, GError **error)
{
  msk_private_cups_stop_server (self, SIGTERM);
  return msk_private_cups_start_server (self, error);
}

static gboolean
start_all (MskPrivateCups *self, GError **error)
{
  return msk_private_cups_files_write (self->folder, self->server, self->bus, error) &&
         (self->cupsd = msk_private_cups_files_find_cupsd (self->folder, error)) != NULL &&
         msk_private_cups_set_behaviour (self, "print", error) && start_bus (self, error) &&
         msk_private_cups_start_printer (self, error) &&
         msk_private_cups_start_server (self, error) && make_queues (self, error) &&
         keep_queue (self, error);
}

MskPrivateCups *
msk_private_cups_new (GError **error)
{
  g_autoptr(MskPrivateCups) self = g_new0 (MskPrivateCups, 1);

  /* What cupsd leaves behind when it is killed becomes ours to end. */
  prctl (PR_SET_CHILD_SUBREAPER, 1);

  self->folder = make_folder (error);
  if (self->folder == NULL)
    return NULL;

  self->server = in_folder (self, "cups.sock");
  self->bus = in_folder (self, "bus.sock");
  return start_all (self, error) ? g_steal_pointer (&self) : NULL;
}

/* Children of the dead become our children, so this goes on until there are none. */
static void
end_descendants (void)
{
  g_autofree char *path = g_strdup_printf ("/proc/self/task/%d/children", (int) getpid ());

  for (;;)
    {
      g_autofree char *contents = NULL;
      g_auto(GStrv) pids = NULL;

      if (!g_file_get_contents (path, &contents, NULL, NULL))
        return;

      pids = g_strsplit (contents, " ", -1);
      for (gsize i = 0; pids[i] != NULL; i++)
        if (pids[i][0] != '\0')
          kill ((pid_t) g_ascii_strtoll (pids[i], NULL, 10), SIGKILL);

      if (waitpid (-1, NULL, 0) < 0 && errno == ECHILD)
        return;
    }
}

void
msk_private_cups_free (MskPrivateCups *self)
{
  /* Asked politely, cupsd ends its helpers itself. */
  end_process (&self->server_pid, SIGTERM);
  end_process (&self->printer_pid, SIGKILL);
  end_process (&self->bus_pid, SIGKILL);
  end_descendants ();

  if (self->folder != NULL)
    msk_private_cups_files_remove (self->folder);
  g_free (self->folder);
  g_free (self->server);
  g_free (self->bus);
  g_free (self->cupsd);
  g_free (self->device_uri);
  g_free (self);
}

const char *
msk_private_cups_get_folder (MskPrivateCups *self)
{
  return self->folder;
}

const char *
msk_private_cups_get_server (MskPrivateCups *self)
{
  return self->server;
}

const char *
msk_private_cups_get_device_uri (MskPrivateCups *self)
{
  return self->device_uri;
}
