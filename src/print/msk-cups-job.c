/* One print job: a document that is handed over once, watched, and removed without a trace.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-cups-job.h"

#include <glib/gi18n-lib.h>

#include "msk-cups-fault.h"
#include "msk-error.h"

struct _MskCupsJob
{
  MskCupsConnection *connection; /* borrowed */
  char *queue;
  char *resource;
  char *reference;
  int id;

  char *uuid; /* what makes it ours: numbers are used again */
  char *owner;

  gboolean has_begun;
  gboolean was_restarted;
  int begun_at; /* by the printing system's clock; compared, never read */

  int printer_state;
  char *faults; /* printer-state-reasons, space separated */
  char *progress;
  char *device_uri;
};

static const char *const wanted_job_attributes[] = {
  "job-impressions-completed",  "job-k-octets-processed",
  "job-media-sheets-completed", "job-name",
  "job-originating-user-name",  "job-state",
  "job-state-reasons",          "job-uuid",
  "time-at-processing",
};

static const char *const wanted_printer_attributes[] = { "device-uri", "printer-state",
                                                         "printer-state-reasons" };

static ipp_t *
new_job_request (MskCupsJob *self, ipp_op_t operation)
{
  ipp_t *request = msk_cups_connection_new_request (operation, self->queue);

  ippAddInteger (request, IPP_TAG_OPERATION, IPP_TAG_INTEGER, "job-id", self->id);
  return request;
}

static MskCupsReply
ask_attributes (MskCupsJob *self,
                ipp_t *request,
                const char *const *names,
                int n_names,
                ipp_t **answer)
{
  ippAddStrings (request, IPP_TAG_OPERATION, IPP_CONST_TAG (IPP_TAG_KEYWORD),
                 "requested-attributes", n_names, NULL, names);
  return msk_cups_connection_ask (self->connection, request, "/", answer);
}

static const char *
find_text (ipp_t *answer, const char *name)
{
  return ippGetString (ippFindAttribute (answer, name, IPP_TAG_ZERO), 0, NULL);
}

/* 0 also when the printing system says that there is no value yet. */
static int
find_number (ipp_t *answer, const char *name)
{
  ipp_attribute_t *attribute = ippFindAttribute (answer, name, IPP_TAG_ZERO);
  ipp_tag_t tag = ippGetValueTag (attribute);

  return tag == IPP_TAG_INTEGER || tag == IPP_TAG_ENUM ? ippGetInteger (attribute, 0) : 0;
}

static char *
dup_keywords (ipp_t *answer, const char *name)
{
  ipp_attribute_t *attribute = ippFindAttribute (answer, name, IPP_TAG_ZERO);
  GString *text = g_string_new (NULL);

  for (int i = 0; i < ippGetCount (attribute); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", ippGetString (attribute, i, NULL));

  return g_string_free (text, FALSE);
}

static gboolean
has_keyword (const char *keywords, const char *keyword)
{
  g_auto(GStrv) list = g_strsplit (keywords, " ", -1);

  return g_strv_contains ((const char *const *) list, keyword);
}

/* Everything here is fixed for good by the time that the job exists. The name may be withheld from
 * us by the privacy rules of the printing system; a name that is shown has to be ours. */
static gboolean
is_ours (MskCupsJob *self, ipp_t *answer)
{
  const char *name = find_text (answer, "job-name");
  const char *owner = find_text (answer, "job-originating-user-name");

  return (self->uuid == NULL || g_strcmp0 (find_text (answer, "job-uuid"), self->uuid) == 0) &&
         (name == NULL || g_str_equal (name, self->reference)) &&
         (owner == NULL || self->owner == NULL || g_str_equal (owner, self->owner));
}

static void
note_beginning (MskCupsJob *self, ipp_t *answer, ipp_jstate_t state)
{
  int begun_at = find_number (answer, "time-at-processing");

  if (begun_at != 0 && self->begun_at != 0 && begun_at != self->begun_at)
    self->was_restarted = TRUE;
  if (begun_at != 0)
    self->begun_at = begun_at;
  if (begun_at != 0 || state == IPP_JSTATE_PROCESSING)
    self->has_begun = TRUE;
}

/* CUPS up to 2.4.2 leaves the reason of the moment in which it set the state; newer ones say that
 * all went well. */
static gboolean
completed_well (const char *reasons)
{
  static const char *const good[] = { "job-completed-successfully",
                                      "job-completed-with-warnings",
                                      "processing-to-stop-point",
                                      "none",
                                      "",
                                      NULL };

  return g_strv_contains (good, reasons);
}

/* A job is called cancelled before the programs that drive the printer have ended. */
static gboolean
is_stopping (MskCupsJob *self, const char *reasons)
{
  return self->has_begun && self->printer_state == IPP_PSTATE_PROCESSING &&
         g_str_equal (reasons, "processing-to-stop-point");
}

static MskCupsJobStanding
judge (MskCupsJob *self, ipp_jstate_t state, const char *reasons)
{
  switch (state)
    {
    case IPP_JSTATE_PENDING:
    case IPP_JSTATE_HELD:
      return self->has_begun ? MSK_CUPS_JOB_INTERRUPTED : MSK_CUPS_JOB_WAITING;
    case IPP_JSTATE_PROCESSING:
      return self->was_restarted ? MSK_CUPS_JOB_INTERRUPTED : MSK_CUPS_JOB_WAITING;
    case IPP_JSTATE_STOPPED:
      return MSK_CUPS_JOB_INTERRUPTED;
    case IPP_JSTATE_CANCELED:
      return is_stopping (self, reasons) ? MSK_CUPS_JOB_WAITING : MSK_CUPS_JOB_CANCELLED;
    case IPP_JSTATE_COMPLETED:
      return completed_well (reasons) ? MSK_CUPS_JOB_COMPLETED : MSK_CUPS_JOB_GIVEN_UP;
    case IPP_JSTATE_ABORTED:
    default:
      return MSK_CUPS_JOB_GIVEN_UP;
    }
}

static gboolean
look_at_printer (MskCupsJob *self)
{
  ipp_t *request = msk_cups_connection_new_request (IPP_OP_GET_PRINTER_ATTRIBUTES, self->queue);
  g_autoptr(ipp_t) answer = NULL;
  MskCupsReply reply = ask_attributes (self, request, wanted_printer_attributes,
                                       G_N_ELEMENTS (wanted_printer_attributes), &answer);

  if (reply == MSK_CUPS_REPLY_OK)
    {
      self->printer_state = find_number (answer, "printer-state");
      g_free (self->faults);
      self->faults = dup_keywords (answer, "printer-state-reasons");
      g_free (self->device_uri);
      self->device_uri = g_strdup (find_text (answer, "device-uri"));
    }

  return reply != MSK_CUPS_REPLY_LOST;
}

/* The new job's own identity, asked for before there is anything in it to lose. */
static gboolean
learn_identity (MskCupsJob *self)
{
  g_autoptr(ipp_t) answer = NULL;
  MskCupsReply reply =
      ask_attributes (self, new_job_request (self, IPP_OP_GET_JOB_ATTRIBUTES),
                      wanted_job_attributes, G_N_ELEMENTS (wanted_job_attributes), &answer);

  if (reply != MSK_CUPS_REPLY_OK)
    return FALSE;

  if (!is_ours (self, answer))
    return FALSE;

  self->uuid = g_strdup (find_text (answer, "job-uuid"));
  self->owner = g_strdup (find_text (answer, "job-originating-user-name"));
  return self->uuid != NULL;
}

static ipp_t *
new_create_request (const char *queue, const char *reference, const MskMedia *media)
{
  ipp_t *request = msk_cups_connection_new_request (IPP_OP_CREATE_JOB, queue);

  ippAddString (request, IPP_TAG_OPERATION, IPP_TAG_NAME, "job-name", NULL, reference);
  /* What the queue's defaults could otherwise change about the one copy. Sides and trays stay as
   * the queue has them. */
  ippAddInteger (request, IPP_TAG_JOB, IPP_TAG_INTEGER, "copies", 1);
  ippAddInteger (request, IPP_TAG_JOB, IPP_TAG_INTEGER, "number-up", 1);
  ippAddString (request, IPP_TAG_JOB, IPP_CONST_TAG (IPP_TAG_KEYWORD), "job-hold-until", NULL,
                "no-hold");
  ippAddString (request, IPP_TAG_JOB, IPP_CONST_TAG (IPP_TAG_KEYWORD), "job-sheets", NULL, "none");
  ippAddString (request, IPP_TAG_JOB, IPP_CONST_TAG (IPP_TAG_KEYWORD), "print-scaling", NULL,
                "none");
  if (media != NULL)
    ippAddString (request, IPP_TAG_JOB, IPP_TAG_KEYWORD, "media", NULL,
                  msk_media_get_keyword (*media));

  return request;
}

static MskCupsJob *
new_job (MskCupsConnection *connection, const char *queue, const char *reference)
{
  MskCupsJob *self = g_new0 (MskCupsJob, 1);

  self->connection = connection;
  self->queue = g_strdup (queue);
  self->resource = g_strconcat ("/printers/", queue, NULL);
  self->reference = g_strdup (reference);
  return self;
}

MskCupsJob *
msk_cups_job_create (MskCupsConnection *connection,
                     const char *queue,
                     const char *reference,
                     const MskMedia *media,
                     GError **error)
{
  g_autoptr(MskCupsJob) self = new_job (connection, queue, reference);
  g_autoptr(ipp_t) answer = NULL;
  MskCupsReply reply;

  reply = msk_cups_connection_ask (connection, new_create_request (queue, reference, media),
                                   self->resource, &answer);
  if (reply == MSK_CUPS_REPLY_OK)
    self->id = find_number (answer, "job-id");
  if (self->id != 0 && learn_identity (self))
    return g_steal_pointer (&self);

  g_set_error (error, MSK_SYSTEM_ERROR,
               reply == MSK_CUPS_REPLY_LOST ? MSK_SYSTEM_ERROR_PRINTER_LOST
                                            : MSK_SYSTEM_ERROR_PRINTER_REFUSED,
               _ ("The printing system took no job for the queue %s (%s); look at the queue with "
                  "lpstat -p %s and print it again."),
               queue, msk_cups_connection_get_detail (connection), queue);
  return NULL;
}

MskCupsJob *
msk_cups_job_find (MskCupsConnection *connection, const char *queue, const char *reference, int id)
{
  g_autoptr(MskCupsJob) self = new_job (connection, queue, reference);

  self->id = id;
  return learn_identity (self) ? g_steal_pointer (&self) : NULL;
}

void
msk_cups_job_free (MskCupsJob *self)
{
  g_free (self->queue);
  g_free (self->resource);
  g_free (self->reference);
  g_free (self->uuid);
  g_free (self->owner);
  g_free (self->faults);
  g_free (self->progress);
  g_free (self->device_uri);
  g_free (self);
}

gboolean
msk_cups_job_send (MskCupsJob *self,
                   GBytes *document,
                   GCancellable *cancellable,
                   gboolean *may_have_arrived)
{
  ipp_t *request = new_job_request (self, IPP_OP_SEND_DOCUMENT);
  MskCupsReply reply;

  ippAddString (request, IPP_TAG_OPERATION, IPP_TAG_MIMETYPE, "document-format", NULL,
                "application/pdf");
  ippAddBoolean (request, IPP_TAG_OPERATION, "last-document", 1);

  reply = msk_cups_connection_send_document (self->connection, request, self->resource, document,
                                             cancellable, may_have_arrived);
  /* A plain no means that the document was thrown away. */
  if (reply == MSK_CUPS_REPLY_REFUSED || reply == MSK_CUPS_REPLY_NOT_FOUND)
    *may_have_arrived = FALSE;

  return reply == MSK_CUPS_REPLY_OK;
}

void
msk_cups_job_set_connection (MskCupsJob *self, MskCupsConnection *connection)
{
  self->connection = connection;
}

MskCupsJobStanding
msk_cups_job_look (MskCupsJob *self)
{
  g_autoptr(ipp_t) answer = NULL;
  g_autofree char *reasons = NULL;
  ipp_jstate_t state;
  MskCupsReply reply =
      ask_attributes (self, new_job_request (self, IPP_OP_GET_JOB_ATTRIBUTES),
                      wanted_job_attributes, G_N_ELEMENTS (wanted_job_attributes), &answer);

  if (reply == MSK_CUPS_REPLY_NOT_FOUND)
    return MSK_CUPS_JOB_GONE;
  if (reply != MSK_CUPS_REPLY_OK)
    return MSK_CUPS_JOB_SILENT;
  if (!is_ours (self, answer))
    return MSK_CUPS_JOB_FOREIGN;
  if (!look_at_printer (self))
    return MSK_CUPS_JOB_SILENT;

  state = (ipp_jstate_t) find_number (answer, "job-state");
  reasons = dup_keywords (answer, "job-state-reasons");
  note_beginning (self, answer, state);

  g_free (self->progress);
  self->progress = g_strdup_printf ("%d %s %d %d %d %d %s", state, reasons,
                                    find_number (answer, "job-impressions-completed"),
                                    find_number (answer, "job-media-sheets-completed"),
                                    find_number (answer, "job-k-octets-processed"),
                                    self->printer_state, self->faults != NULL ? self->faults : "");

  return judge (self, state, reasons);
}

gboolean
msk_cups_job_has_begun (MskCupsJob *self)
{
  return self->has_begun;
}

gboolean
msk_cups_job_was_restarted (MskCupsJob *self)
{
  return self->was_restarted;
}

gboolean
msk_cups_job_printer_is_stopped (MskCupsJob *self)
{
  return self->printer_state == IPP_PSTATE_STOPPED;
}

gboolean
msk_cups_job_printer_has_fault (MskCupsJob *self)
{
  return msk_cups_job_printer_is_stopped (self) ||
         (self->faults != NULL && msk_cups_fault_is_in (self->faults));
}

char *
msk_cups_job_dup_fault (MskCupsJob *self)
{
  g_autofree char *text = self->faults != NULL ? msk_cups_fault_dup_text (self->faults) : NULL;

  return text != NULL ? g_steal_pointer (&text) : g_strdup ("");
}

MskCupsDeviceWord
msk_cups_job_ask_device (MskCupsJob *self)
{
  return msk_cups_device_ask (self->device_uri, self->reference);
}

gboolean
msk_cups_job_end_is_guessed (MskCupsJob *self)
{
  return self->faults != NULL && has_keyword (self->faults, "cups-ipp-missing-job-history");
}

const char *
msk_cups_job_get_progress (MskCupsJob *self)
{
  return self->progress != NULL ? self->progress : "";
}

int
msk_cups_job_get_id (MskCupsJob *self)
{
  return self->id;
}

const char *
msk_cups_job_get_detail (MskCupsJob *self)
{
  return msk_cups_connection_get_detail (self->connection);
}

MskCupsReply
msk_cups_job_cancel (MskCupsJob *self)
{
  return msk_cups_connection_ask (self->connection, new_job_request (self, IPP_OP_CANCEL_JOB),
                                  self->resource, NULL);
}

MskCupsReply
msk_cups_job_purge (MskCupsJob *self)
{
  ipp_t *request = new_job_request (self, IPP_OP_CANCEL_JOB);

  ippAddBoolean (request, IPP_TAG_OPERATION, "purge-job", 1);
  return msk_cups_connection_ask (self->connection, request, self->resource, NULL);
}
