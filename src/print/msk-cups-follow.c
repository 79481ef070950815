/* Following a print job to its end, and saying no more about it than is known.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-cups-follow.h"

#include "msk-cups-cause.h"

const MskCupsLimits msk_cups_default_limits = {
  .poll_ms = 500,
  .stall_ms = 10 * 60 * 1000,
  .busy_ms = 60 * 60 * 1000, /* a thick paper on a slow printer that reports no sheets */
  .cancel_ms = 60 * 1000,    /* cupsd kills a stubborn job after 30 seconds */
  .reconnect_ms = 30 * 1000,
};

/* A short copy is out in less than a second, and the next one is not to wait for a look that comes
 * late; a long one is looked at less and less often. */
#define FIRST_PAUSE_MS 20

/* Some of a printer's words come and go with every job: what staff are to see to stands longer. */
#define FAULT_US (G_USEC_PER_SEC / 2)

typedef struct
{
  MskCupsJob *job;
  MskCupsConnection *replacement; /* when the first conversation broke */
  const char *server;
  const char *queue;
  const MskCupsLimits *limits;
  const MskCupsErrand *errand;
  char *fault;    /* of the printer, as was told last */
  char *seen;     /* as was seen last */
  gint64 seen_at; /* when it began, monotonic */
  char *detail;   /* what libcups said when it went wrong */
} Follower;

static void
wait_for (guint milliseconds, GCancellable *cancellable)
{
  GPollFD fd;

  if (cancellable == NULL || !g_cancellable_make_pollfd (cancellable, &fd))
    {
      g_usleep ((gulong) milliseconds * 1000);
      return;
    }

  g_poll (&fd, 1, (gint) milliseconds);
  g_cancellable_release_fd (cancellable);
}

static void
wait_a_moment (const MskCupsLimits *limits)
{
  wait_for (limits->poll_ms, NULL);
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
conclude (Follower *self, MskCupsJobStanding standing, MskCupsCause *cause)
{
  switch (standing)
    {
    case MSK_CUPS_JOB_WAITING:
      return FALSE;
    case MSK_CUPS_JOB_COMPLETED:
      *cause = MSK_CUPS_CAUSE_COMPLETED;
      return TRUE;
    case MSK_CUPS_JOB_GIVEN_UP:
      *cause = MSK_CUPS_CAUSE_GIVEN_UP;
      return TRUE;
    case MSK_CUPS_JOB_CANCELLED:
      *cause = MSK_CUPS_CAUSE_CANCELLED_BY_OTHERS;
      return TRUE;
    case MSK_CUPS_JOB_INTERRUPTED:
      *cause = msk_cups_job_printer_is_stopped (self->job) ? MSK_CUPS_CAUSE_STOPPED
                                                           : MSK_CUPS_CAUSE_INTERRUPTED;
      return TRUE;
    case MSK_CUPS_JOB_GONE:
    case MSK_CUPS_JOB_FOREIGN:
    case MSK_CUPS_JOB_SILENT:
    default:
      *cause = MSK_CUPS_CAUSE_LOST;
      return TRUE;
    }
}

static void
keep_detail (Follower *self)
{
  g_free (self->detail);
  self->detail = g_strdup (msk_cups_job_get_detail (self->job));
}

static void
tell_fault (Follower *self, const char *fault)
{
  if (self->errand->waits == NULL || g_str_equal (fault, self->fault))
    return;

  g_free (self->fault);
  self->fault = g_strdup (fault);
  self->errand->waits (self->fault, self->errand->waits_data);
}

static void
tell_printer_fault (Follower *self)
{
  g_autofree char *fault = msk_cups_job_dup_fault (self->job);
  const gint64 now = g_get_monotonic_time ();

  if (g_strcmp0 (fault, self->seen) != 0)
    {
      g_free (self->seen);
      self->seen = g_strdup (fault);
      self->seen_at = now;
    }
  if (*fault == '\0' || now - self->seen_at >= FAULT_US)
    tell_fault (self, fault);
}

/* Until the job has ended or there is a reason to end it. */
static MskCupsJobStanding
watch (Follower *self, GCancellable *cancellable, MskCupsCause *cause)
{
  gint64 changed_at = g_get_monotonic_time ();
  guint pause_ms = FIRST_PAUSE_MS;
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
          *cause = MSK_CUPS_CAUSE_CANCELLED_BY_US;
          return standing;
        }

      tell_printer_fault (self);
      if (g_strcmp0 (progress, msk_cups_job_get_progress (self->job)) != 0)
        {
          g_free (progress);
          progress = g_strdup (msk_cups_job_get_progress (self->job));
          changed_at = g_get_monotonic_time ();
          pause_ms = FIRST_PAUSE_MS;
        }
      else if (is_over (changed_at, get_patience (self)))
        {
          *cause = MSK_CUPS_CAUSE_STALLED;
          return standing;
        }

      wait_for (MIN (pause_ms, self->limits->poll_ms), cancellable);
      pause_ms = MIN (pause_ms, self->limits->poll_ms) * 2;
    }
}

static gboolean
is_end (MskCupsJobStanding standing)
{
  return standing == MSK_CUPS_JOB_COMPLETED || standing == MSK_CUPS_JOB_GIVEN_UP ||
         standing == MSK_CUPS_JOB_CANCELLED;
}

static gboolean
is_gone (MskCupsJobStanding standing)
{
  return standing == MSK_CUPS_JOB_GONE || standing == MSK_CUPS_JOB_FOREIGN;
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

      wait_a_moment (self->limits);
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
        wait_a_moment (self->limits);
    }

  return standing;
}

/* "Completed" is believed when nothing speaks against it. */
static MskCupsCause
doubt_completion (Follower *self)
{
  MskCupsDeviceWord word = msk_cups_job_ask_device (self->job);

  if (msk_cups_job_was_restarted (self->job))
    return MSK_CUPS_CAUSE_INTERRUPTED;
  if (word == MSK_CUPS_DEVICE_DISAGREES)
    return MSK_CUPS_CAUSE_GIVEN_UP;
  if (word == MSK_CUPS_DEVICE_IS_GONE || msk_cups_job_end_is_guessed (self->job))
    return MSK_CUPS_CAUSE_END_UNKNOWN;

  return MSK_CUPS_CAUSE_COMPLETED;
}

static MskPrintOutcome
judge (Follower *self, MskCupsCause *cause, MskCupsJobStanding end)
{
  gboolean was_lost = *cause == MSK_CUPS_CAUSE_LOST || self->replacement != NULL;

  /* Also when it ended by itself before it could be stopped. */
  if (end == MSK_CUPS_JOB_COMPLETED && !was_lost)
    {
      *cause = doubt_completion (self);
      return *cause == MSK_CUPS_CAUSE_COMPLETED ? MSK_PRINT_OUTCOME_PRINTED
                                                : MSK_PRINT_OUTCOME_UNCERTAIN;
    }

  /* A printing system that died and came back may have forgotten that it had begun, so only one
   * that never fell silent can say that nothing came. */
  if (is_end (end) && end != MSK_CUPS_JOB_COMPLETED && !was_lost &&
      !msk_cups_job_has_begun (self->job))
    return MSK_PRINT_OUTCOME_NOT_SENT;

  return MSK_PRINT_OUTCOME_UNCERTAIN;
}

gboolean
msk_cups_follow_remove (MskCupsJob *job, const MskCupsLimits *limits)
{
  gint64 since = g_get_monotonic_time ();

  for (;;)
    {
      MskCupsReply reply = msk_cups_job_purge (job);
      MskCupsJobStanding standing;

      if (reply == MSK_CUPS_REPLY_REFUSED || reply == MSK_CUPS_REPLY_LOST)
        return FALSE;
      /* The removal counts when the printing system has said that it knows the job no more. */
      standing = msk_cups_job_look (job);
      if (standing == MSK_CUPS_JOB_GONE || standing == MSK_CUPS_JOB_FOREIGN)
        return TRUE;
      if (is_over (since, limits->cancel_ms))
        return FALSE;

      wait_a_moment (limits);
    }
}

/* What is left of the job, and the command that removes it; NULL when nothing is. A cupsd that
 * crashed forgets jobs whose documents it keeps, so then the document is removed by its name. A
 * foreign job has put its own document in the place of ours. */
static char *
remove_traces (Follower *self, MskCupsJobStanding standing)
{
  const int id = msk_cups_job_get_id (self->job);

  if (standing == MSK_CUPS_JOB_FOREIGN)
    return NULL;
  if (standing == MSK_CUPS_JOB_GONE)
    return g_strdup_printf ("sudo rm -f /var/spool/cups/d%05d-001", id);
  if (standing == MSK_CUPS_JOB_SILENT)
    return g_strdup_printf ("sudo cancel -x %s-%d; sudo rm -f /var/spool/cups/d%05d-001",
                            self->queue, id, id);
  if (msk_cups_follow_remove (self->job, self->limits))
    return NULL;

  return g_strdup_printf ("sudo cancel -x %s-%d", self->queue, id);
}

/* Brings the job to an end where that can still be done, and says where it stands then. */
static MskCupsJobStanding
end_job (Follower *self, MskCupsJobStanding standing)
{
  if (is_end (standing) || is_gone (standing))
    return standing;
  if (standing == MSK_CUPS_JOB_SILENT && !reconnect (self))
    return standing;

  return withdraw (self);
}

MskPrintOutcome
msk_cups_follow_print (MskCupsJob *job,
                       const MskCupsErrand *errand,
                       char **traces,
                       GCancellable *cancellable,
                       GError **error)
{
  Follower self = { .job = job,
                    .server = errand->server,
                    .queue = errand->queue,
                    .limits = errand->limits,
                    .errand = errand,
                    .fault = g_strdup ("") };
  MskCupsJobStanding standing = MSK_CUPS_JOB_SILENT;
  MskPrintOutcome outcome;
  MskCupsCause cause = MSK_CUPS_CAUSE_NOT_TAKEN;
  gboolean may_have_arrived = FALSE;
  g_autofree char *command = NULL;

  if (msk_cups_job_send (job, errand->document, cancellable, &may_have_arrived))
    standing = watch (&self, cancellable, &cause);
  else if (!may_have_arrived && g_cancellable_is_cancelled (cancellable))
    cause = MSK_CUPS_CAUSE_CANCELLED_BY_US;
  else
    keep_detail (&self);

  tell_fault (&self, "");
  standing = end_job (&self, standing);
  outcome = may_have_arrived ? judge (&self, &cause, standing) : MSK_PRINT_OUTCOME_NOT_SENT;
  command = remove_traces (&self, standing);

  if (outcome == MSK_PRINT_OUTCOME_PRINTED && command != NULL)
    {
      outcome = MSK_PRINT_OUTCOME_UNCERTAIN;
      cause = MSK_CUPS_CAUSE_TRACES_LEFT;
    }
  if (outcome != MSK_PRINT_OUTCOME_PRINTED)
    msk_cups_cause_set_error (cause, outcome, command, self.detail, error);

  g_clear_pointer (&self.replacement, msk_cups_connection_free);
  g_clear_pointer (&self.detail, g_free);
  g_clear_pointer (&self.fault, g_free);
  g_clear_pointer (&self.seen, g_free);
  *traces = g_steal_pointer (&command);
  return outcome;
}
