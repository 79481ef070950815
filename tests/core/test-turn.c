/* Circulation: when a turn is due (L2), and what it takes to begin and end one (L1, L3).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-turn.h"

#include "msk-error.h"

#include "test-start.h"

#define HOUR G_GINT64_CONSTANT (3600)
#define DAY (24 * HOUR)

/* Midnight UTC of a day. */
#define MIDNIGHT (G_GINT64_CONSTANT (20000) * DAY)

typedef struct
{
  MskLevel level;
  MskUrgency urgency;
  gint64 now;
  gint64 utc_offset;
  gint64 due_at;
} Due;

static const Due dues[] = {
  /* Two days for what is neither top secret nor urgent. */
  { MSK_LEVEL_CONFIDENTIAL, MSK_URGENCY_NONE, MIDNIGHT, 0, MIDNIGHT + 2 * DAY },
  { MSK_LEVEL_SECRET, MSK_URGENCY_NONE, MIDNIGHT + 9 * HOUR, 8 * HOUR, MIDNIGHT + 57 * HOUR },
  /* The same day for the others, to its last second. */
  { MSK_LEVEL_TOP_SECRET, MSK_URGENCY_NONE, MIDNIGHT, 0, MIDNIGHT + DAY - 1 },
  { MSK_LEVEL_TOP_SECRET, MSK_URGENCY_EXTRA_URGENT, MIDNIGHT + DAY - 1, 0, MIDNIGHT + DAY - 1 },
  { MSK_LEVEL_CONFIDENTIAL, MSK_URGENCY_URGENT, MIDNIGHT + 12 * HOUR, 0, MIDNIGHT + DAY - 1 },
  { MSK_LEVEL_SECRET, MSK_URGENCY_EXTRA_URGENT, MIDNIGHT + 12 * HOUR, 0, MIDNIGHT + DAY - 1 },
  /* A day ends where the desk stands: in Beijing at 16:00 UTC. */
  { MSK_LEVEL_TOP_SECRET, MSK_URGENCY_NONE, MIDNIGHT + 1 * HOUR, 8 * HOUR,
    MIDNIGHT + 16 * HOUR - 1 },
  { MSK_LEVEL_TOP_SECRET, MSK_URGENCY_NONE, MIDNIGHT + 16 * HOUR, 8 * HOUR,
    MIDNIGHT + 40 * HOUR - 1 },
  /* West of Greenwich, and beside a whole hour. */
  { MSK_LEVEL_TOP_SECRET, MSK_URGENCY_NONE, MIDNIGHT + 2 * HOUR, -5 * HOUR,
    MIDNIGHT + 5 * HOUR - 1 },
  { MSK_LEVEL_TOP_SECRET, MSK_URGENCY_NONE, MIDNIGHT, 5 * HOUR + 1800,
    MIDNIGHT + DAY - 5 * HOUR - 1800 - 1 },
  /* A clock that was never set. */
  { MSK_LEVEL_TOP_SECRET, MSK_URGENCY_NONE, 0, 0, DAY - 1 },
  { MSK_LEVEL_TOP_SECRET, MSK_URGENCY_NONE, 60, -5 * HOUR, 5 * HOUR * 1 - 1 },
  { MSK_LEVEL_TOP_SECRET, MSK_URGENCY_NONE, -60, 0, -1 },
};

static void
test_due (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (dues); i++)
    {
      const Due *row = &dues[i];
      const gint64 due = msk_turn_get_due (row->level, row->urgency, row->now, row->utc_offset);

      g_test_message ("row %u", i);
      g_assert_cmpint (due, ==, row->due_at);
      g_assert_cmpint (due, >=, row->now);
      g_assert_cmpint (due - row->now, <=, MSK_TURN_SECONDS_MAX);
    }
}

static MskTurn *
make_turn (void)
{
  MskTurn *turn = msk_turn_new ();

  turn->is_open = TRUE;
  turn->attendee_id = 7;
  turn->reader = g_strdup ("王 五");
  turn->pages = 12;
  turn->started_at = MIDNIGHT;
  turn->due_at = MIDNIGHT + DAY;
  return turn;
}

static void
test_standing (void)
{
  static const struct
  {
    gint64 now;
    gint64 ended_at;
    gboolean is_open;
    MskTurnStanding standing;
  } rows[] = {
    { MIDNIGHT, 0, TRUE, MSK_TURN_READING },
    { MIDNIGHT + DAY - MSK_TURN_SECONDS_SOON - 1, 0, TRUE, MSK_TURN_READING },
    { MIDNIGHT + DAY - MSK_TURN_SECONDS_SOON, 0, TRUE, MSK_TURN_DUE },
    { MIDNIGHT + DAY, 0, TRUE, MSK_TURN_DUE },
    { MIDNIGHT + DAY + 1, 0, TRUE, MSK_TURN_OVERDUE },
    { MIDNIGHT + DAY + 1, MIDNIGHT + HOUR, FALSE, MSK_TURN_ENDED },
    /* The clock stepped back behind the beginning. */
    { MIDNIGHT - 30 * DAY, 0, TRUE, MSK_TURN_READING },
    { 0, 0, FALSE, MSK_TURN_ENDED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(MskTurn) turn = make_turn ();

      turn->is_open = rows[i].is_open;
      turn->ended_at = rows[i].ended_at;
      g_test_message ("row %u", i);
      g_assert_cmpint (msk_turn_classify (turn, rows[i].now), ==, rows[i].standing);
      g_assert_cmpstr (msk_turn_standing_get_label (rows[i].standing), !=, "");
    }
}

static void
test_end (void)
{
  static const struct
  {
    const char *signature;
    guint slips_open;
    int code; /* -1: it ends */
  } rows[] = {
    { "王 五", 0, -1 },
    { "王五", 0, -1 },
    { " 王　五 ", 0, -1 },
    { "王五", 1, MSK_RULE_ERROR_SLIP_OPEN },
    { "王", 0, MSK_RULE_ERROR_SIGNATURE_DIFFERS },
    { "", 0, MSK_RULE_ERROR_SIGNATURE_DIFFERS },
    { "赵六", 0, MSK_RULE_ERROR_SIGNATURE_DIFFERS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(MskTurn) turn = make_turn ();
      g_autoptr(GError) error = NULL;
      gboolean ends;

      turn->slips_open = rows[i].slips_open;
      ends = msk_turn_check_end (turn, rows[i].signature, &error);
      g_test_message ("row %u", i);
      if (rows[i].code == -1)
        g_assert_no_error (error);
      else
        g_assert_error (error, MSK_RULE_ERROR, rows[i].code);
      g_assert_cmpint (ends, ==, rows[i].code == -1);
    }
}

/* The turn's copy has twelve pages. */
static void
test_loan (void)
{
  static const struct
  {
    guint out;
    guint sheets;
    gboolean lent;
  } rows[] = {
    { 0, 1, TRUE },  { 0, 12, TRUE },  { 5, 7, TRUE },   { 12, 0, TRUE },         { 0, 13, FALSE },
    { 5, 8, FALSE }, { 12, 1, FALSE }, { 13, 0, FALSE }, { 1, G_MAXUINT, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(MskTurn) turn = make_turn ();
      g_autoptr(GError) error = NULL;

      g_test_message ("row %u", i);
      g_assert_cmpint (msk_turn_check_loan (turn, rows[i].out, rows[i].sheets, &error), ==,
                       rows[i].lent);
      if (!rows[i].lent)
        g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_PAGES_DIFFER);
    }
}

static void
test_begin (void)
{
  g_autoptr(MskTurn) turn = make_turn ();
  g_autoptr(MskCopy) copy = msk_copy_new ();
  g_autoptr(GError) error = NULL;

  copy->state = MSK_COPY_IN_STORE;
  copy->attempt = MSK_ATTEMPT_GOOD;
  g_assert_true (msk_turn_check_start (copy, NULL, 7, &error));
  g_assert_no_error (error);

  copy->state = MSK_COPY_HELD;
  g_assert_false (msk_turn_check_start (copy, NULL, 7, &error));
  g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_ALREADY_ISSUED);
  g_clear_error (&error);

  g_assert_false (msk_turn_check_start (copy, turn, 7, &error));
  g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_COPY_IN_TURN);
  g_clear_error (&error);

  g_assert_false (msk_turn_check_start (copy, turn, 8, &error));
  g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_LATERAL_PASSING);
}

int
main (int argc, char *argv[])
{
  test_start (&argc, &argv);
  g_test_add_func ("/core/turn/is-due-by-level-and-urgency-where-the-desk-stands", test_due);
  g_test_add_func ("/core/turn/stands-by-its-due-time", test_standing);
  g_test_add_func ("/core/turn/ends-with-all-pages-and-the-readers-own-name", test_end);
  g_test_add_func ("/core/turn/loans-are-of-the-copy", test_loan);
  g_test_add_func ("/core/turn/begins-from-the-custodian-alone", test_begin);
  return g_test_run ();
}
