/* Random acts at the desk against a small model of what each must do: the verdict, the states and
 * the balance after every one. SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-error.h"
#include "msk-return-desk.h"

#include "desk-test.h"
#include "ledger-replay.h"

/* In one meeting, since its copies are used up by then. MSK_MODEL_MEETINGS says how many meetings
 * are held so: fifty make a million acts. */
#define ACTS 20000
#define COPIES 2600
#define PEOPLE PERSON_UNSEALED

/* GLib seeds its own numbers anew for every case, and fifty meetings would be one: the seed of the
 * run and the number of the meeting together make another of each. */
static GRand *dice;

/* The model knows the rules from their description, and shares no code with the desk. */
typedef struct
{
  MskCopyState state;
  gint64 holder;    /* of a held one */
  gboolean printed; /* a sheet came out of the newest attempt */
  gboolean secret;  /* which paper: the Secret one is counted when it comes back */
  guint back;       /* pages that came back while it is still held */
  guint before;     /* that had, before the newest count that ended in something */
  guint last;       /* what was counted last since it moved */
  guint tries;      /* how often that was to be counted again */
} Copy;

typedef struct
{
  DeskTest *test;
  Copy copies[COPIES + 1]; /* by number */
  guint n_copies;
  MskScanDesk *issue;
  MskScanDesk *take_back;
  MskScanDesk *check;
  gint64 waiting_person;
  guint waiting_copy;
  guint last_back; /* what the returns dealt with last */
  guint done;
} Model;

static const char *
judge_person (gint64 person)
{
  return person == PERSON_REJECTED   ? "rejected"
         : person == PERSON_UNSEALED ? "not-on-sealed-list"
                                     : NULL;
}

/* The refusal for giving this copy out at all, or NULL. */
static const char *
judge_copy (const Copy *copy)
{
  switch ((int) copy->state)
    {
    case MSK_COPY_IN_STORE:
      return NULL;
    case MSK_COPY_HELD:
      return "already-issued";
    case MSK_COPY_RETURNED:
      return "already-returned";
    case MSK_COPY_SPOILED:
      return "copy-spoiled";
    case MSK_COPY_VOID:
      return "copy-void";
    default:
      return "copy-not-good";
    }
}

static gboolean
holds_paper (const Model *model, gint64 person, gboolean secret)
{
  for (guint number = 1; number <= model->n_copies; number++)
    if (model->copies[number].state == MSK_COPY_HELD && model->copies[number].holder == person &&
        model->copies[number].secret == secret)
      return TRUE;

  return FALSE;
}

static const char *
give (Model *model, gint64 person, guint number)
{
  Copy *copy = &model->copies[number];
  const char *refusal = judge_copy (copy);

  if (refusal == NULL)
    refusal = judge_person (person);
  if (refusal == NULL && copy->secret && person == PERSON_OUTSIDE_SCOPE)
    refusal = "outside-scope";
  if (refusal == NULL && copy->secret && person == PERSON_UNCLEARED)
    refusal = "clearance-too-low";
  if (refusal == NULL && holds_paper (model, person, copy->secret))
    refusal = "already-holds-paper";
  if (refusal != NULL)
    return refusal;

  copy->state = MSK_COPY_HELD;
  copy->holder = person;
  copy->last = copy->tries = 0;
  return "issued";
}

static const char *
expect_person (Model *model, gint64 person)
{
  const guint number = model->waiting_copy;

  model->waiting_person = 0;
  model->waiting_copy = 0;
  if (number != 0)
    return give (model, person, number);
  if (judge_person (person) != NULL)
    return judge_person (person);

  model->waiting_person = person;
  return "person-selected";
}

static const char *
expect_copy (Model *model, guint number)
{
  const char *refusal = judge_copy (&model->copies[number]);
  const gint64 person = model->waiting_person;

  model->waiting_copy = 0;
  /* A void copy is an alarm, and nobody waits any more after one. */
  if (refusal != NULL && g_str_equal (refusal, "copy-void"))
    model->waiting_person = 0;
  if (refusal != NULL)
    return refusal;
  model->waiting_person = 0;
  if (person != 0)
    return give (model, person, number);

  model->waiting_copy = number;
  return "copy-selected";
}

/* Time stands still here: only what was dealt with last is an echo of the scanner. */
static gboolean
is_second (Model *model, guint number)
{
  const gboolean echo = model->last_back == number;

  model->last_back = number;
  return model->copies[number].state == MSK_COPY_IN_STORE ||
         (model->copies[number].state == MSK_COPY_RETURNED && !echo);
}

static const char *
expect_return (Model *model, guint number)
{
  Copy *copy = &model->copies[number];

  if (is_second (model, number))
    return "second-sighting";
  if (copy->state != MSK_COPY_HELD)
    return judge_copy (copy);
  if (copy->secret || copy->back > 0)
    return "pages-uncounted";

  copy->state = MSK_COPY_RETURNED;
  copy->before = 0;
  return "returned";
}

static const char *
expect_count (Model *model, guint number, guint pages)
{
  Copy *copy = &model->copies[number];
  const guint due = PAPER_PAGES - copy->back;
  const guint last = copy->last;

  if (is_second (model, number))
    return "second-sighting";
  if (copy->state != MSK_COPY_HELD)
    return judge_copy (copy);
  if (pages != due && pages != last && copy->tries < 2)
    {
      copy->tries++;
      copy->last = pages;
      return "count-again";
    }
  if (pages > due)
    return "pages-surplus";

  copy->before = copy->back;
  copy->last = copy->tries = 0;
  if (pages < due)
    {
      copy->back += pages;
      return "pages-missing";
    }
  copy->back = 0;
  copy->state = MSK_COPY_RETURNED;
  return "returned";
}

static const char *
expect_check (Model *model, guint number)
{
  Copy *copy = &model->copies[number];

  if (copy->state == MSK_COPY_SPOILED)
    return "copy-spoiled";
  if (copy->state == MSK_COPY_VOID)
    return "copy-void";
  if (copy->state != MSK_COPY_PRINTING)
    return "already-good";
  if (!copy->printed)
    return "copy-not-good";

  copy->state = MSK_COPY_IN_STORE;
  return "confirmed";
}

/* Compares the whole register with the model, and both with the running balance. */
static void
compare_all (Model *model)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) copies = msk_print_desk_list_copies (model->test->session, 0, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (copies->len, ==, model->n_copies);
  for (guint i = 0; i < copies->len; i++)
    {
      const MskCopy *copy = copies->pdata[i];

      g_assert_cmpuint (copy->number, ==, i + 1);
      g_assert_cmpint (copy->state, ==, model->copies[i + 1].state);
      g_assert_cmpuint (copy->pages_back, ==, model->copies[i + 1].back);
      if (copy->state == MSK_COPY_HELD)
        g_assert_cmpint (copy->holder_id, ==, model->copies[i + 1].holder);
    }
}

static void
compare_balance (Model *model)
{
  g_autoptr(GError) error = NULL;
  guint counts[2][MSK_COPY_N_STATES] = { 0 };
  guint parts[2] = { 0 }, missing[2] = { 0 };

  for (guint number = 1; number <= model->n_copies; number++)
    {
      const Copy *copy = &model->copies[number];

      counts[copy->secret][copy->state]++;
      if (copy->back == 0)
        continue;
      parts[copy->secret]++;
      missing[copy->secret] += PAPER_PAGES - copy->back;
    }

  for (guint secret = 0; secret <= 1; secret++)
    {
      MskBalance balance;

      g_assert_true (msk_paper_desk_get_balance (model->test->session,
                                                 secret ? PAPER_SECRET : PAPER_CONFIDENTIAL,
                                                 &balance, &error));
      g_assert_no_error (error);
      g_assert_true (msk_balance_holds (&balance));
      for (guint state = 0; state < MSK_COPY_N_STATES; state++)
        g_assert_cmpuint (balance.counts[state], ==, counts[secret][state]);
      g_assert_cmpuint (balance.parts, ==, parts[secret]);
      g_assert_cmpuint (balance.pages_missing, ==, missing[secret]);
    }
}

static void
take_verdict (Model *model, MskVerdict *verdict, const char *expected)
{
  g_autoptr(GError) error = NULL;

  g_assert_nonnull (verdict);
  g_assert_cmpstr (verdict->code, ==, expected);
  g_assert_cmpint (msk_scan_desk_get_waiting_person (model->issue), ==, model->waiting_person);
  g_assert_cmpuint (msk_scan_desk_get_waiting_copy (model->issue), ==, model->waiting_copy);
}

/* Sometimes takes an issue or a return back at once. */
static void
undo_sometimes (Model *model, MskScanDesk *desk, MskVerdict *verdict)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskVerdict) undone = NULL;
  Copy *copy = &model->copies[verdict->number];

  if (verdict->movement_id == 0 || g_rand_int_range (dice, 0, 3) != 0)
    return;

  undone = msk_scan_desk_undo (desk, verdict, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (undone->code, ==, "undone");
  if (g_str_equal (verdict->code, "issued"))
    copy->state = MSK_COPY_IN_STORE;
  else
    {
      copy->state = MSK_COPY_HELD;
      copy->back = copy->before;
    }
  copy->last = copy->tries = 0;
}

static guint
choose_number (const Model *model)
{
  return (guint) g_rand_int_range (dice, 1, (gint32) model->n_copies + 1);
}

static void
act_person (Model *model)
{
  const gint64 person = g_rand_int_range (dice, 1, PEOPLE + 1);
  const char *expected = expect_person (model, person);
  g_autoptr(GError) error = NULL;
  g_autoptr(MskVerdict) verdict = NULL;

  if (judge_person (person) == NULL && g_rand_boolean (dice))
    {
      g_autofree char *code = desk_test_dup_badge_code (model->test, person);

      verdict = msk_scan_desk_scan (model->issue, code, &error);
    }
  else
    {
      verdict = msk_scan_desk_choose_person (model->issue, person, &error);
    }
  g_assert_no_error (error);
  take_verdict (model, verdict, expected);
  undo_sometimes (model, model->issue, verdict);
}

static MskVerdict *
show_copy (Model *model, MskScanDesk *desk, guint number)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *code =
      desk_test_dup_copy_code (model->test, number,
                               1 + (guint) g_rand_int_range (dice, 0, PAPER_PAGES));
  MskVerdict *verdict = g_rand_boolean (dice) ? msk_scan_desk_scan (desk, code, &error)
                                              : msk_scan_desk_choose_copy (desk, number, &error);

  g_assert_no_error (error);
  return verdict;
}

static void
act_issue (Model *model)
{
  const guint number = choose_number (model);
  const char *expected = expect_copy (model, number);
  g_autoptr(MskVerdict) verdict = show_copy (model, model->issue, number);

  take_verdict (model, verdict, expected);
  undo_sometimes (model, model->issue, verdict);
}

static void
act_return (Model *model)
{
  guint number = choose_number (model);
  const char *expected;
  g_autoptr(MskVerdict) verdict = NULL;

  /* Few copies are out at a time: more often than not one of those comes back. */
  for (guint i = 0; i < 200 && model->copies[number].state != MSK_COPY_HELD; i++)
    number = choose_number (model);
  expected = expect_return (model, number);
  verdict = show_copy (model, model->take_back, number);
  take_verdict (model, verdict, expected);
  undo_sometimes (model, model->take_back, verdict);
}

/* More often than not of a copy that is out, and of what its count may come to. */
static void
act_count (Model *model)
{
  const guint pages = 1 + (guint) g_rand_int_range (dice, 0, PAPER_PAGES + 1);
  const MskPageCount counted = { pages, MSK_CONDITION_WHOLE, "" };
  guint number = choose_number (model);
  g_autoptr(GError) error = NULL;
  g_autoptr(MskVerdict) verdict = NULL;
  const char *expected;

  for (guint i = 0; i < 200 && model->copies[number].state != MSK_COPY_HELD; i++)
    number = choose_number (model);
  expected = expect_count (model, number, pages);
  verdict = msk_scan_desk_count (model->take_back, number, &counted, &error);
  g_assert_no_error (error);
  take_verdict (model, verdict, expected);
  undo_sometimes (model, model->take_back, verdict);
}

static void
act_check (Model *model)
{
  const guint number = choose_number (model);
  const char *expected = expect_check (model, number);
  g_autoptr(MskVerdict) verdict = show_copy (model, model->check, number);

  take_verdict (model, verdict, expected);
}

static void
spoil_any (Model *model)
{
  const guint number = choose_number (model);
  Copy *copy = &model->copies[number];
  const gboolean may =
      copy->state == MSK_COPY_IN_STORE || (copy->state == MSK_COPY_PRINTING && copy->printed);

  g_assert_cmpint (msk_print_desk_spoil (model->test->session, number, 0, "纸皱", NULL), ==, may);
  if (may)
    copy->state = MSK_COPY_SPOILED;
}

/* Spoiled copies are printed anew, which takes a while: often would leave none for the rest. */
static void
act_spoil (Model *model)
{
  if (g_rand_int_range (dice, 0, 60) == 0)
    spoil_any (model);
}

static void
act_void (Model *model)
{
  const guint number = choose_number (model);
  Copy *copy = &model->copies[number];
  const gboolean may = copy->state == MSK_COPY_PRINTING && !copy->printed;

  g_assert_cmpint (msk_print_desk_void (model->test->session, number, "不要了", NULL), ==, may);
  if (may)
    copy->state = MSK_COPY_VOID;
}

static void
act_reprint (Model *model)
{
  const guint number = choose_number (model);
  Copy *copy = &model->copies[number];
  const gboolean may = copy->state == MSK_COPY_VOID || copy->state == MSK_COPY_SPOILED;

  g_assert_cmpint (msk_print_desk_reprint (model->test->session, number, NULL), ==, may);
  if (!may)
    return;
  copy->state = MSK_COPY_PRINTING;
  copy->printed = FALSE;
}

/* The printer says that everything came out; printing itself is tested elsewhere. */
static void
act_print (Model *model)
{
  if (g_rand_int_range (dice, 0, 8) != 0)
    return;

  desk_test_sql (model->test, "UPDATE attempt SET state = 'printed' WHERE state = 'reserved'");
  for (guint number = 1; number <= model->n_copies; number++)
    if (model->copies[number].state == MSK_COPY_PRINTING)
      model->copies[number].printed = TRUE;
}

static void
set_up_model (Model *model, DeskTest *test)
{
  guint first;

  model->test = test;
  for (guint number = 1; number <= 2 * RESERVED; number++)
    model->copies[number] =
        (Copy){ .state = (number - 1) % RESERVED < GOOD ? MSK_COPY_IN_STORE : MSK_COPY_PRINTING,
                .printed = TRUE,
                .secret = number <= RESERVED };
  desk_test_sign_in (test, MSK_ROLE_ORGANISER);
  g_assert_true (
      msk_return_desk_set_rule (test->session, PAPER_SECRET, MSK_COUNT_RULE_ALWAYS, NULL));
  first = desk_test_add_good_copies (test, COPIES - 2 * RESERVED);
  g_assert_cmpuint (first, ==, 2 * RESERVED + 1);
  for (guint number = first; number <= COPIES; number++)
    model->copies[number] = (Copy){ .state = MSK_COPY_IN_STORE, .printed = TRUE, .secret = TRUE };
  /* Some that were never printed, so that there is something to give up and to print again. */
  desk_test_sql (test, "UPDATE attempt SET state = 'reserved' WHERE state = 'printed'"
                       " AND copy_number % 2 = 0");
  for (guint number = 2; number <= 2 * RESERVED; number += 2)
    if (model->copies[number].state == MSK_COPY_PRINTING)
      model->copies[number].printed = FALSE;
  model->n_copies = COPIES;
  model->issue = msk_scan_desk_new (test->session, MSK_SCAN_ISSUE);
  model->take_back = msk_scan_desk_new (test->session, MSK_SCAN_RETURN);
  model->check = msk_scan_desk_new (test->session, MSK_SCAN_CHECK);
}

static void
test_random_acts (DeskTest *test, gconstpointer meeting)
{
  const guint32 seed[] = { (guint32) g_test_rand_int (), GPOINTER_TO_UINT (meeting) };
  static void (*const acts[]) (
      Model *) = { act_person, act_issue, act_issue, act_person,  act_return, act_count, act_count,
                   act_count,  act_check, act_spoil, act_reprint, act_void,   act_print };
  g_autofree Model *model = g_new0 (Model, 1);
  g_autoptr(GError) error = NULL;
  g_autoptr(MskLedgerVerdict) verdict = NULL;

  dice = g_rand_new_with_seed_array (seed, G_N_ELEMENTS (seed));
  set_up_model (model, test);
  for (guint i = 0; i < ACTS; i++)
    {
      acts[g_rand_int_range (dice, 0, G_N_ELEMENTS (acts))](model);
      compare_balance (model);
      if (i % 500 == 0)
        compare_all (model);
    }
  compare_all (model);
  g_object_unref (model->issue);
  g_object_unref (model->take_back);
  g_object_unref (model->check);

  ledger_replay_compare (test);
  verdict = msk_ledger_desk_verify (test->session, TRUE, &error);
  g_assert_no_error (error);
  g_assert_true (verdict->verified);
  g_clear_pointer (&dice, g_rand_free);
  g_test_message ("%d acts, %" G_GUINT64_FORMAT " ledger entries", ACTS, verdict->entries);
}

int
main (int argc, char **argv)
{
  const char *wanted = g_getenv ("MSK_MODEL_MEETINGS");
  const guint meetings = wanted != NULL ? (guint) g_ascii_strtoull (wanted, NULL, 10) : 1;

  desk_test_start (&argc, &argv);
  for (guint i = 1; i <= meetings; i++)
    {
      g_autofree char *path =
          g_strdup_printf ("/desk/model/random-acts-do-what-the-rules-say/%u", i);

      g_test_add (path, DeskTest, GUINT_TO_POINTER (i), desk_test_set_up_inside, test_random_acts,
                  desk_test_tear_down);
    }
  return desk_test_run ();
}
