/* The CUPS printer on a real cupsd: what it prints, what it refuses, and no trace left.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cups-printer-fixture.h"
#include "msk-cups-fault.h"
#include "msk-cups-queue-check.h"

static void
assert_fit (Fixture *fixture)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (msk_printer_check (fixture->printer, NULL, &error));
  g_assert_no_error (error);
}

/* Every page as pixels, one after the other. */
static char *
render (Fixture *fixture, const char *name, GBytes *document)
{
  g_autofree char *path = g_build_filename (msk_test_cups_get_folder (fixture->cups), name, NULL);
  g_autoptr(GError) error = NULL;
  g_autofree char *pages = NULL;

  g_file_set_contents (path, g_bytes_get_data (document, NULL),
                       (gssize) g_bytes_get_size (document), &error);
  g_assert_no_error (error);
  pages = msk_test_cups_run (fixture->cups, "qpdf --show-npages '%s'", path);
  g_assert_cmpint (atoi (pages), ==, PAGE_COUNT);

  return msk_test_cups_run (fixture->cups, "pdftoppm -r 40 '%s' | sha256sum", path);
}

static void
test_prints_whole_document (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GBytes) received = NULL;
  g_autofree char *wanted = NULL;
  g_autofree char *got = NULL;

  fixture_begin_print (fixture, "000000017");
  fixture_end_print (fixture);

  g_assert_no_error (fixture->error);
  g_assert_cmpint (fixture->outcome, ==, MSK_PRINT_OUTCOME_PRINTED);
  received = msk_test_cups_dup_received (fixture->cups, "000000017");
  g_assert_nonnull (received);
  wanted = render (fixture, "wanted.pdf", fixture->document);
  got = render (fixture, "got.pdf", received);
  g_assert_cmpstr (got, ==, wanted);
}

static void
test_leaves_no_trace (Fixture *fixture, gconstpointer data)
{
  fixture_begin_print (fixture, "000000017");
  fixture_end_print (fixture);

  g_assert_cmpint (fixture->outcome, ==, MSK_PRINT_OUTCOME_PRINTED);
  fixture_assert_no_trace (fixture);
  /* The search does find what is there: the neutral reference is in the logs. */
  g_assert_true (msk_test_cups_mentions (fixture->cups, "000000017"));
}

/* What the queue's defaults say about copies, banners, holding and pages on a sheet does not touch
 * the copy. */
static void
test_defaults_do_not_change_the_copy (Fixture *fixture, gconstpointer data)
{
  const char *queue = msk_test_cups_get_queue (fixture->cups);
  g_autoptr(GBytes) received = NULL;

  g_free (msk_test_cups_run (fixture->cups,
                             "lpadmin -p %s -o copies-default=3 -o number-up-default=2 -o "
                             "job-hold-until-default=indefinite",
                             queue));

  fixture_begin_print (fixture, "000000017");
  fixture_end_print (fixture);

  g_assert_no_error (fixture->error);
  g_assert_cmpint (fixture->outcome, ==, MSK_PRINT_OUTCOME_PRINTED);
  received = msk_test_cups_dup_received (fixture->cups, "000000017");
  g_assert_true (g_bytes_equal (received, fixture->document));
  g_assert_cmpuint (msk_test_cups_count_received (fixture->cups), ==, 1);
  /* What cupsd's log says it passed on to the programs that drive the printer. */
  g_assert_true (msk_test_cups_mentions (fixture->cups, "argv[4]=\"1\""));
  g_assert_true (msk_test_cups_mentions (fixture->cups, "number-up=1"));
  g_assert_true (msk_test_cups_mentions (fixture->cups, "print-scaling=none"));
}

static void
test_prints_many_one_after_the_other (Fixture *fixture, gconstpointer data)
{
  for (guint i = 1; i <= 5; i++)
    {
      g_autofree char *reference = g_strdup_printf ("%09u", i);

      fixture_begin_print (fixture, reference);
      fixture_end_print (fixture);
      g_assert_no_error (fixture->error);
      g_assert_cmpint (fixture->outcome, ==, MSK_PRINT_OUTCOME_PRINTED);
      g_assert_cmpuint (msk_test_cups_count_received (fixture->cups), ==, i);
    }
  fixture_assert_no_trace (fixture);
}

static void
test_check_of_fit_queue_leaves_no_job (Fixture *fixture, gconstpointer data)
{
  assert_fit (fixture);

  fixture_assert_no_trace (fixture);
  g_assert_cmpuint (msk_test_cups_count_received (fixture->cups), ==, 0);
}

static void
assert_refused (MskPrinter *printer,
                GBytes *document,
                const char *domain,
                int code,
                GError **refusal)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (msk_printer_check (printer, NULL, &error));
  g_assert_error (error, g_quark_from_string (domain), code);
  g_test_message ("%s", error->message);
  if (refusal != NULL)
    *refusal = g_error_copy (error);

  g_clear_error (&error);
  g_assert_cmpint (msk_printer_print (printer, document, "000000017", NULL, &error), ==,
                   MSK_PRINT_OUTCOME_NOT_SENT);
  g_assert_error (error, g_quark_from_string (domain), code);
}

/* Spoils the queue in one way after the other, and mends it each time with the very command of the
 * refusal. */
static void
test_unfit_queues_are_refused_until_mended (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *spoil;
    gboolean is_rule;
    int code;
  } cases[] = {
    { "lpadmin -p venue -o printer-error-policy=retry-job", TRUE, MSK_RULE_ERROR_PRINTER_UNSAFE },
    { "lpadmin -p venue -o printer-error-policy=retry-current-job", TRUE,
      MSK_RULE_ERROR_PRINTER_UNSAFE },
    { "lpadmin -p venue -o printer-error-policy=stop-printer", TRUE,
      MSK_RULE_ERROR_PRINTER_UNSAFE },
    { "lpadmin -p venue -o job-sheets-default=standard,none", TRUE, MSK_RULE_ERROR_PRINTER_UNSAFE },
    { "lpadmin -p venue -o job-sheets-default=none,standard", TRUE, MSK_RULE_ERROR_PRINTER_UNSAFE },
    { "lpadmin -p venue -o printer-is-shared=true", TRUE, MSK_RULE_ERROR_PRINTER_UNSAFE },
    { "lpadmin -p venue -o page-ranges-default=1", TRUE, MSK_RULE_ERROR_PRINTER_UNSAFE },
    { "lpadmin -p venue -o page-set-default=odd", TRUE, MSK_RULE_ERROR_PRINTER_UNSAFE },
    { "lpadmin -p venue -o mirror-default=true", TRUE, MSK_RULE_ERROR_PRINTER_UNSAFE },
    { "lpadmin -p venue -o scaling-default=200", TRUE, MSK_RULE_ERROR_PRINTER_UNSAFE },
    { "lpadmin -p venue -o page-label-default=Draft", TRUE, MSK_RULE_ERROR_PRINTER_UNSAFE },
    { "lpadmin -p venue -o fitplot-default=true", TRUE, MSK_RULE_ERROR_PRINTER_UNSAFE },
    { "lpadmin -p venue -o job-billing-default=Office", TRUE, MSK_RULE_ERROR_PRINTER_UNSAFE },
    { "lpadmin -p venue -o sides-default=two-sided-long-edge", TRUE,
      MSK_RULE_ERROR_PRINTER_UNSAFE },
    { "cupsdisable venue", FALSE, MSK_SYSTEM_ERROR_PRINTER_STOPPED },
    { "cupsreject venue", FALSE, MSK_SYSTEM_ERROR_PRINTER_STOPPED },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) refusal = NULL;

      g_free (msk_test_cups_run (fixture->cups, "%s", cases[i].spoil));
      assert_refused (fixture->printer, fixture->document,
                      g_quark_to_string (cases[i].is_rule ? MSK_RULE_ERROR : MSK_SYSTEM_ERROR),
                      cases[i].code, &refusal);
      g_free (msk_test_cups_run (fixture->cups, "%s", fixture_get_command (refusal)));
      assert_fit (fixture);
    }
  g_assert_cmpuint (msk_test_cups_count_received (fixture->cups), ==, 0);
  fixture_assert_no_trace (fixture);
}

/* The settings of the whole printing system, as its administrator could have them. */
static void
test_system_that_keeps_documents_is_refused (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *setting;
    const char *command;
  } cases[] = {
    { "", "cupsctl PreserveJobFiles=No" },
    { "PreserveJobFiles Yes", "cupsctl PreserveJobFiles=No" },
    { "  preservejobfiles\t86400", "cupsctl PreserveJobFiles=No" },
    { "PreserveJobFiles Off\nPreserveJobHistory No", "cupsctl PreserveJobHistory=Yes" },
  };
  g_autofree char *path =
      g_build_filename (msk_test_cups_get_folder (fixture->cups), "conf", "cupsd.conf", NULL);
  g_autofree char *good = NULL;

  g_assert_true (g_file_get_contents (path, &good, NULL, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GString) text = g_string_new (good);
      g_autoptr(GError) refusal = NULL;

      g_assert_cmpuint (g_string_replace (text, "PreserveJobFiles No", cases[i].setting, 0), ==, 1);
      g_assert_true (g_file_set_contents (path, text->str, -1, NULL));
      assert_refused (fixture->printer, fixture->document, "MskRuleError",
                      MSK_RULE_ERROR_PRINTER_UNSAFE, &refusal);
      g_assert_cmpstr (fixture_get_command (refusal), ==, cases[i].command);
    }

  g_assert_true (g_file_set_contents (path, good, -1, NULL));
  assert_fit (fixture);
}

static void
test_queue_that_keeps_documents_is_refused_until_mended (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GError) refusal = NULL;

  g_free (msk_test_cups_run (fixture->cups, "lpadmin -p venue -o printer-op-policy=keeps-jobs"));

  g_assert_false (msk_printer_check (fixture->printer, NULL, &refusal));
  g_assert_error (refusal, MSK_RULE_ERROR, MSK_RULE_ERROR_PRINTER_UNSAFE);

  g_free (msk_test_cups_run (fixture->cups, "%s", fixture_get_command (refusal)));
  assert_fit (fixture);
}

/* The check is skipped here: the copy is out, and then it turns out that its document cannot be
 * removed. */
static void
test_document_that_stays_makes_the_copy_uncertain (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GError) left = NULL;
  g_autofree char *traces = NULL;

  g_free (msk_test_cups_run (fixture->cups, "lpadmin -p venue -o printer-op-policy=keeps-jobs"));

  fixture_begin_print (fixture, "000000017");
  fixture_end_print (fixture);

  g_assert_error (fixture->error, MSK_RULE_ERROR, MSK_RULE_ERROR_PRINTER_UNSAFE);
  g_assert_cmpint (fixture->outcome, ==, MSK_PRINT_OUTCOME_UNCERTAIN);
  g_assert_nonnull (strstr (fixture->error->message, "cancel -x venue-"));

  /* The end of the run says so again, and names the command. */
  g_assert_false (msk_printer_prove_empty (fixture->printer, NULL, &traces, &left));
  g_assert_error (left, MSK_RULE_ERROR, MSK_RULE_ERROR_PRINTER_UNSAFE);
  g_assert_nonnull (strstr (traces, "cancel -x venue-"));
}

static void
test_network_printer_is_refused (Fixture *fixture, gconstpointer data)
{
  g_free (msk_test_cups_run (fixture->cups, "lpadmin -p venue -v ipp://192.0.2.1/ipp/print"));

  assert_refused (fixture->printer, fixture->document, "MskRuleError",
                  MSK_RULE_ERROR_PRINTER_UNSAFE, NULL);

  g_free (msk_test_cups_run (fixture->cups, "lpadmin -p venue -v %s",
                             msk_test_cups_get_device (fixture->cups)));
  assert_fit (fixture);
}

static void
test_class_is_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr(MskPrinter) printer =
                 msk_cups_printer_new (msk_test_cups_get_server (fixture->cups), "hall");

  g_free (msk_test_cups_run (fixture->cups,
                             "lpadmin -p venue -c hall && cupsenable hall && cupsaccept hall"));

  assert_refused (printer, fixture->document, "MskRuleError", MSK_RULE_ERROR_PRINTER_UNSAFE, NULL);
}

/* A driver whose only way in is a format that nothing here can make from a PDF. */
static void
test_queue_without_pdf_is_refused (Fixture *fixture, gconstpointer data)
{
  static const char driver[] =
      "*PPD-Adobe: \"4.3\"\n*FormatVersion: \"4.3\"\n*FileVersion: \"1\"\n*LanguageVersion: "
      "English\n"
      "*LanguageEncoding: ISOLatin1\n*PCFileName: \"PLAIN.PPD\"\n*Product: \"(Plain)\"\n"
      "*PSVersion: \"(3010.000) 0\"\n*Manufacturer: \"Plain\"\n*ModelName: \"Plain\"\n"
      "*ShortNickName: \"Plain\"\n*NickName: \"Plain\"\n*cupsVersion: 2.4\n"
      "*cupsFilter2: \"text/plain application/vnd.cups-raw 0 -\"\n"
      "*OpenUI *PageSize: PickOne\n*DefaultPageSize: A4\n*PageSize A4: \"\"\n*CloseUI: *PageSize\n"
      "*OpenUI *PageRegion: PickOne\n*DefaultPageRegion: A4\n*PageRegion A4: \"\"\n*CloseUI: "
      "*PageRegion\n"
      "*DefaultImageableArea: A4\n*ImageableArea A4: \"0 0 595 842\"\n"
      "*DefaultPaperDimension: A4\n*PaperDimension A4: \"595 842\"\n";
  g_autofree char *path =
      g_build_filename (msk_test_cups_get_folder (fixture->cups), "plain.ppd", NULL);
  g_autoptr(MskPrinter) printer =
                 msk_cups_printer_new (msk_test_cups_get_server (fixture->cups), "plain");

  g_assert_true (g_file_set_contents (path, driver, -1, NULL));
  g_free (msk_test_cups_run (fixture->cups,
                             "lpadmin -p plain -E -v %s -P '%s' -o printer-error-policy=abort-job "
                             "-o printer-is-shared=false 2>&1",
                             msk_test_cups_get_device (fixture->cups), path));

  assert_refused (printer, fixture->document, "MskSystemError", MSK_SYSTEM_ERROR_PRINTER_REFUSED,
                  NULL);
}

static void
test_absent_queue_and_absent_system_are_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr(MskPrinter) no_queue =
                 msk_cups_printer_new (msk_test_cups_get_server (fixture->cups), "cellar");
  g_autoptr(MskPrinter) no_server = NULL;
  g_autoptr(MskPrinter) no_port = NULL;

  assert_refused (no_queue, fixture->document, "MskSystemError", MSK_SYSTEM_ERROR_PRINTER_ABSENT,
                  NULL);

  msk_test_cups_tell (fixture->cups, "stop-server");
  no_server = msk_cups_printer_new (msk_test_cups_get_server (fixture->cups), "venue");
  assert_refused (no_server, fixture->document, "MskSystemError", MSK_SYSTEM_ERROR_PRINTER_ABSENT,
                  NULL);
  no_port = msk_cups_printer_new ("localhost:1", "venue");
  assert_refused (no_port, fixture->document, "MskSystemError", MSK_SYSTEM_ERROR_PRINTER_ABSENT,
                  NULL);
}

static void
test_bad_names_are_refused (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "",    "-venue", "a b", "a/b",  "../venue",
                                       "a;b", "$(x)",   "a?b", "会场", "a#b" };
  g_autoptr(GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr(MskPrinter) printer =
                     msk_cups_printer_new (msk_test_cups_get_server (fixture->cups), names[i]);

      assert_refused (printer, fixture->document, "MskInputError", MSK_INPUT_ERROR_BAD_VALUE, NULL);
    }

  g_assert_cmpint (msk_printer_print (fixture->printer, fixture->document, "Autumn harvest", NULL,
                                      &error),
                   ==, MSK_PRINT_OUTCOME_NOT_SENT);
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE);
}

static void
test_lists_queues_of_single_printers (Fixture *fixture, gconstpointer data)
{
  const char *server = msk_test_cups_get_server (fixture->cups);
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) queues = NULL;
  g_auto(GStrv) none = NULL;
  static const char *const expected[] = { "attic", "cable", "venue", NULL };

  g_free (msk_test_cups_run (fixture->cups,
                             "lpadmin -p attic -v %s 2>&1 && lpadmin -p venue -c hall",
                             msk_test_cups_get_device (fixture->cups)));
  queues = msk_cups_printer_list_queues (server, &error);
  g_assert_no_error (error);
  g_assert_cmpstrv (queues, expected);

  g_free (msk_test_cups_run (fixture->cups, "lpadmin -x hall && lpadmin -x attic && lpadmin -x "
                                            "cable && lpadmin -x venue"));
  none = msk_cups_printer_list_queues (server, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (none), ==, 0);

  msk_test_cups_tell (fixture->cups, "stop-server");
  g_assert_null (msk_cups_printer_list_queues (server, &error));
  g_assert_error (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_PRINTER_ABSENT);
}

static void
test_knows_devices_of_this_machine (void)
{
  static const struct
  {
    const char *uri;
    gboolean is_local;
  } cases[] = {
    { "usb://HP/LaserJet%20Pro?serial=1", TRUE },
    { "hp:/usb/HP_LaserJet?serial=1", TRUE },
    { "gutenprint53+usb://canon-mp280/1", TRUE },
    { "parallel:/dev/lp0", TRUE },
    { "serial:/dev/ttyS0?baud=9600", TRUE },
    { "file:///dev/usb/lp0", TRUE },
    { "ipp://localhost:60000/ipp/print", TRUE },
    { "ipps://127.0.0.1:60000/ipp/print", TRUE },
    { "ipp://[::1]:60000/ipp/print", TRUE },
    { "socket://127.8.8.8:9100", TRUE },
    { "ipp://192.0.2.1/ipp/print", FALSE },
    { "ipp://printer.example/ipp/print", FALSE },
    { "ipp://localhost.example/ipp/print", FALSE },
    { "ipp://localhost@192.0.2.1/ipp/print", FALSE },
    { "ipps://[2001:db8::1]/ipp/print", FALSE },
    { "http://127.0.0.1.example/", FALSE },
    { "socket://192.0.2.1:9100", FALSE },
    { "lpd://192.0.2.1/queue", FALSE },
    { "smb://server/printer", FALSE },
    { "dnssd://Printer._ipp._tcp.local/?uuid=1", FALSE },
    { "implicitclass://venue/", FALSE },
    { "hp:/net/HP_LaserJet?ip=192.0.2.1", FALSE },
    { "file:///dev/null", FALSE },
    { "file:///dev/usb/lp/../../null", FALSE },
    { "file:///tmp/out.pdf", FALSE },
    { "cups-pdf:/", FALSE },
    { "///dev/null", FALSE },
    { "ipp:", FALSE },
    { "", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].uri);
      g_assert_cmpint (msk_cups_queue_device_is_local (cases[i].uri), ==, cases[i].is_local);
    }
}

static void
test_knows_what_stops_a_printer (void)
{
  static const struct
  {
    const char *reasons;
    gboolean is_fault;
  } cases[] = {
    { "", FALSE },
    { "none", FALSE },
    { "cups-waiting-for-job-completed", FALSE },
    { "toner-low-warning media-low-report", FALSE },
    { "media-empty", TRUE },
    { "media-empty-error", TRUE },
    { "media-empty-warning", TRUE },
    { "offline-report", TRUE },
    { "connecting-to-device", TRUE },
    { "toner-low-warning door-open", TRUE },
    { "spool-area-full", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = msk_cups_fault_dup_text (cases[i].reasons);

      g_assert_cmpint (msk_cups_fault_is_in (cases[i].reasons), ==, cases[i].is_fault);
      g_assert_cmpint (text != NULL, ==, cases[i].is_fault);
    }
}

static void
test_says_what_a_printer_waits_for (void)
{
  static const struct
  {
    const char *reasons, *text;
  } cases[] = {
    { "media-empty", "no paper" },
    { "media-empty-error cups-waiting-for-job-completed", "no paper" },
    { "toner-low-warning media-jam", "paper jam" },
    { "door-open-report offline", "a door is open, it is off line" },
    { "com.example-flux-empty", "com.example-flux-empty" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = msk_cups_fault_dup_text (cases[i].reasons);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  FIXTURE_ADD_TEST ("prints-the-whole-document", test_prints_whole_document);
  FIXTURE_ADD_TEST ("leaves-no-trace", test_leaves_no_trace);
  FIXTURE_ADD_TEST ("defaults-do-not-change-the-copy", test_defaults_do_not_change_the_copy);
  FIXTURE_ADD_TEST ("prints-many-one-after-the-other", test_prints_many_one_after_the_other);
  FIXTURE_ADD_TEST ("check-of-a-fit-queue-leaves-no-job", test_check_of_fit_queue_leaves_no_job);
  FIXTURE_ADD_TEST ("unfit-queues-are-refused-until-mended",
                    test_unfit_queues_are_refused_until_mended);
  FIXTURE_ADD_TEST ("system-that-keeps-documents-is-refused",
                    test_system_that_keeps_documents_is_refused);
  FIXTURE_ADD_TEST ("queue-that-keeps-documents-is-refused-until-mended",
                    test_queue_that_keeps_documents_is_refused_until_mended);
  FIXTURE_ADD_TEST ("document-that-stays-makes-the-copy-uncertain",
                    test_document_that_stays_makes_the_copy_uncertain);
  FIXTURE_ADD_TEST ("network-printer-is-refused", test_network_printer_is_refused);
  FIXTURE_ADD_TEST ("class-is-refused", test_class_is_refused);
  FIXTURE_ADD_TEST ("queue-without-pdf-is-refused", test_queue_without_pdf_is_refused);
  FIXTURE_ADD_TEST ("absent-queue-and-absent-system-are-refused",
                    test_absent_queue_and_absent_system_are_refused);
  FIXTURE_ADD_TEST ("bad-names-are-refused", test_bad_names_are_refused);
  FIXTURE_ADD_TEST ("lists-the-queues-of-single-printers", test_lists_queues_of_single_printers);
  g_test_add_func ("/print/cups-printer/knows-the-devices-of-this-machine",
                   test_knows_devices_of_this_machine);
  g_test_add_func ("/print/cups-printer/knows-what-stops-a-printer",
                   test_knows_what_stops_a_printer);
  g_test_add_func ("/print/cups-printer/says-what-a-printer-waits-for",
                   test_says_what_a_printer_waits_for);

  return g_test_run ();
}
