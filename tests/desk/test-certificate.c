/* The certificate of closing: after whatever happened in a meeting its figures are those that a
 * recount of the ledger gives. SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "msk-carrier-desk.h"
#include "msk-destruction-desk.h"
#include "msk-device-desk.h"
#include "msk-device-scan.h"
#include "msk-device-tags.h"
#include "msk-error.h"
#include "msk-incident-desk.h"
#include "msk-measure-desk.h"
#include "msk-permit-desk.h"
#include "msk-report-desk-private.h"
#include "msk-session-private.h"

#include "desk-test.h"
#include "destruction-test.h"
#include "ledger-recount.h"

/* What the labels of the notebooks say: only the clerk looks it up. */
static char *labels[2];

/* MSK_MODEL_MEETINGS says how many meetings are held; this many without. */
#define MEETINGS 6
#define ACTS 120
#define COPIES (2 * RESERVED)
#define DAY G_GINT64_CONSTANT (86400)

static GRand *dice;

static gboolean
one_in (gint32 n)
{
  return g_rand_int_range (dice, 0, n) == 0;
}

static guint
choose_copy (void)
{
  return (guint) g_rand_int_range (dice, 1, COPIES + 1);
}

/* Also who may not get in. */
static gint64
choose_person (void)
{
  return g_rand_int_range (dice, PERSON_FIRST, PERSON_UNSEALED + 1);
}

static void
scan_copy (DeskTest *test, MskScanMode mode, guint number)
{
  g_autoptr(MskScanDesk) desk = msk_scan_desk_new (test->session, mode);
  g_autofree char *code = desk_test_dup_copy_code (test, number, 1);
  g_autoptr(MskVerdict) verdict = msk_scan_desk_scan (desk, code, NULL);

  g_assert_nonnull (verdict);
}

/* Each act may be refused: what counts is what the ledger says was done. */
static void
act_issue (DeskTest *test)
{
  g_autoptr(MskScanDesk) desk = msk_scan_desk_new (test->session, MSK_SCAN_ISSUE);
  g_autoptr(MskVerdict) person = msk_scan_desk_choose_person (desk, choose_person (), NULL);
  g_autoptr(MskVerdict) copy = msk_scan_desk_choose_copy (desk, choose_copy (), NULL);

  g_assert_true (person != NULL && copy != NULL);
  if (copy->movement_id != 0 && one_in (5))
    {
      g_autoptr(MskVerdict) undone = msk_scan_desk_undo (desk, copy, NULL);

      g_assert_nonnull (undone);
    }
}

static void
act_return (DeskTest *test)
{
  scan_copy (test, MSK_SCAN_RETURN, choose_copy ());
}

static void
act_spoil (DeskTest *test)
{
  if (one_in (3))
    msk_print_desk_spoil (test->session, choose_copy (), 0, "纸皱", NULL);
}

static void
act_confirm (DeskTest *test)
{
  msk_print_desk_confirm (test->session, choose_copy (), NULL);
}

static void
act_door (DeskTest *test)
{
  const MskDirection direction = one_in (2) ? MSK_DIRECTION_IN : MSK_DIRECTION_OUT;
  const gint64 person = choose_person ();
  g_autoptr(MskDoorDesk) door = msk_door_desk_new (test->session, direction);
  g_autoptr(MskVerdict) asked = NULL;

  if (direction == MSK_DIRECTION_IN)
    msk_device_desk_answer_none (test->session, person, NULL);
  asked = msk_door_desk_choose (door, person, NULL);
  if (msk_door_desk_get_waiting (door) != 0)
    {
      g_autoptr(MskVerdict) in = msk_door_desk_see_identity (door, MSK_IDENTITY_ID_CARD, NULL);

      g_assert_nonnull (in);
    }
  msk_door_desk_forget (door, NULL);
}

static void
act_annul (DeskTest *test)
{
  g_autoptr(MskDoorDesk) door = msk_door_desk_new (test->session, MSK_DIRECTION_IN);
  g_autoptr(MskVerdict) verdict =
                 msk_door_desk_annul (door, g_rand_int_range (dice, 1, 30), "误操作", NULL);
}

/* Of the one who is not inside: all others would bring it in. */
static void
act_device (DeskTest *test)
{
  const MskDeviceDraft draft = { PERSON_REJECTED, MSK_DEVICE_PHONE, "黑色", "甲柜3格", 0 };
  g_autoptr(MskDeviceScan) desk = msk_device_scan_new (test->session, MSK_DEVICE_SCAN_DEPOSIT);
  g_autoptr(GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(MskVerdict) verdict = NULL;
  g_autofree char *code = NULL;
  MskPrintResult result;
  guint number;

  if (!one_in (8))
    return;

  number = msk_device_desk_declare (test->session, &draft, NULL);
  g_assert_cmpuint (number, !=, 0);
  g_array_append_val (numbers, number);
  g_assert_true (
      msk_device_tags_print (test->session, numbers, DESK_TEST_PRINTER, &result, NULL, NULL));
  code = msk_device_tags_dup_code (test->session, number, NULL);
  verdict = msk_device_scan_take (desk, code, NULL);
  g_assert_cmpstr (verdict->code, ==, "deposited");
}

static void
act_incident (DeskTest *test)
{
  const MskIncidentDraft draft = { .kind = MSK_INCIDENT_OTHER, .subject = "", .text = "走廊有人" };
  gint64 id;

  if (!one_in (8))
    return;

  id = msk_incident_desk_open (test->session, &draft, NULL);
  g_assert_cmpint (id, >, 0);
  if (one_in (2))
    return;
  desk_test_sign_in (test, MSK_ROLE_SECURITY_OFFICER);
  g_assert_true (
      msk_incident_desk_report (test->session, id, MSK_DEPARTMENT_SECRECY, "赵", 0, NULL));
  desk_test_sign_in (test, MSK_ROLE_DESK_CLERK);
}

static void
act_permit (DeskTest *test)
{
  const MskPermitDraft draft = { g_rand_int_range (dice, PERSON_FIRST, PERSON_UNCLEARED), "机要室",
                                 "李四", "携批 1", DESK_TEST_NOW + 3 * DAY };
  gint64 id;

  if (!one_in (6))
    return;

  desk_test_sign_in (test, MSK_ROLE_RESPONSIBLE_LEADER);
  id = msk_permit_desk_grant (test->session, choose_copy (), &draft, NULL);
  if (id != 0 && one_in (5))
    msk_permit_desk_withdraw (test->session, id, NULL);
  desk_test_sign_in (test, MSK_ROLE_DESK_CLERK);
  if (id != 0 && !one_in (4))
    msk_permit_desk_take (test->session, id, NULL, NULL, NULL);
  if (id != 0 && one_in (4))
    msk_permit_desk_enter_receipt (test->session, id, "回 1", "钱", NULL);
}

/* Nobody leaves their telephone, no sheet is left unlooked at. */
static void
settle (DeskTest *test)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) devices = msk_device_desk_list (test->session, NULL);

  for (guint i = 0; i < devices->len; i++)
    {
      const MskDevice *device = devices->pdata[i];

      msk_device_desk_give_back (test->session, device->number, device->attendee_id, "李4",
                                 "副券遗失", &error);
      g_assert_no_error (error);
    }
  for (guint number = 1; number <= COPIES; number++)
    if (desk_test_get_state (test, number) == MSK_COPY_PRINTING)
      desk_test_give_up (test, number);
}

static gboolean
is_here (MskCopyState state)
{
  return state == MSK_COPY_IN_STORE || state == MSK_COPY_RETURNED || state == MSK_COPY_SPOILED;
}

/* Most of what is here is seen, and some of what is out. As the clerk. */
static void
look_for (DeskTest *test, guint notebooks)
{
  for (guint number = 1; number <= COPIES; number++)
    {
      const MskCopyState state = desk_test_get_state (test, number);

      if ((is_here (state) && !one_in (9)) || (state == MSK_COPY_HELD && one_in (3)))
        scan_copy (test, MSK_SCAN_SWEEP, number);
    }
  for (guint i = 0; i < notebooks; i++)
    if (!one_in (3))
      desk_test_expect (test, MSK_SCAN_SWEEP, labels[i], "seen");
}

/* What turned up is taken back, what did not is missing. As the officer. */
static void
explain (DeskTest *test)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) open = msk_sweep_desk_list (test->session, TRUE, &error);

  for (guint i = 0; i < open->len; i++)
    {
      const MskSweepLine *line = open->pdata[i];

      if (line->sweep_class == MSK_SWEEP_FOUND)
        msk_sweep_desk_recover (test->session, line->kind, line->number, "桌下", &error);
      else
        msk_sweep_desk_report_missing (test->session, line->kind, line->number, "赵", "找遍",
                                       &error);
      g_assert_no_error (error);
    }
}

static void
sweep (DeskTest *test, guint notebooks)
{
  g_autoptr(GError) error = NULL;

  desk_test_sign_in (test, MSK_ROLE_SECURITY_OFFICER);
  msk_sweep_desk_start (test->session, &error);
  g_assert_no_error (error);
  desk_test_sign_in (test, MSK_ROLE_DESK_CLERK);
  for (gint32 strange = g_rand_int_range (dice, 0, 4); strange > 0; strange--)
    {
      g_autofree char *code = desk_test_dup_copy_code (test, choose_copy (), 1);

      code[MSK_TAG_LENGTH - 1] = code[MSK_TAG_LENGTH - 1] == '0' ? '1' : '0';
      desk_test_expect (test, MSK_SCAN_SWEEP, code, "forged-tag");
    }
  look_for (test, notebooks);
  desk_test_sign_in (test, MSK_ROLE_SECURITY_OFFICER);
  explain (test);
  desk_test_count_blind (test);
  desk_test_check_venue (test);
  msk_sweep_desk_sign (test->session, &error);
  g_assert_no_error (error);
  g_assert_true (desk_test_sign_sweep_as (test, "leader", DESK_TEST_PASSPHRASE, &error));
  msk_sweep_desk_close (test->session, &error);
  g_assert_no_error (error);
}

/* Some of what is here, in one batch. */
static void
destroy_some (DeskTest *test)
{
  g_autoptr(GArray) chosen = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(GError) error = NULL;
  gint64 id;

  desk_test_sign_in (test, MSK_ROLE_DESK_CLERK);
  for (guint number = 1; number <= COPIES; number++)
    if (desk_test_get_state (test, number) == MSK_COPY_RETURNED && one_in (2))
      g_array_append_val (chosen, number);
  if (chosen->len == 0)
    return;

  id = destruction_test_start (test);
  for (guint i = 0; i < chosen->len; i++)
    destruction_test_type (test, id, FALSE, MSK_STOCK_COPY, g_array_index (chosen, guint, i),
                           "put-in-batch");
  destruction_test_propose (test, id);
  destruction_test_approve (test, id);
  destruction_test_begin (test, id);
  for (guint i = 0; i < chosen->len; i++)
    destruction_test_type (test, id, TRUE, MSK_STOCK_COPY, g_array_index (chosen, guint, i),
                           "into-the-machine");
  g_assert_true (destruction_test_end (test, id, "", MSK_ROLE_ORGANISER, &error));
  g_assert_no_error (error);
}

/* The certificate as its reader has it: rows of cells. */
typedef struct
{
  GPtrArray *cells;
  guint width;
} Certificate;

static void
make_certificate (DeskTest *test, Certificate *certificate)
{
  g_autoptr(GError) error = NULL;
  MskDatabase *database;
  g_autoptr(MskReport) report = NULL;

  desk_test_sign_in (test, MSK_ROLE_SECURITY_OFFICER);
  database = msk_session_require_meeting (test->session, MSK_ACT_REPORT_MAKE, &error);
  report =
      msk_report_desk_compose (test->session, database, MSK_REPORT_CERTIFICATE, 0, NULL, &error);
  g_assert_no_error (error);
  certificate->cells = msk_report_dup_cells (report, &certificate->width);
}

/* Where the row begins whose first cell is name: the nth of that name, from 0. */
static guint
find_row (const Certificate *certificate, const char *name, guint nth)
{
  for (guint i = 0; i < certificate->cells->len; i += certificate->width)
    if (g_str_equal (certificate->cells->pdata[i], name) && nth-- == 0)
      return i;

  g_error ("the certificate has no “%s”", name);
}

static void expect_fact (const Certificate *certificate, const char *name, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

static void
expect_fact (const Certificate *certificate, const char *name, const char *format, ...)
{
  g_autofree char *wanted = NULL;
  va_list values;

  va_start (values, format);
  wanted = g_strdup_vprintf (format, values);
  va_end (values);
  g_assert_cmpstr (certificate->cells->pdata[find_row (certificate, name, 0) + 1], ==, wanted);
}

/* A line of the balance: its figures stand under the names of the states. */
static void
expect_balance (const Certificate *certificate, const char *name, const guint *counts)
{
  const guint titles = find_row (certificate, "Paper", 0);
  const guint row = find_row (certificate, name, 0);
  guint allocated = 0, shown = 0;

  for (guint state = 0; state < MSK_COPY_N_STATES; state++)
    {
      g_autofree char *wanted = g_strdup_printf ("%u", counts[state]);

      allocated += counts[state];
      for (guint i = 3; i < certificate->width; i++)
        if (g_str_equal (certificate->cells->pdata[titles + i],
                         msk_copy_state_get_label ((MskCopyState) state)))
          {
            g_assert_cmpstr (certificate->cells->pdata[row + i], ==, wanted);
            shown += counts[state];
          }
    }
  g_assert_cmpuint (shown, ==, allocated);
  {
    g_autofree char *wanted = g_strdup_printf ("%u", allocated);

    g_assert_cmpstr (certificate->cells->pdata[row + 2], ==, wanted);
  }
}

static void
expect_class (const Certificate *certificate, MskSweepClass class, guint copies, guint carriers)
{
  g_autofree char *first = g_strdup_printf ("%u", copies);
  g_autofree char *second = g_strdup_printf ("%u", carriers);
  guint row;

  if (copies + carriers == 0)
    return;

  row = find_row (certificate, msk_sweep_class_get_label (class), 0);
  g_assert_cmpstr (certificate->cells->pdata[row + 1], ==, first);
  g_assert_cmpstr (certificate->cells->pdata[row + 2], ==, second);
}

static void
expect_sweep (const Certificate *certificate, const LedgerRecount *count)
{
  static const struct
  {
    MskSweepClass class;
    MskCopyState state;
  } classes[] = {
    { MSK_SWEEP_RETURNED, MSK_COPY_RETURNED },   { MSK_SWEEP_IN_STORE, MSK_COPY_IN_STORE },
    { MSK_SWEEP_SPOILED, MSK_COPY_SPOILED },     { MSK_SWEEP_BY_PERMIT, MSK_COPY_AWAY },
    { MSK_SWEEP_DESTROYED, MSK_COPY_DESTROYED }, { MSK_SWEEP_VOID, MSK_COPY_VOID },
    { MSK_SWEEP_MISSING, MSK_COPY_MISSING },
  };

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    expect_class (certificate, classes[i].class,
                  count->copies[PAPER_SECRET][classes[i].state] +
                      count->copies[PAPER_CONFIDENTIAL][classes[i].state],
                  count->carriers[classes[i].state]);
  expect_fact (certificate, "Found and taken back", "%u", count->recovered);
  expect_fact (certificate, "Strange codes", "%u", count->strange);
}

static guint
sum_state (const LedgerRecount *count, MskCopyState state)
{
  return count->copies[PAPER_SECRET][state] + count->copies[PAPER_CONFIDENTIAL][state] +
         count->carriers[state];
}

static void
expect_rest (const Certificate *certificate, const LedgerRecount *count)
{
  expect_fact (certificate, "Destroyed so far",
               "batches: %u, things destroyed in them: %u, batches under way: 0", count->batches,
               count->destroyed);
  expect_fact (certificate, "Still kept here", "in store: %u, returned: %u, spoiled: %u",
               sum_state (count, MSK_COPY_IN_STORE), sum_state (count, MSK_COPY_RETURNED),
               sum_state (count, MSK_COPY_SPOILED));
  expect_fact (certificate, "Head count",
               "people who came in: %u, ways in: %u, ways out: %u, inside now: %u", count->people,
               count->in, count->out, count->inside);
  expect_fact (certificate, "Refused at the door", "%u", count->refused);
  expect_fact (certificate, "Permits", "open: %u, copies away: %u", count->permits_open,
               count->permits_away);
  expect_fact (certificate, "Devices", "registered: %u, given back: %u, void: 0, in deposit now: 0",
               count->devices, count->devices_returned);
}

/* A row for each, and how many of them nobody was told of. */
static void
expect_incidents (const Certificate *certificate, const LedgerRecount *count)
{
  guint rows = 0, untold = 0;

  if (count->incidents > 0)
    for (guint row = find_row (certificate, "No.", 0) + certificate->width;
         *(const char *) certificate->cells->pdata[row] != '\0'; row += certificate->width)
      {
        rows++;
        untold += g_str_equal (certificate->cells->pdata[row + 4], "not reported");
      }
  g_assert_cmpuint (rows, ==, count->incidents);
  g_assert_cmpuint (rows - untold, ==, count->incidents_told);
}

/* What the sweep came to stays as it was when the meeting was closed. */
static void
compare (DeskTest *test, LedgerRecount *at_close)
{
  Certificate certificate = { NULL, 0 };
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) papers = NULL;
  LedgerRecount count;

  ledger_recount (test, &count);
  if (at_close->people == 0)
    *at_close = count;
  make_certificate (test, &certificate);
  papers = msk_paper_desk_list (test->session, &error);
  for (guint i = 0; i < papers->len; i++)
    expect_balance (&certificate, ((MskPaper *) papers->pdata[i])->document_number,
                    count.copies[((MskPaper *) papers->pdata[i])->id]);
  if (count.carriers[MSK_COPY_MISSING] + count.carriers[MSK_COPY_IN_STORE] > 0)
    expect_balance (&certificate, "Carriers", count.carriers);
  expect_sweep (&certificate, at_close);
  expect_incidents (&certificate, &count);
  expect_rest (&certificate, &count);
  g_test_message ("incidents %u, destroyed %u, people %u, refused %u, permits %u, missing %u",
                  count.incidents, count.destroyed, count.people, count.refused, count.permits_open,
                  sum_state (&count, MSK_COPY_MISSING));
  g_ptr_array_unref (certificate.cells);
}

static void
test_random_meeting (DeskTest *test, gconstpointer meeting)
{
  static const MskCarrierDraft notebook = { MSK_CARRIER_NOTEBOOK, MSK_LEVEL_SECRET, "会议保密本",
                                            50, "会务组" };
  static void (*const acts[]) (DeskTest *) = { act_issue,  act_issue, act_issue,    act_return,
                                               act_return, act_spoil, act_confirm,  act_door,
                                               act_door,   act_annul, act_incident, act_device,
                                               act_permit };
  const guint32 seed[] = { (guint32) g_test_rand_int (), GPOINTER_TO_UINT (meeting) };
  const gint32 notebooks = GPOINTER_TO_INT (meeting) % 3;
  LedgerRecount at_close = { .people = 0 };

  dice = g_rand_new_with_seed_array (seed, G_N_ELEMENTS (seed));
  if (notebooks > 0)
    g_assert_cmpuint (msk_carrier_desk_add (test->session, &notebook, (guint) notebooks, NULL), ==,
                      1);
  for (gint32 i = 0; i < notebooks; i++)
    {
      g_free (labels[i]);
      labels[i] = destruction_test_dup_label_code (test, i + 1);
    }
  for (guint i = 0; i < ACTS; i++)
    {
      desk_test_now += 7;
      acts[g_rand_int_range (dice, 0, G_N_ELEMENTS (acts))](test);
    }
  desk_test_empty_room (test);
  desk_test_sign_in (test, MSK_ROLE_DESK_CLERK);
  settle (test);
  sweep (test, (guint) notebooks);
  compare (test, &at_close);
  destroy_some (test);
  compare (test, &at_close);
  g_clear_pointer (&dice, g_rand_free);
}

int
main (int argc, char **argv)
{
  const char *wanted = g_getenv ("MSK_MODEL_MEETINGS");
  const guint meetings = wanted != NULL ? (guint) g_ascii_strtoull (wanted, NULL, 10) : MEETINGS;

  desk_test_start (&argc, &argv);
  for (guint i = 1; i <= meetings; i++)
    {
      g_autofree char *path =
          g_strdup_printf ("/desk/certificate/says-what-a-recount-of-the-ledger-says/%u", i);

      g_test_add (path, DeskTest, GUINT_TO_POINTER (i), desk_test_set_up_inside,
                  test_random_meeting, desk_test_tear_down);
    }
  return desk_test_run ();
}
