/* The CUPS printer when something fails in the middle: no claim beyond what it knows.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cups-printer-fixture.h"

/* Prints a copy that the printer takes into its hands and does not finish. */
static void
begin_held_print (Fixture *fixture)
{
  msk_test_cups_tell (fixture->cups, "behave hold");
  fixture_begin_print (fixture, "000000017");
  msk_test_cups_wait_until_began (fixture->cups, "000000017");
}

/* Whatever would still print has every occasion to do so now: a later job of the same queue comes
 * out, and nothing else of the first. */
static void
assert_never_comes_again (Fixture *fixture, guint came_already)
{
  fixture->limits.stall_ms = msk_cups_default_limits.stall_ms;
  fixture->limits.busy_ms = msk_cups_default_limits.busy_ms;
  fixture_apply_limits (fixture);
  msk_test_cups_tell (fixture->cups, "behave print");
  fixture_begin_print (fixture, "000000018");
  fixture_end_print (fixture);

  g_assert_no_error (fixture->error);
  g_assert_cmpint (fixture->outcome, ==, MSK_PRINT_OUTCOME_PRINTED);
  g_assert_cmpuint (msk_test_cups_count_received (fixture->cups), ==, came_already + 1);
}

static void
test_cancelled_in_the_middle_is_uncertain (Fixture *fixture, gconstpointer data)
{
  begin_held_print (fixture);
  g_cancellable_cancel (fixture->cancellable);
  fixture_end_print (fixture);

  fixture_assert_ended (fixture, MSK_PRINT_OUTCOME_UNCERTAIN, MSK_SYSTEM_ERROR_CANCELLED);
  fixture_assert_no_trace (fixture);
}

/* The kit's own job is gone, and it has touched nobody else's. */
static void
assert_only_other_job_is_left (Fixture *fixture)
{
  g_autofree char *jobs = msk_test_cups_run (fixture->cups, "lpstat -W all -o | cut -d ' ' -f 1");

  g_assert_cmpstr (jobs, ==, "venue-1\n");
  g_assert_cmpuint (msk_test_cups_count_received (fixture->cups), ==, 0);
  msk_test_cups_tell (fixture->cups, "behave print");
  msk_test_cups_wait_until_received (fixture->cups, "other");
}

static void
test_cancelled_before_it_began_is_not_sent (Fixture *fixture, gconstpointer data)
{
  fixture_occupy_printer (fixture);
  fixture_begin_print (fixture, "000000017");
  for (;;)
    {
      g_autofree char *jobs = msk_test_cups_run (fixture->cups, "lpstat -o venue | wc -l");

      if (atoi (jobs) == 2)
        break;
    }
  g_cancellable_cancel (fixture->cancellable);
  fixture_end_print (fixture);

  fixture_assert_ended (fixture, MSK_PRINT_OUTCOME_NOT_SENT, MSK_SYSTEM_ERROR_CANCELLED);
  assert_only_other_job_is_left (fixture);
}

static void
test_cancelled_before_the_start_is_not_sent (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (fixture->cancellable);
  g_assert_false (msk_printer_check (fixture->printer, fixture->cancellable, &error));
  g_assert_error (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_CANCELLED);

  fixture_begin_print (fixture, "000000017");
  fixture_end_print (fixture);

  fixture_assert_ended (fixture, MSK_PRINT_OUTCOME_NOT_SENT, MSK_SYSTEM_ERROR_CANCELLED);
  fixture_assert_no_trace (fixture);
}

/* The request is out and its document is not: what cupsd has got of it must never print. */
static void
test_half_a_document_is_not_sent (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskCupsConnection) connection =
                 msk_cups_connection_open (msk_test_cups_get_server (fixture->cups), &error);
  g_autoptr(MskCupsJob) job = msk_cups_job_create (connection, "venue", "000000017", NULL, &error);
  const MskCupsErrand errand = { msk_test_cups_get_server (fixture->cups), "venue",
                                 fixture->document, &fixture->limits };
  g_autofree char *traces = NULL;
  MskPrintOutcome outcome;

  g_assert_no_error (error);
  g_cancellable_cancel (fixture->cancellable);
  outcome = msk_cups_follow_print (job, &errand, &traces, fixture->cancellable, &error);

  g_assert_error (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_CANCELLED);
  g_assert_cmpint (outcome, ==, MSK_PRINT_OUTCOME_NOT_SENT);
  fixture_assert_no_trace (fixture);
  g_assert_cmpuint (msk_test_cups_count_received (fixture->cups), ==, 0);
}

static void
test_cancelled_by_others_is_uncertain (Fixture *fixture, gconstpointer data)
{
  begin_held_print (fixture);
  g_free (msk_test_cups_run (fixture->cups, "cancel -a venue"));
  fixture_end_print (fixture);

  fixture_assert_ended (fixture, MSK_PRINT_OUTCOME_UNCERTAIN, MSK_SYSTEM_ERROR_PRINTER_REFUSED);
  fixture_assert_no_trace (fixture);
}

static void
test_removed_by_others_is_uncertain (Fixture *fixture, gconstpointer data)
{
  begin_held_print (fixture);
  g_free (msk_test_cups_run (fixture->cups, "cancel -a -x venue"));
  fixture_end_print (fixture);

  g_assert_cmpint (fixture->outcome, ==, MSK_PRINT_OUTCOME_UNCERTAIN);
  g_assert_nonnull (fixture->error);
  fixture_assert_no_trace (fixture);
}

static void
test_given_up_by_the_printer_is_uncertain (Fixture *fixture, gconstpointer data)
{
  msk_test_cups_tell (fixture->cups, "behave fail");
  fixture_begin_print (fixture, "000000017");
  fixture_end_print (fixture);

  fixture_assert_ended (fixture, MSK_PRINT_OUTCOME_UNCERTAIN, MSK_SYSTEM_ERROR_PRINTER_REFUSED);
  fixture_assert_no_trace (fixture);
  assert_never_comes_again (fixture, 0);
}

/* In the thread that prints, whose end the test waits for. */
static void
waits_cb (MskPrinter *printer, const char *reason, gpointer user_data)
{
  g_string_append_printf (user_data, "%s;", reason);
}

static void
test_waits_for_paper_and_says_so (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GString) told = g_string_new (NULL);

  g_signal_connect (fixture->printer, "waits", G_CALLBACK (waits_cb), told);
  msk_test_cups_tell (fixture->cups, "behave media-empty");
  fixture_begin_print (fixture, "000000017");
  for (;;)
    {
      g_autofree char *state = msk_test_cups_run (fixture->cups, "lpoptions -p venue");

      if (strstr (state, "media-empty") != NULL)
        break;
    }
  msk_test_cups_tell (fixture->cups, "behave print");
  fixture_end_print (fixture);

  g_assert_no_error (fixture->error);
  g_assert_cmpint (fixture->outcome, ==, MSK_PRINT_OUTCOME_PRINTED);
  g_assert_cmpstr (told->str, ==, "no paper;;");
  fixture_assert_no_trace (fixture);
}

static void
test_does_not_wait_for_paper_for_ever (Fixture *fixture, gconstpointer data)
{
  fixture->limits.stall_ms = 300;
  fixture_apply_limits (fixture);
  msk_test_cups_tell (fixture->cups, "behave media-empty");
  fixture_begin_print (fixture, "000000017");
  fixture_end_print (fixture);

  fixture_assert_ended (fixture, MSK_PRINT_OUTCOME_UNCERTAIN, MSK_SYSTEM_ERROR_PRINTER_STOPPED);
  fixture_assert_no_trace (fixture);
}

/* CUPS would print the whole copy again when the queue is enabled. */
static void
test_queue_stopped_in_the_middle_is_uncertain (Fixture *fixture, gconstpointer data)
{
  begin_held_print (fixture);
  g_free (msk_test_cups_run (fixture->cups, "cupsdisable venue"));
  fixture_end_print (fixture);

  fixture_assert_ended (fixture, MSK_PRINT_OUTCOME_UNCERTAIN, MSK_SYSTEM_ERROR_PRINTER_STOPPED);
  fixture_assert_no_trace (fixture);

  msk_test_cups_tell (fixture->cups, "behave print");
  msk_test_cups_wait_until_received (fixture->cups, "000000017");
  g_free (msk_test_cups_run (fixture->cups, "rm '%s'/received/*; cupsenable venue",
                             msk_test_cups_get_folder (fixture->cups)));
  assert_never_comes_again (fixture, 0);
}

static void
test_busy_printer_that_never_begins_is_not_sent (Fixture *fixture, gconstpointer data)
{
  fixture->limits.stall_ms = 300;
  fixture_apply_limits (fixture);
  fixture_occupy_printer (fixture);
  fixture_begin_print (fixture, "000000017");
  fixture_end_print (fixture);

  fixture_assert_ended (fixture, MSK_PRINT_OUTCOME_NOT_SENT, MSK_SYSTEM_ERROR_PRINTER_STOPPED);
  assert_only_other_job_is_left (fixture);
}

static void
test_killed_system_is_uncertain (Fixture *fixture, gconstpointer data)
{
  fixture->limits.reconnect_ms = 100;
  fixture_apply_limits (fixture);
  begin_held_print (fixture);
  msk_test_cups_tell (fixture->cups, "kill-server");
  fixture_end_print (fixture);

  fixture_assert_ended (fixture, MSK_PRINT_OUTCOME_UNCERTAIN, MSK_SYSTEM_ERROR_PRINTER_LOST);
  /* Nobody could remove the document, and the text says how to. */
  g_assert_nonnull (strstr (fixture->error->message, "cancel -x venue-"));
}

static void
restart_in_the_middle (Fixture *fixture, const char *how)
{
  begin_held_print (fixture);
  msk_test_cups_tell (fixture->cups, how);
  msk_test_cups_tell (fixture->cups, "start-server");
  fixture_end_print (fixture);

  fixture_assert_ended (fixture, MSK_PRINT_OUTCOME_UNCERTAIN, MSK_SYSTEM_ERROR_PRINTER_LOST);
  g_assert_cmpint (fixture->outcome, ==, MSK_PRINT_OUTCOME_UNCERTAIN);
}

static void
test_killed_and_restarted_system_is_uncertain (Fixture *fixture, gconstpointer data)
{
  g_autofree char *jobs = NULL;
  g_autofree char *path = NULL;
  const char *name;

  restart_in_the_middle (fixture, "kill-server");

  jobs = msk_test_cups_run (fixture->cups, "lpstat -W all -o");
  g_assert_cmpstr (jobs, ==, "");

  /* cupsd has forgotten the job and kept its document: the text has to name that very file. */
  name = strrchr (fixture->error->message, '/');
  g_assert_nonnull (name);
  path = g_build_filename (msk_test_cups_get_folder (fixture->cups), "spool", name, NULL);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_restarted_system_is_uncertain_and_left_clean (Fixture *fixture, gconstpointer data)
{
  restart_in_the_middle (fixture, "stop-server");

  fixture_assert_no_trace (fixture);
}

/* Between two looks cupsd restarts and prints the copy anew, and libcups connects again without a
 * word. */
static void
test_unseen_restart_is_uncertain (Fixture *fixture, gconstpointer data)
{
  fixture->limits.poll_ms = 2000;
  fixture_apply_limits (fixture);
  restart_in_the_middle (fixture, "stop-server");

  fixture_assert_no_trace (fixture);
}

static void
wait_until_begun (MskCupsJob *job)
{
  while (!msk_cups_job_has_begun (job))
    {
      g_assert_cmpint (msk_cups_job_look (job), ==, MSK_CUPS_JOB_WAITING);
      g_usleep (20 * 1000);
    }
}

/* The clock by which cupsd tells one run of a job from the next has seconds. */
static void
wait_for_another_second (void)
{
  const gint64 second = g_get_real_time () / G_USEC_PER_SEC;

  while (g_get_real_time () / G_USEC_PER_SEC == second)
    g_usleep (20 * 1000);
}

/* Somebody disables and enables the queue between two looks. The whole second run happens unseen;
 * what is seen in the end is a job that completed, and it came twice. */
static void
test_unseen_second_run_is_noticed (Fixture *fixture, gconstpointer data)
{
  const char *server = msk_test_cups_get_server (fixture->cups);
  g_autoptr(GError) error = NULL;
  g_autoptr(MskCupsConnection) before = msk_cups_connection_open (server, &error);
  g_autoptr(MskCupsJob) job = msk_cups_job_create (before, "venue", "000000017", NULL, &error);
  gboolean may_have_arrived;

  g_assert_no_error (error);
  msk_test_cups_tell (fixture->cups, "behave hold");
  g_assert_true (msk_cups_job_send (job, fixture->document, NULL, &may_have_arrived));
  wait_until_begun (job);
  g_assert_false (msk_cups_job_was_restarted (job));

  wait_for_another_second ();
  g_free (msk_test_cups_run (fixture->cups, "cupsdisable venue"));
  msk_test_cups_tell (fixture->cups, "behave print");
  msk_test_cups_wait_until_received (fixture->cups, "000000017");
  g_free (msk_test_cups_run (fixture->cups, "rm '%s'/received/*; cupsenable venue",
                             msk_test_cups_get_folder (fixture->cups)));
  msk_test_cups_wait_until_received (fixture->cups, "000000017");
  g_free (msk_test_cups_run (fixture->cups, "while [ -n \"$(lpstat -o)\" ]; do sleep 0.1; done"));

  g_assert_cmpint (msk_cups_job_look (job), ==, MSK_CUPS_JOB_COMPLETED);
  g_assert_true (msk_cups_job_was_restarted (job));
  g_assert_true (msk_cups_follow_remove (job, &fixture->limits));
  fixture_assert_no_trace (fixture);
}

/* A cupsd that crashed gives the number of the job that it forgot to the next one: that must not be
 * taken for ours, and above all not be removed. */
static void
test_number_used_again_is_not_our_job (Fixture *fixture, gconstpointer data)
{
  const char *server = msk_test_cups_get_server (fixture->cups);
  g_autoptr(GError) error = NULL;
  g_autoptr(MskCupsConnection) before = msk_cups_connection_open (server, &error);
  g_autoptr(MskCupsJob) job = msk_cups_job_create (before, "venue", "000000017", NULL, &error);
  g_autoptr(MskCupsConnection) after = NULL;
  g_autofree char *jobs = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (msk_cups_job_look (job), ==, MSK_CUPS_JOB_WAITING);
  msk_test_cups_tell (fixture->cups, "kill-server");
  g_assert_cmpint (msk_cups_job_look (job), ==, MSK_CUPS_JOB_SILENT);

  msk_test_cups_tell (fixture->cups, "start-server");
  fixture_occupy_printer (fixture);
  jobs = msk_test_cups_run (fixture->cups, "lpstat -o | cut -d ' ' -f 1");
  g_assert_cmpstr (jobs, ==, "venue-1\n");
  g_assert_cmpint (msk_cups_job_get_id (job), ==, 1);

  after = msk_cups_connection_open (server, &error);
  g_assert_no_error (error);
  msk_cups_job_set_connection (job, after);
  g_assert_cmpint (msk_cups_job_look (job), ==, MSK_CUPS_JOB_FOREIGN);

  msk_test_cups_tell (fixture->cups, "behave print");
  msk_test_cups_wait_until_received (fixture->cups, "other");
}

static void
test_killed_printer_is_never_printed (Fixture *fixture, gconstpointer data)
{
  fixture->limits.stall_ms = 500;
  fixture->limits.busy_ms = 500;
  fixture_apply_limits (fixture);
  begin_held_print (fixture);
  msk_test_cups_tell (fixture->cups, "kill-printer");
  fixture_end_print (fixture);

  g_assert_nonnull (fixture->error);
  g_test_message ("%s", fixture->error->message);
  g_assert_cmpint (fixture->outcome, ==, MSK_PRINT_OUTCOME_UNCERTAIN);
  fixture_assert_no_trace (fixture);
}

static void
test_absent_printer_is_never_printed (Fixture *fixture, gconstpointer data)
{
  fixture->limits.stall_ms = 500;
  fixture->limits.busy_ms = 500;
  fixture_apply_limits (fixture);
  msk_test_cups_tell (fixture->cups, "kill-printer");
  fixture_begin_print (fixture, "000000017");
  fixture_end_print (fixture);

  fixture_assert_ended (fixture, MSK_PRINT_OUTCOME_UNCERTAIN, MSK_SYSTEM_ERROR_PRINTER_STOPPED);
  fixture_assert_no_trace (fixture);

  msk_test_cups_tell (fixture->cups, "start-printer");
  assert_never_comes_again (fixture, 0);
}

/* CUPS takes some jobs for completed that the printer gave up, depending on which of its two
 * threads looks first; so the printer is asked too, and this is its answer. */
static void
test_printer_itself_is_asked (Fixture *fixture, gconstpointer data)
{
  const char *device = msk_test_cups_get_device (fixture->cups);

  fixture_begin_print (fixture, "000000017");
  fixture_end_print (fixture);
  g_assert_no_error (fixture->error);
  msk_test_cups_tell (fixture->cups, "behave fail");
  fixture_begin_print (fixture, "000000018");
  fixture_end_print (fixture);
  g_assert_cmpint (fixture->outcome, ==, MSK_PRINT_OUTCOME_UNCERTAIN);

  g_assert_cmpint (msk_cups_device_ask (device, "000000017"), ==, MSK_CUPS_DEVICE_AGREES);
  g_assert_cmpint (msk_cups_device_ask (device, "000000018"), ==, MSK_CUPS_DEVICE_DISAGREES);
  g_assert_cmpint (msk_cups_device_ask (device, "000000019"), ==, MSK_CUPS_DEVICE_SAYS_NOTHING);
  g_assert_cmpint (msk_cups_device_ask ("usb://HP/LaserJet", "000000017"), ==,
                   MSK_CUPS_DEVICE_SAYS_NOTHING);
  g_assert_cmpint (msk_cups_device_ask ("ipp://192.0.2.1/ipp/print", "000000017"), ==,
                   MSK_CUPS_DEVICE_SAYS_NOTHING);
  g_assert_cmpint (msk_cups_device_ask (NULL, "000000017"), ==, MSK_CUPS_DEVICE_SAYS_NOTHING);

  msk_test_cups_tell (fixture->cups, "kill-printer");
  g_assert_cmpint (msk_cups_device_ask (device, "000000017"), ==, MSK_CUPS_DEVICE_IS_GONE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  FIXTURE_ADD_TEST ("cancelled-in-the-middle-is-uncertain",
                    test_cancelled_in_the_middle_is_uncertain);
  FIXTURE_ADD_TEST ("cancelled-before-it-began-is-not-sent",
                    test_cancelled_before_it_began_is_not_sent);
  FIXTURE_ADD_TEST ("cancelled-before-the-start-is-not-sent",
                    test_cancelled_before_the_start_is_not_sent);
  FIXTURE_ADD_TEST ("half-a-document-is-not-sent", test_half_a_document_is_not_sent);
  FIXTURE_ADD_TEST ("cancelled-by-others-is-uncertain", test_cancelled_by_others_is_uncertain);
  FIXTURE_ADD_TEST ("removed-by-others-is-uncertain", test_removed_by_others_is_uncertain);
  FIXTURE_ADD_TEST ("given-up-by-the-printer-is-uncertain",
                    test_given_up_by_the_printer_is_uncertain);
  FIXTURE_ADD_TEST ("waits-for-paper-and-says-so", test_waits_for_paper_and_says_so);
  FIXTURE_ADD_TEST ("does-not-wait-for-paper-for-ever", test_does_not_wait_for_paper_for_ever);
  FIXTURE_ADD_TEST ("queue-stopped-in-the-middle-is-uncertain",
                    test_queue_stopped_in_the_middle_is_uncertain);
  FIXTURE_ADD_TEST ("busy-printer-that-never-begins-is-not-sent",
                    test_busy_printer_that_never_begins_is_not_sent);
  FIXTURE_ADD_TEST ("killed-system-is-uncertain", test_killed_system_is_uncertain);
  FIXTURE_ADD_TEST ("killed-and-restarted-system-is-uncertain",
                    test_killed_and_restarted_system_is_uncertain);
  FIXTURE_ADD_TEST ("restarted-system-is-uncertain-and-left-clean",
                    test_restarted_system_is_uncertain_and_left_clean);
  FIXTURE_ADD_TEST ("unseen-restart-is-uncertain", test_unseen_restart_is_uncertain);
  FIXTURE_ADD_TEST ("unseen-second-run-is-noticed", test_unseen_second_run_is_noticed);
  FIXTURE_ADD_TEST ("number-used-again-is-not-our-job", test_number_used_again_is_not_our_job);
  FIXTURE_ADD_TEST ("printer-itself-is-asked", test_printer_itself_is_asked);
  FIXTURE_ADD_TEST ("killed-printer-is-never-printed", test_killed_printer_is_never_printed);
  FIXTURE_ADD_TEST ("absent-printer-is-never-printed", test_absent_printer_is_never_printed);

  return g_test_run ();
}
