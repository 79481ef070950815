/* What carriers and devices promise of the labels printed for them, and what the ledger says of
 * these. SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-carrier-store.h"
#include "msk-device-store.h"
#include "msk-error.h"
#include "msk-ledger.h"

#include "store-test.h"

#define PRINTER "标签机"
#define PLACE "文印室"

typedef struct
{
  gboolean (*put) (MskTransaction *transaction,
                   guint number,
                   gint64 serial,
                   const char *printer,
                   const char *place,
                   GError **error);
  gboolean (*set) (MskTransaction *transaction, gint64 serial, MskAttempt state, GError **error);
  gboolean (*find) (MskDatabase *database, gint64 serial, guint *number, GError **error);
  gboolean (*recover) (MskTransaction *transaction, GError **error);
  gboolean (*count) (MskDatabase *database, guint *count, GError **error);
  const char *put_line;
  const char *recover_line;
} Labels;

static const Labels carriers = {
  .put = msk_carrier_store_put_label,
  .set = msk_carrier_store_set_label,
  .find = msk_carrier_store_find_label,
  .recover = msk_carrier_store_recover_sent,
  .count = msk_carrier_store_count_sent,
  .put_line = "carrier-label carrier 0001 {\"label\":\"sent\",\"serial\":\"8\",\"printer\":"
              "\"" PRINTER "\",\"place\":\"" PLACE "\"}",
  .recover_line = "print-recover carrier 0001 {\"label\":\"uncertain\"}",
};

static const Labels devices = {
  .put = msk_device_store_put_tag,
  .set = msk_device_store_set_tag,
  .find = msk_device_store_find_tag,
  .recover = msk_device_store_recover_sent,
  .count = msk_device_store_count_sent,
  .put_line = "device-tag device 00001 {\"tag\":\"sent\",\"serial\":\"8\",\"printer\":"
              "\"" PRINTER "\",\"place\":\"" PLACE "\"}",
  .recover_line = "print-recover device 00001 {\"tag\":\"uncertain\"}",
};

static void
keep_line (const MskLedgerEntry *entry, gpointer line)
{
  g_assert_null (*(char **) line);
  *(char **) line = g_strdup_printf ("%s %s %s", entry->act, entry->subject, entry->details);
}

static void
assert_last_line (StoreTest *test, const char *expected)
{
  g_autofree char *line = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (msk_ledger_foreach (test->database, 0, 1, keep_line, &line, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (line, ==, expected);
}

static void
assert_sent (StoreTest *test, const Labels *labels, guint expected)
{
  g_autoptr(GError) error = NULL;
  guint sent = G_MAXUINT;

  g_assert_true (labels->count (test->database, &sent, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (sent, ==, expected);
}

static void
assert_found (StoreTest *test, const Labels *labels, gint64 serial, guint expected)
{
  g_autoptr(GError) error = NULL;
  guint number = G_MAXUINT;

  g_assert_true (labels->find (test->database, serial, &number, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (number, ==, expected);
}

/* A thing is there under number 1. Prints two labels for it, the first of which lay good on it. */
static void
put_two (StoreTest *test, const Labels *labels)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(GError) error = NULL;

  store_test_begin (test, &transaction);
  g_assert_true (labels->put (&transaction, 1, 7, PRINTER, PLACE, &error));
  g_assert_true (labels->set (&transaction, 7, MSK_ATTEMPT_PRINTED, &error));
  g_assert_true (labels->set (&transaction, 7, MSK_ATTEMPT_GOOD, &error));
  g_assert_true (labels->put (&transaction, 1, 8, PRINTER, PLACE, &error));
  store_test_commit (&transaction);
  g_assert_no_error (error);
}

static void
check_way (StoreTest *test, const Labels *labels)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(GError) error = NULL;

  assert_sent (test, labels, 0);
  put_two (test, labels);
  assert_last_line (test, labels->put_line);
  assert_sent (test, labels, 1);
  assert_found (test, labels, 7, 1);
  assert_found (test, labels, 8, 1);
  assert_found (test, labels, 9, 0);

  store_test_begin (test, &transaction);
  g_assert_true (labels->recover (&transaction, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (transaction.entries, ==, 1);
  store_test_commit (&transaction);
  assert_last_line (test, labels->recover_line);
  assert_sent (test, labels, 0);

  store_test_begin (test, &transaction);
  g_assert_true (labels->recover (&transaction, &error));
  g_assert_cmpuint (transaction.entries, ==, 0);
  g_assert_false (labels->set (&transaction, 9, MSK_ATTEMPT_PRINTED, &error));
  g_assert_error (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_DATABASE);
}

static void
test_carriers (StoreTest *test, gconstpointer unused)
{
  const MskCarrierDraft draft = { .kind = MSK_CARRIER_NOTEBOOK,
                                  .level = MSK_LEVEL_SECRET,
                                  .description = "会议记录",
                                  .source = "办公室" };
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskCarrier) carrier = NULL;
  g_autoptr(GError) error = NULL;
  guint number;

  store_test_begin (test, &transaction);
  g_assert_true (msk_carrier_store_add (&transaction, &draft, &number, &error));
  store_test_commit (&transaction);
  check_way (test, &carriers);

  carrier = msk_carrier_store_get (test->database, number, &error);
  g_assert_no_error (error);
  g_assert_cmpint (carrier->serial, ==, 8);
  g_assert_cmpint (carrier->label, ==, MSK_ATTEMPT_UNCERTAIN);
}

static void
test_devices (StoreTest *test, gconstpointer unused)
{
  const MskDeviceDraft draft = { .attendee_id = store_test_add_people (test, 1),
                                 .kind = MSK_DEVICE_PHONE,
                                 .description = "",
                                 .shelf = "A1" };
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskDevice) device = NULL;
  g_autoptr(GError) error = NULL;
  guint number;

  store_test_begin (test, &transaction);
  g_assert_true (
      msk_device_store_add (&transaction, MSK_ACT_DEVICE_ANSWER, &draft, &number, &error));
  store_test_commit (&transaction);
  check_way (test, &devices);

  device = msk_device_store_get (test->database, number, &error);
  g_assert_no_error (error);
  g_assert_cmpint (device->serial, ==, 8);
  g_assert_cmpint (device->tag, ==, MSK_ATTEMPT_UNCERTAIN);
}

int
main (int argc, char **argv)
{
  store_test_start (&argc, &argv);
  g_test_add ("/store/labels/of-a-carrier-go-their-way", StoreTest, NULL, store_test_set_up,
              test_carriers, store_test_tear_down);
  g_test_add ("/store/labels/of-a-device-go-their-way", StoreTest, NULL, store_test_set_up,
              test_devices, store_test_tear_down);
  return g_test_run ();
}
