/* One print job: a document that is handed over once, watched, and removed without a trace.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-cups-connection.h"
#include "msk-cups-device.h"
#include "msk-media.h"

G_BEGIN_DECLS

typedef struct _MskCupsJob MskCupsJob;

/* Where the job stands, as far as the kit may conclude anything from it. */
typedef enum
{
  MSK_CUPS_JOB_WAITING,     /* not begun, or on its way */
  MSK_CUPS_JOB_COMPLETED,   /* the printer says that all came out */
  MSK_CUPS_JOB_GIVEN_UP,    /* aborted by the printing system */
  MSK_CUPS_JOB_CANCELLED,   /* by us or by somebody else */
  MSK_CUPS_JOB_INTERRUPTED, /* had begun and was thrown back: left alone it would print a second
                               time */
  MSK_CUPS_JOB_GONE,        /* unknown to the printing system */
  MSK_CUPS_JOB_FOREIGN,     /* gone, and its number names another job now */
  MSK_CUPS_JOB_SILENT,      /* the printing system does not answer */
} MskCupsJobStanding;

/* Makes an empty job, for a size of paper or, with NULL, for what the queue is set to. Without its
 * document it prints nothing. Fails with
 * MSK_SYSTEM_ERROR_PRINTER_REFUSED or _LOST; then nothing can come out. */
MskCupsJob *msk_cups_job_create (MskCupsConnection *connection,
                                 const char *queue,
                                 const char *reference,
                                 const MskMedia *media,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* A job of an earlier conversation, by its number and name; NULL when there is none such any more.
 */
MskCupsJob *msk_cups_job_find (MskCupsConnection *connection,
                               const char *queue,
                               const char *reference,
                               int id) G_GNUC_WARN_UNUSED_RESULT;
void msk_cups_job_free (MskCupsJob *self);

/* Hands the document over, once. When it fails and *may_have_arrived is FALSE nothing can come out.
 */
gboolean msk_cups_job_send (MskCupsJob *self,
                            GBytes *document,
                            GCancellable *cancellable,
                            gboolean *may_have_arrived);

/* Another conversation to go on with, after the first broke. The caller keeps it alive. */
void msk_cups_job_set_connection (MskCupsJob *self, MskCupsConnection *connection);

MskCupsJobStanding msk_cups_job_look (MskCupsJob *self);

/* Whether a sheet may have been touched at any time that was seen. */
gboolean msk_cups_job_has_begun (MskCupsJob *self);

/* Whether it was begun more than once, so that sheets may be there twice. */
gboolean msk_cups_job_was_restarted (MskCupsJob *self);

/* Whether the queue was stopped, or told of a fault such as media-empty, at the last look. */
gboolean msk_cups_job_printer_is_stopped (MskCupsJob *self);
gboolean msk_cups_job_printer_has_fault (MskCupsJob *self);

/* What somebody has to see to at the printer, by the last look, in the user's language, or "". The
 * caller owns it. */
char *msk_cups_job_dup_fault (MskCupsJob *self) G_GNUC_WARN_UNUSED_RESULT;

/* What the printer itself says of the job, which is worth more than what CUPS says of it. */
MskCupsDeviceWord msk_cups_job_ask_device (MskCupsJob *self);

/* Whether the queue says that it cannot know how its jobs end. */
gboolean msk_cups_job_end_is_guessed (MskCupsJob *self);

/* Changes whenever anything that shows progress changes. */
const char *msk_cups_job_get_progress (MskCupsJob *self);
int msk_cups_job_get_id (MskCupsJob *self);

/* What libcups said about the last request that did not end well. */
const char *msk_cups_job_get_detail (MskCupsJob *self);

/* Asks to stop it; msk_cups_job_look says later what came of that. */
MskCupsReply msk_cups_job_cancel (MskCupsJob *self);

/* Removes the document and the job's record once; msk_cups_job_look then answers MSK_CUPS_JOB_GONE.
 * Only for a job known to be ours. */
MskCupsReply msk_cups_job_purge (MskCupsJob *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MskCupsJob, msk_cups_job_free)

G_END_DECLS
