/* Following a print job to its end, and saying no more about it than is known.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-cups-follow.h"

#include <glib/gi18n-lib.h>

#include "msk-error.h"

const MskCupsLimits msk_cups_default_limits = {
  .poll_ms = 500,
  .stall_ms = 10 * 60 * 1000,
  .busy_ms = 60 * 60 * 1000, /* a thick paper on a slow printer that reports no sheets */
  .cancel_ms = 60 * 1000,    /* cupsd kills a stubborn job after 30 seconds */
  .reconnect_ms = 30 * 1000,
};

/* Why the watch over a job ended. */
typedef enum
{
  CAUSE_COMPLETED,
  CAUSE_GIVEN_UP,
  CAUSE_CANCELLED_BY_OTHERS,
  CAUSE_CANCELLED_BY_US,
  CAUSE_STOPPED,
  CAUSE_STALLED,
  CAUSE_INTERRUPTED,
  CAUSE_LOST,
  CAUSE_NOT_TAKEN,
  CAUSE_END_UNKNOWN,
  CAUSE_TRACES_LEFT,
  N_CAUSES
} Cause;

typedef struct
{
  MskCupsJob *job;
  MskCupsConnection *replacement; /* when the first conversation broke */
  const char *server;
  const char *queue;
  const MskCupsLimits *limits;
  char *detail; /* what libcups said when it went wrong */
} Follower;

/* What to say: one sentence, and the next step depends on whether paper may have come. A place is
 * empty where the rules below never lead: what was lost, and what ended somehow, may always have
 * printed. */
static const struct
{
  int code;
  const char *not_sent;
  const char *uncertain;
} texts[N_CAUSES] = {
  [CAUSE_GIVEN_UP] = { MSK_SYSTEM_ERROR_PRINTER_REFUSED,
                       N_ ("The printer gave this copy up before it began; clear the fault it "
                           "shows and print the copy again."),
                       N_ ("The printer gave this copy up in the middle; collect its sheets from "
                           "the tray and confirm or spoil the copy.") },
  [CAUSE_CANCELLED_BY_OTHERS] = { MSK_SYSTEM_ERROR_PRINTER_REFUSED,
                                  N_ ("This copy was cancelled, at the printer or by somebody "
                                      "else, before it began; find out why and print it again."),
                                  N_ ("This copy was cancelled in the middle, at the printer or by "
                                      "somebody else; collect its sheets from the tray and confirm "
                                      "or spoil the copy.") },
  [CAUSE_CANCELLED_BY_US] = { MSK_SYSTEM_ERROR_CANCELLED,
                              N_ ("Printing was cancelled before this copy began; print it again "
                                  "when it is wanted."),
                              N_ ("Printing was cancelled in the middle of this copy; collect its "
                                  "sheets from the tray and confirm or spoil the copy.") },
  [CAUSE_STOPPED] = { MSK_SYSTEM_ERROR_PRINTER_STOPPED,
                      N_ ("The queue was stopped before this copy began; start it with cupsenable "
                          "and print the copy again."),
                      N_ ("The queue was stopped in the middle of this copy; collect its sheets "
                          "from the tray and confirm or spoil the copy, then start the queue with "
                          "cupsenable.") },
  [CAUSE_STALLED] = { MSK_SYSTEM_ERROR_PRINTER_STOPPED,
                      N_ ("The printer did not begin this copy for too long; look what it shows "
                          "(paper, cover, toner) and print the copy again."),
                      N_ ("The printer stood still for too long; look what it shows (paper, cover, "
                          "toner), collect its sheets from the tray and confirm or spoil the "
                          "copy.") },
  [CAUSE_INTERRUPTED] = { MSK_SYSTEM_ERROR_PRINTER_LOST,
                          N_ ("The printing system began this copy anew and was stopped; print the "
                              "copy again."),
                          N_ ("The printing system was restarted in the middle of this copy, so "
                              "sheets may have come twice; collect them all from the tray and "
                              "confirm or spoil the copy.") },
  [CAUSE_LOST] = { MSK_SYSTEM_ERROR_PRINTER_LOST, NULL,
                   N_ ("The printing system lost sight of this copy; wait until the printer is "
                       "quiet, collect its sheets from the tray and confirm or spoil the copy.") },
  [CAUSE_NOT_TAKEN] = { MSK_SYSTEM_ERROR_PRINTER_REFUSED,
                        N_ ("The printing system did not take the document; make sure that its "
                            "disk is not full and print this copy again."),
                        N_ ("The printing system did not say whether it took the document; collect "
                            "any sheets from the tray and confirm or spoil the copy.") },
  [CAUSE_END_UNKNOWN] = { MSK_SYSTEM_ERROR_PRINTER_LOST, NULL,
                          N_ ("The printer did not say how this copy ended; count its sheets in "
                              "the tray and confirm or spoil the copy.") },
};

static void
wait_a_moment (const MskCupsLimits *limits, GCancellable *cancellable)
{
  GPollFD fd;

  if (cancellable == NULL || !g_cancellable_make_pollfd (cancellable, &fd))
    {
      g_usleep ((gulong) limits->poll_ms * 1000);
      return;
    }

  g_poll (&fd, 1, (gint) limits->poll_ms);
  g_cancellable_release_fd (cancellable);
}

static gboolean
is_over (gint64 since, guint limit_ms)
{
  return g_get_monotonic_time () - since > (gint64) limit_ms * 1000;
}

static guint
get_patience (Follower *self)
{
  if (!msk_cups_job_has_begun (self->job) || msk_cups_job_printer_has_fault (self->job))
    return self->limits->stall_ms;

  return self->limits->busy_ms;
}

static gboolean
conclude (Follower *self, MskCupsJobStanding standing, Cause *cause)
{
  switch (standing)
    {
    case MSK_CUPS_JOB_WAITING:
      return FALSE;
    case MSK_CUPS_JOB_COMPLETED:
      *cause = CAUSE_COMPLETED;
      return TRUE;
    case MSK_CUPS_JOB_GIVEN_UP:
      *cause = CAUSE_GIVEN_UP;
      return TRUE;
    case MSK_CUPS_JOB_CANCELLED:
      *cause = CAUSE_CANCELLED_BY_OTHERS;
      return TRUE;
    case MSK_CUPS_JOB_INTERRUPTED:
      *cause = msk_cups_job_printer_is_stopped (self->job) ? CAUSE_STOPPED : CAUSE_INTERRUPTED;
      return TRUE;
    case MSK_CUPS_JOB_GONE:
    case MSK_CUPS_JOB_SILENT:
    default:
      *cause = CAUSE_LOST;
      return TRUE;
    }
}

static void
keep_detail (Follower *self)
{
  g_free (self->detail);
  self->detail = g_strdup (msk_cups_job_get_detail (self->job));
}

/* Until the job has ended or there is a reason to end it. */
static MskCupsJobStanding
watch (Follower *self, GCancellable *cancellable, Cause *cause)
{
  gint64 changed_at = g_get_monotonic_time ();
  g_autofree char *progress = NULL;

  for (;;)
    {
      MskCupsJobStanding standing = msk_cups_job_look (self->job);

      if (standing == MSK_CUPS_JOB_SILENT)
        keep_detail (self);
      if (conclude (self, standing, cause))
        return standing;

      if (g_cancellable_is_cancelled (cancellable))
        {
          *cause = CAUSE_CANCELLED_BY_US;
          return standing;
        }

      if (g_strcmp0 (progress, msk_cups_job_get_progress (self->job)) != 0)
        {
          g_free (progress);
          progress = g_strdup (msk_cups_job_get_progress (self->job));
          changed_at = g_get_monotonic_time ();
        }
      else if (is_over (changed_at, get_patience (self)))
        {
          *cause = CAUSE_STALLED;
          return standing;
        }

      wait_a_moment (self->limits, cancellable);
    }
}

static gboolean
is_end (MskCupsJobStanding standing)
{
  return standing == MSK_CUPS_JOB_COMPLETED || standing == MSK_CUPS_JOB_GIVEN_UP ||
         standing == MSK_CUPS_JOB_CANCELLED;
}

static gboolean
reconnect (Follower *self)
{
  gint64 since = g_get_monotonic_time ();

  for (;;)
    {
      g_clear_pointer (&self->replacement, msk_cups_connection_free);
      self->replacement = msk_cups_connection_open (self->server, NULL);
      if (self->replacement != NULL)
        {
          msk_cups_job_set_connection (self->job, self->replacement);
          return TRUE;
        }
      if (is_over (since, self->limits->reconnect_ms))
        return FALSE;

      wait_a_moment (self->limits, NULL);
    }
}

/* Stops a job that still may print, and waits until it has stopped. Deaf to cancelling: it is the
 * answer to it. */
static MskCupsJobStanding
withdraw (Follower *self)
{
  MskCupsJobStanding standing = msk_cups_job_look (self->job);
  gint64 since = g_get_monotonic_time ();

  if (standing == MSK_CUPS_JOB_WAITING || standing == MSK_CUPS_JOB_INTERRUPTED)
    msk_cups_job_cancel (self->job);

  while ((standing == MSK_CUPS_JOB_WAITING || standing == MSK_CUPS_JOB_INTERRUPTED) &&
         !is_over (since, self->limits->cancel_ms))
    {
      standing = msk_cups_job_look (self->job);
      if (standing == MSK_CUPS_JOB_WAITING || standing == MSK_CUPS_JOB_INTERRUPTED)
        wait_a_moment (self->limits, NULL);
    }

  return standing;
}

static MskPrintOutcome
judge (Follower *self, Cause *cause, MskCupsJobStanding end)
{
  gboolean was_lost = *cause == CAUSE_LOST || self->replacement != NULL;

  /* It had ended by itself before it could be stopped. */
  if (end == MSK_CUPS_JOB_COMPLETED && !was_lost)
    *cause = CAUSE_COMPLETED;

  if (*cause == CAUSE_COMPLETED && msk_cups_job_was_restarted (self->job))
    *cause = CAUSE_INTERRUPTED;
  else if (*cause == CAUSE_COMPLETED && msk_cups_job_end_is_guessed (self->job))
    *cause = CAUSE_END_UNKNOWN;
  else if (*cause == CAUSE_COMPLETED)
    return MSK_PRINT_OUTCOME_PRINTED;

  /* A printing system that died and came back may have forgotten that it had begun, so only one
   * that never fell silent can say that nothing came. */
  if (is_end (end) && end != MSK_CUPS_JOB_COMPLETED && !was_lost &&
      !msk_cups_job_has_begun (self->job))
    return MSK_PRINT_OUTCOME_NOT_SENT;

  return MSK_PRINT_OUTCOME_UNCERTAIN;
}

static void
report (Follower *self, Cause cause, MskPrintOutcome outcome, gboolean traces_left, GError **error)
{
  const char *text =
      outcome == MSK_PRINT_OUTCOME_NOT_SENT ? texts[cause].not_sent : texts[cause].uncertain;
  const int id = msk_cups_job_get_id (self->job);

  if (cause == CAUSE_TRACES_LEFT)
    g_set_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_PRINTER_UNSAFE,
                 _ ("This copy was printed, but its document stayed in the printing system; run: "
                    "sudo cancel -x %s-%d "
                    "and then confirm the copy."),
                 self->queue, id);
  else if (traces_left)
    /* TRANSLATORS: the first part is a whole sentence. */
    g_set_error (error, MSK_SYSTEM_ERROR, texts[cause].code,
                 _ ("%s Its document may still lie in the printing system; run: sudo cancel -x "
                    "%s-%d"),
                 _ (text), self->queue, id);
  else if (self->detail != NULL && self->detail[0] != '\0')
    g_set_error (error, MSK_SYSTEM_ERROR, texts[cause].code, "%s (%s)", _ (text), self->detail);
  else
    g_set_error_literal (error, MSK_SYSTEM_ERROR, texts[cause].code, _ (text));
}

gboolean
msk_cups_follow_remove (MskCupsJob *job, const MskCupsLimits *limits)
{
  gint64 since = g_get_monotonic_time ();

  for (;;)
    {
      MskCupsReply reply = msk_cups_job_purge (job);

      if (reply == MSK_CUPS_REPLY_REFUSED || reply == MSK_CUPS_REPLY_LOST)
        return FALSE;
      /* The removal counts when the printing system has said that it knows the job no more. */
      if (msk_cups_job_look (job) == MSK_CUPS_JOB_GONE)
        return TRUE;
      if (is_over (since, limits->cancel_ms))
        return FALSE;

      wait_a_moment (limits, NULL);
    }
}

/* Brings the job to an end where that can still be done, and says where it stands then. */
static MskCupsJobStanding
end_job (Follower *self, MskCupsJobStanding standing)
{
  if (is_end (standing) || standing == MSK_CUPS_JOB_GONE)
    return standing;
  if (standing == MSK_CUPS_JOB_SILENT && !reconnect (self))
    return standing;

  return withdraw (self);
}

MskPrintOutcome
msk_cups_follow_print (MskCupsJob *job,
                       const char *server,
                       const char *queue,
                       GBytes *document,
                       const MskCupsLimits *limits,
                       GCancellable *cancellable,
                       GError **error)
{
  Follower self = { .job = job, .server = server, .queue = queue, .limits = limits };
  MskCupsJobStanding standing = MSK_CUPS_JOB_SILENT;
  MskPrintOutcome outcome;
  Cause cause = CAUSE_NOT_TAKEN;
  gboolean may_have_arrived = FALSE;
  gboolean traces_left;

  if (msk_cups_job_send (job, document, cancellable, &may_have_arrived))
    standing = watch (&self, cancellable, &cause);
  else if (!may_have_arrived && g_cancellable_is_cancelled (cancellable))
    cause = CAUSE_CANCELLED_BY_US;
  else
    keep_detail (&self);

  standing = end_job (&self, standing);
  outcome = may_have_arrived ? judge (&self, &cause, standing) : MSK_PRINT_OUTCOME_NOT_SENT;
  traces_left = standing == MSK_CUPS_JOB_SILENT ||
                (standing != MSK_CUPS_JOB_GONE && !msk_cups_follow_remove (job, limits));

  if (outcome == MSK_PRINT_OUTCOME_PRINTED && traces_left)
    {
      outcome = MSK_PRINT_OUTCOME_UNCERTAIN;
      cause = CAUSE_TRACES_LEFT;
    }
  if (outcome != MSK_PRINT_OUTCOME_PRINTED)
    report (&self, cause, outcome, traces_left, error);

  g_clear_pointer (&self.replacement, msk_cups_connection_free);
  g_clear_pointer (&self.detail, g_free);
  return outcome;
}
