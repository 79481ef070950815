/* A printer of this machine, reached through CUPS and distrusted.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-cups-printer.h"

#include <glib/gi18n-lib.h>

#include "msk-cups-follow.h"
#include "msk-cups-leftovers.h"
#include "msk-cups-printer-private.h"
#include "msk-cups-queue-check.h"
#include "msk-error.h"
#include "msk-print-reference.h"

/* The name of the empty job that a check makes and removes. */
#define TRIAL_REFERENCE "msk-check"

struct _MskCupsPrinter
{
  GObject parent_instance;

  char *server;
  char *queue;
  MskCupsLimits limits;

  gboolean asks_media; /* for a size of its own */
  MskMedia media;
  gboolean two_sided;    /* as the queue said at the last check */
  GPtrArray *references; /* of the jobs that were made */
  GString *traces;       /* what removes the documents that could not be removed */
};

enum
{
  PROP_SERVER = 1,
  PROP_QUEUE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void msk_cups_printer_iface_init (MskPrinterInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MskCupsPrinter,
                               msk_cups_printer,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (MSK_TYPE_PRINTER,
                                                      msk_cups_printer_iface_init))

static gboolean
check_cancelled (GCancellable *cancellable, GError **error)
{
  if (!g_cancellable_is_cancelled (cancellable))
    return TRUE;

  g_set_error_literal (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_CANCELLED,
                       _ ("Printing was cancelled before this print job began; print it again when "
                          "it is wanted."));
  return FALSE;
}

static const MskMedia *
get_media (MskCupsPrinter *self)
{
  return self->asks_media ? &self->media : NULL;
}

/* A conversation with a printing system whose queue has just been found fit. */
static MskCupsConnection *
open_checked (MskCupsPrinter *self, GCancellable *cancellable, GError **error)
{
  g_autoptr(MskCupsConnection) connection = NULL;

  if (!check_cancelled (cancellable, error) || !msk_cups_queue_check_name (self->queue, error))
    return NULL;

  connection = msk_cups_connection_open (self->server, error);
  if (connection == NULL ||
      !msk_cups_queue_check (connection, self->queue, get_media (self), &self->two_sided, error))
    return NULL;

  return g_steal_pointer (&connection);
}

/* An empty job prints nothing, and shows whether this account may remove what it makes. */
static gboolean
try_removing (MskCupsPrinter *self, MskCupsConnection *connection, GError **error)
{
  g_autoptr(MskCupsJob) job =
                 msk_cups_job_create (connection, self->queue, TRIAL_REFERENCE, NULL, error);

  if (job == NULL)
    return FALSE;
  if (msk_cups_follow_remove (job, &self->limits))
    return TRUE;

  g_set_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_PRINTER_UNSAFE,
               _ ("The queue %s does not let the kit remove printed documents; run: lpadmin -p %s "
                  "-o printer-op-policy=default"),
               self->queue, self->queue);
  return FALSE;
}

static gboolean
msk_cups_printer_check (MskPrinter *printer, GCancellable *cancellable, GError **error)
{
  MskCupsPrinter *self = MSK_CUPS_PRINTER (printer);
  g_autoptr(MskCupsConnection) connection = open_checked (self, cancellable, error);

  return connection != NULL && try_removing (self, connection, error);
}

/* Commands are run one after the other, whatever becomes of each. */
static void
note_trace (GString *commands, const char *command)
{
  g_string_append_printf (commands, "%s%s", commands->len > 0 ? "; " : "", command);
}

static void
waits_cb (const char *reason, gpointer user_data)
{
  msk_printer_emit_waits (MSK_PRINTER (user_data), reason);
}

static MskPrintOutcome
msk_cups_printer_print (MskPrinter *printer,
                        GBytes *document,
                        const char *reference,
                        GCancellable *cancellable,
                        GError **error)
{
  MskCupsPrinter *self = MSK_CUPS_PRINTER (printer);
  const MskCupsErrand errand = { .server = self->server,
                                 .queue = self->queue,
                                 .document = document,
                                 .limits = &self->limits,
                                 .waits = waits_cb,
                                 .waits_data = self };
  g_autoptr(MskCupsConnection) connection = NULL;
  g_autoptr(MskCupsJob) job = NULL;
  g_autofree char *traces = NULL;
  MskPrintOutcome outcome;

  if (!msk_print_reference_check (reference, error))
    return MSK_PRINT_OUTCOME_NOT_SENT;

  /* The queue may have been changed since the desk had it checked. */
  connection = open_checked (self, cancellable, error);
  if (connection == NULL)
    return MSK_PRINT_OUTCOME_NOT_SENT;

  job = msk_cups_job_create (connection, self->queue, reference, get_media (self), error);
  if (job == NULL)
    return MSK_PRINT_OUTCOME_NOT_SENT;

  g_ptr_array_add (self->references, g_strdup (reference));
  outcome = msk_cups_follow_print (job, &errand, &traces, cancellable, error);
  if (traces != NULL)
    note_trace (self->traces, traces);
  return outcome;
}

static void
msk_cups_printer_set_media (MskPrinter *printer, MskMedia media)
{
  MskCupsPrinter *self = MSK_CUPS_PRINTER (printer);

  self->asks_media = TRUE;
  self->media = media;
}

static gboolean
msk_cups_printer_is_two_sided (MskPrinter *printer)
{
  return MSK_CUPS_PRINTER (printer)->two_sided;
}

/* FALSE with an error that names the commands, which are also handed out, when there are any. */
static gboolean
check_traces (const char *commands, char **traces, GError **error)
{
  if (*commands == '\0')
    return TRUE;

  *traces = g_strdup (commands);
  g_set_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_PRINTER_UNSAFE,
               _ ("Documents of this run may still lie in the printing system; run: %s"), commands);
  return FALSE;
}

/* Of MskCupsLeftover, of the copies that this object printed. */
static GPtrArray *
list_own (MskCupsPrinter *self, GError **error)
{
  g_autoptr(MskCupsConnection) connection = msk_cups_connection_open (self->server, error);
  g_autoptr(GPtrArray) names = g_ptr_array_new ();

  if (connection == NULL)
    return NULL;

  g_ptr_array_extend (names, self->references, NULL, NULL);
  g_ptr_array_add (names, NULL);
  return msk_cups_leftovers_list (connection, self->queue, (const char *const *) names->pdata,
                                  error);
}

static gboolean
msk_cups_printer_prove_empty (MskPrinter *printer,
                              GCancellable *cancellable,
                              char **traces,
                              GError **error)
{
  MskCupsPrinter *self = MSK_CUPS_PRINTER (printer);

  if (self->traces->len == 0)
    {
      g_autoptr(GPtrArray) leftovers = list_own (self, error);

      if (leftovers == NULL)
        return FALSE;

      for (guint i = 0; i < leftovers->len; i++)
        {
          g_autofree char *command =
              msk_cups_leftover_dup_command (self->queue, g_ptr_array_index (leftovers, i));

          note_trace (self->traces, command);
        }
    }

  return check_traces (self->traces->str, traces, error);
}

static gboolean
msk_cups_printer_clear (MskPrinter *printer,
                        const char *const *references,
                        guint *removed,
                        char **traces,
                        GError **error)
{
  MskCupsPrinter *self = MSK_CUPS_PRINTER (printer);
  g_autoptr(MskCupsConnection) connection = msk_cups_connection_open (self->server, error);
  g_autoptr(GPtrArray) leftovers = NULL;
  g_autoptr(GString) commands = g_string_new (NULL);

  if (connection == NULL)
    return FALSE;
  leftovers = msk_cups_leftovers_list (connection, self->queue, references, error);
  if (leftovers == NULL)
    return FALSE;

  *removed = 0;
  for (guint i = 0; i < leftovers->len; i++)
    {
      const MskCupsLeftover *leftover = g_ptr_array_index (leftovers, i);
      g_autofree char *command = msk_cups_leftover_dup_command (self->queue, leftover);

      if (msk_cups_leftover_remove (connection, self->queue, leftover, &self->limits))
        *removed += g_strv_contains (references, leftover->reference);
      else
        note_trace (commands, command);
    }

  return check_traces (commands->str, traces, error);
}

static void
msk_cups_printer_set_property (GObject *object,
                               guint prop_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  MskCupsPrinter *self = MSK_CUPS_PRINTER (object);

  switch (prop_id)
    {
    case PROP_SERVER:
      self->server = g_value_dup_string (value);
      break;
    case PROP_QUEUE:
      self->queue = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
msk_cups_printer_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MskCupsPrinter *self = MSK_CUPS_PRINTER (object);

  switch (prop_id)
    {
    case PROP_SERVER:
      g_value_set_string (value, self->server);
      break;
    case PROP_QUEUE:
      g_value_set_string (value, self->queue);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
msk_cups_printer_finalize (GObject *object)
{
  MskCupsPrinter *self = MSK_CUPS_PRINTER (object);

  g_clear_pointer (&self->server, g_free);
  g_clear_pointer (&self->queue, g_free);
  g_clear_pointer (&self->references, g_ptr_array_unref);
  g_string_free (self->traces, TRUE);

  G_OBJECT_CLASS (msk_cups_printer_parent_class)->finalize (object);
}

static void
msk_cups_printer_class_init (MskCupsPrinterClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = msk_cups_printer_set_property;
  object_class->get_property = msk_cups_printer_get_property;
  object_class->finalize = msk_cups_printer_finalize;

  properties[PROP_SERVER] = g_param_spec_string ("server", NULL, NULL, NULL, flags);
  properties[PROP_QUEUE] = g_param_spec_string ("queue", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
msk_cups_printer_init (MskCupsPrinter *self)
{
  self->limits = msk_cups_default_limits;
  self->references = g_ptr_array_new_with_free_func (g_free);
  self->traces = g_string_new (NULL);
}

static void
msk_cups_printer_iface_init (MskPrinterInterface *iface)
{
  iface->check = msk_cups_printer_check;
  iface->print = msk_cups_printer_print;
  iface->set_media = msk_cups_printer_set_media;
  iface->is_two_sided = msk_cups_printer_is_two_sided;
  iface->prove_empty = msk_cups_printer_prove_empty;
  iface->clear = msk_cups_printer_clear;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static GStrv
collect_names (ipp_t *answer)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  ipp_attribute_t *attribute;

  for (attribute = ippFindAttribute (answer, "printer-name", IPP_TAG_NAME); attribute != NULL;
       attribute = ippFindNextAttribute (answer, "printer-name", IPP_TAG_NAME))
    g_ptr_array_add (names, g_strdup (ippGetString (attribute, 0, NULL)));

  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  return (GStrv) g_ptr_array_free (g_steal_pointer (&names), FALSE);
}

MskPrinter *
msk_cups_printer_new (const char *server, const char *queue)
{
  g_return_val_if_fail (queue != NULL, NULL);

  return g_object_new (MSK_TYPE_CUPS_PRINTER, "server", server, "queue", queue, NULL);
}

const char *
msk_cups_printer_get_queue (MskCupsPrinter *self)
{
  g_return_val_if_fail (MSK_IS_CUPS_PRINTER (self), NULL);

  return self->queue;
}

GStrv
msk_cups_printer_list_queues (const char *server, GError **error)
{
  g_autoptr(MskCupsConnection) connection = msk_cups_connection_open (server, error);
  g_autoptr(ipp_t) answer = NULL;
  ipp_t *request;
  MskCupsReply reply;

  if (connection == NULL)
    return NULL;

  request = msk_cups_connection_new_request (IPP_OP_CUPS_GET_PRINTERS, NULL);
  ippAddString (request, IPP_TAG_OPERATION, IPP_CONST_TAG (IPP_TAG_KEYWORD), "requested-attributes",
                NULL, "printer-name");
  ippAddInteger (request, IPP_TAG_OPERATION, IPP_TAG_ENUM, "printer-type", 0);
  ippAddInteger (request, IPP_TAG_OPERATION, IPP_TAG_ENUM, "printer-type-mask",
                 CUPS_PRINTER_CLASS | CUPS_PRINTER_REMOTE | CUPS_PRINTER_DISCOVERED |
                     CUPS_PRINTER_FAX);

  reply = msk_cups_connection_ask (connection, request, "/", &answer);
  /* With no queue at all CUPS answers "not found". */
  if (reply == MSK_CUPS_REPLY_NOT_FOUND)
    return g_new0 (char *, 1);
  if (reply == MSK_CUPS_REPLY_OK)
    return collect_names (answer);

  g_set_error (error, MSK_SYSTEM_ERROR,
               reply == MSK_CUPS_REPLY_LOST ? MSK_SYSTEM_ERROR_PRINTER_LOST
                                            : MSK_SYSTEM_ERROR_PRINTER_REFUSED,
               _ ("The printing system does not list its queues (%s); run: sudo systemctl restart "
                  "cups"),
               msk_cups_connection_get_detail (connection));
  return NULL;
}

void
msk_cups_printer_set_limits (MskCupsPrinter *self, const MskCupsLimits *limits)
{
  g_return_if_fail (MSK_IS_CUPS_PRINTER (self));

  self->limits = *limits;
}
