/* The ledger: its chain, and that nobody changes a row of it unnoticed, even with the key and with
 * SQL. SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-ledger.h"

#include <sodium.h>

#include "msk-error.h"

#include "store-test.h"

#define N_ROWS 12
#define MANY_ROWS 1000

typedef struct
{
  guint64 entries;
  gint64 wrong;
  const char *reason;
  guchar head[MSK_LEDGER_HASH_SIZE];
} Answer;

static void
verify (StoreTest *test, Answer *answer)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (msk_ledger_verify (test->database, &answer->entries, &answer->wrong,
                                    &answer->reason, answer->head, &error));
  g_assert_no_error (error);
}

static void
assert_whole (StoreTest *test, guint64 entries)
{
  Answer answer;

  verify (test, &answer);
  g_assert_null (answer.reason);
  g_assert_cmpint (answer.wrong, ==, 0);
  g_assert_cmpuint (answer.entries, ==, entries);
}

static void
assert_wrong_at (StoreTest *test, gint64 sequence)
{
  Answer answer;

  verify (test, &answer);
  g_assert_nonnull (answer.reason);
  g_assert_cmpint (answer.wrong, ==, sequence);
}

static void
write_rows (StoreTest *test, guint count)
{
  for (guint i = 0; i < count; i++)
    {
      g_autofree char *note = g_strdup_printf ("entry %u of 会议", i);

      test->actor.now = STORE_TEST_NOW + i;
      store_test_note (test, note);
    }
}

/* What somebody with the key does first. */
static void
drop_triggers (StoreTest *test)
{
  store_test_sql (test, "DROP TRIGGER ledger_no_update; DROP TRIGGER ledger_no_delete");
}

static void
test_long_chain (StoreTest *test, gconstpointer unused)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(GError) error = NULL;
  Answer answer, again;

  store_test_begin (test, &transaction);
  for (guint i = 0; i < MANY_ROWS; i++)
    g_assert_true (msk_ledger_append (&transaction, MSK_ACT_SCAN_REFUSED, "code", &error, NULL));
  store_test_commit (&transaction);

  write_rows (test, 50);
  assert_whole (test, MANY_ROWS + 50);
  verify (test, &answer);
  store_test_reopen (test);
  verify (test, &again);
  g_assert_cmpmem (answer.head, sizeof answer.head, again.head, sizeof again.head);
}

/* The hash as msk-ledger.h describes it, computed a second time. */
static void
add_text (crypto_generichash_state *state, const char *text)
{
  guint64 length = GUINT64_TO_LE ((guint64) strlen (text));

  crypto_generichash_update (state, (const guchar *) &length, sizeof length);
  crypto_generichash_update (state, (const guchar *) text, strlen (text));
}

static void
compute_hash (const guchar previous[32],
              gint64 sequence,
              gint64 at,
              const char *const texts[6],
              guchar hash[32])
{
  const gint64 numbers[] = { GINT64_TO_LE (sequence), GINT64_TO_LE (at) };
  crypto_generichash_state state;

  crypto_generichash_init (&state, NULL, 0, 32);
  crypto_generichash_update (&state, previous, 32);
  crypto_generichash_update (&state, (const guchar *) numbers, sizeof numbers);
  for (guint i = 0; i < 6; i++)
    add_text (&state, texts[i]);
  crypto_generichash_final (&state, hash, 32);
}

static void
test_format (StoreTest *test, gconstpointer unused)
{
  const char *const first[] = { "clerk",        "desk-clerk", "desk 1",
                                "scan-refused", "code",       "{\"note\":\"甲\"}" };
  const char *const second[] = { "clerk",        "desk-clerk", "desk 1",
                                 "scan-refused", "code",       "{\"note\":\"\\\"乙\\\\\"}" };
  guchar hash[32] = { 0 };
  Answer answer;

  store_test_note (test, "甲");
  compute_hash (hash, 1, STORE_TEST_NOW, first, hash);
  verify (test, &answer);
  g_assert_cmpmem (answer.head, 32, hash, 32);

  test->actor.now++;
  store_test_note (test, "\"乙\\");
  compute_hash (hash, 2, STORE_TEST_NOW + 1, second, hash);
  verify (test, &answer);
  g_assert_cmpmem (answer.head, 32, hash, 32);
}

/* Every column of every row, each in several ways; after each the row is put back, and the chain is
 * whole again. */
static const struct
{
  const char *column;
  const char *value;
} changes[] = {
  { "at", "at + 1" },
  { "at", "-at" },
  { "actor", "actor || ' '" },
  { "actor", "upper (actor)" },
  { "actor", "''" },
  { "role", "'auditor'" },
  { "station", "substr (station, 2)" },
  { "station", "station || char (0)" },
  { "act", "'scan-refuseD'" },
  { "subject", "subject || '1'" },
  { "subject", "subject || char (0) || '1'" },
  { "details", "replace (details, 'entry', 'Entry')" },
  { "details", "details || ' '" },
  { "details", "details || char (0) || '{\"note\":\"something else\"}'" },
  { "details", "char (0) || details" },
  { "previous", "zeroblob (31) || x'01'" },
  { "previous", "zeroblob (0)" },
  { "hash", "previous" },
  { "hash", "substr (hash, 1, 31)" },
  { "hash", "hash || x'00'" },
};

static void
change_cell (StoreTest *test, const char *column, const char *value, guint row)
{
  g_autofree char *sql =
      g_strdup_printf ("PRAGMA ignore_check_constraints = ON;"
                       "UPDATE ledger SET %s = CAST (%s AS %s) WHERE sequence = %u",
                       column, value,
                       g_str_equal (column, "at") ? "INTEGER"
                       : g_str_equal (column, "previous") || g_str_equal (column, "hash") ? "BLOB"
                                                                                          : "TEXT",
                       row);

  store_test_sql (test, sql);
}

static void
test_changed_cells (StoreTest *test, gconstpointer unused)
{
  write_rows (test, N_ROWS);
  drop_triggers (test);
  store_test_sql (test, "CREATE TABLE kept AS SELECT * FROM ledger");

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    for (guint row = 1; row <= N_ROWS; row++)
      {
        if (row == 1 && g_str_has_prefix (changes[i].value, "zeroblob (31)"))
          continue;
        g_test_message ("%s = %s in row %u", changes[i].column, changes[i].value, row);
        change_cell (test, changes[i].column, changes[i].value, row);
        assert_wrong_at (test, row);
        store_test_sql (test, "INSERT OR REPLACE INTO ledger SELECT * FROM kept");
      }

  assert_whole (test, N_ROWS);
}

static void
test_every_bit_of_a_hash (StoreTest *test, gconstpointer unused)
{
  write_rows (test, 3);
  drop_triggers (test);
  store_test_sql (test, "CREATE TABLE kept AS SELECT * FROM ledger");

  for (guint byte = 1; byte <= MSK_LEDGER_HASH_SIZE; byte++)
    {
      g_autofree char *sql =
          g_strdup_printf ("UPDATE ledger SET hash = CAST (substr (hash, 1, %u) || CASE substr "
                           "(hash, %u, 1)"
                           " WHEN x'41' THEN x'42' ELSE x'41' END || substr (hash, %u) AS BLOB)"
                           " WHERE sequence = 2",
                           byte - 1, byte, byte + 1);

      store_test_sql (test, sql);
      assert_wrong_at (test, 2);
      store_test_sql (test, "INSERT OR REPLACE INTO ledger SELECT * FROM kept");
    }
}

/* A row whose hash was computed anew for its new contents gives itself away in the row after it. */
static void
test_rehashed_row (StoreTest *test, gconstpointer unused)
{
  const char *const texts[] = { "clerk",        "desk-clerk", "desk 1",
                                "scan-refused", "code",       "{\"note\":\"forged\"}" };
  guchar hash[32] = { 0 };
  g_autoptr(GString) sql =
                 g_string_new ("UPDATE ledger SET details = '{\"note\":\"forged\"}', hash = x'");

  write_rows (test, 3);
  drop_triggers (test);
  compute_hash (hash, 1, STORE_TEST_NOW, texts, hash);
  for (guint i = 0; i < sizeof hash; i++)
    g_string_append_printf (sql, "%02x", hash[i]);
  g_string_append (sql, "' WHERE sequence = 1");

  store_test_sql (test, sql->str);
  assert_wrong_at (test, 2);
}

/* What was done to the rows, and the entry that then does not fit. */
static const struct
{
  const char *path;
  const char *sql;
  gint64 wrong;
} rearrangements[] = {
  { "/store/ledger/a-row-deleted-shows", "DELETE FROM ledger WHERE sequence = 5", 6 },
  { "/store/ledger/the-first-row-deleted-shows", "DELETE FROM ledger WHERE sequence = 1", 2 },
  { "/store/ledger/a-row-deleted-and-the-rest-moved-up-shows",
    "DELETE FROM ledger WHERE sequence = 5; UPDATE ledger SET sequence = -sequence WHERE sequence "
    "> 5;"
    "UPDATE ledger SET sequence = -sequence - 1 WHERE sequence < 0",
    5 },
  { "/store/ledger/two-rows-swapped-show",
    "UPDATE ledger SET sequence = -1 WHERE sequence = 7; UPDATE ledger SET sequence = 7 WHERE "
    "sequence = 8;"
    "UPDATE ledger SET sequence = 8 WHERE sequence = -1",
    7 },
  { "/store/ledger/contents-of-two-rows-swapped-show",
    "UPDATE ledger SET details = (SELECT k.details FROM kept AS k WHERE k.sequence = 7 - "
    "ledger.sequence)"
    " WHERE sequence IN (3, 4)",
    3 },
  { "/store/ledger/a-row-inserted-at-the-end-shows",
    "INSERT INTO ledger SELECT sequence + 1, at, actor, role, station, act, subject, details, "
    "hash, previous FROM ledger"
    " ORDER BY sequence DESC LIMIT 1",
    N_ROWS + 1 },
  { "/store/ledger/a-row-inserted-in-the-middle-shows",
    "UPDATE ledger SET sequence = -sequence WHERE sequence > 5;"
    "UPDATE ledger SET sequence = 1 - sequence WHERE sequence < 0;"
    "INSERT INTO ledger SELECT 6, at, actor, role, station, act, subject, details, previous, hash "
    "FROM ledger"
    " WHERE sequence = 5",
    6 },
  { "/store/ledger/a-row-moved-to-another-number-shows",
    "UPDATE ledger SET sequence = 1000 WHERE sequence = 12", 1000 },
  { "/store/ledger/a-row-below-the-first-shows",
    "UPDATE ledger SET sequence = 0 WHERE sequence = 1", 0 },
};

static void
test_rearranged (StoreTest *test, gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autofree char *sql =
      g_strconcat ("PRAGMA ignore_check_constraints = ON;", rearrangements[i].sql, NULL);

  write_rows (test, N_ROWS);
  drop_triggers (test);
  store_test_sql (test, "CREATE TABLE kept AS SELECT * FROM ledger");
  store_test_sql (test, sql);
  assert_wrong_at (test, rearrangements[i].wrong);
}

static void
test_triggers (StoreTest *test, gconstpointer unused)
{
  write_rows (test, 2);
  store_test_assert_refused (test, "UPDATE ledger SET at = at + 1", "the ledger does not change");
  store_test_assert_refused (test, "DELETE FROM ledger", "the ledger does not change");
  store_test_assert_refused (test,
                             "INSERT OR REPLACE INTO ledger SELECT * FROM ledger WHERE sequence = "
                             "1",
                             "the ledger does not change");
  store_test_assert_refused (test, "UPDATE ledger SET hash = zeroblob (32) WHERE sequence = 2",
                             "the ledger does not change");
  assert_whole (test, 2);
}

static void
collect (const MskLedgerEntry *entry, gpointer user_data)
{
  g_ptr_array_add (user_data, g_strdup_printf ("%" G_GINT64_FORMAT " %s %s %s", entry->sequence,
                                               entry->act, entry->subject, entry->details));
}

static void
test_clock_back (StoreTest *test, gconstpointer unused)
{
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GError) error = NULL;

  store_test_note (test, "a");
  test->actor.now -= 90;
  store_test_note (test, "b");
  store_test_note (test, "c");

  g_assert_true (msk_ledger_foreach (test->database, 0, 10, collect, lines, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (lines->len, ==, 4);
  g_assert_cmpstr (lines->pdata[0], ==, "4 scan-refused code {\"note\":\"c\"}");
  g_assert_cmpstr (lines->pdata[1], ==, "3 scan-refused code {\"note\":\"b\"}");
  g_assert_cmpstr (lines->pdata[2], ==, "2 clock-back clock {\"seconds\":\"90\"}");
  g_assert_cmpstr (lines->pdata[3], ==, "1 scan-refused code {\"note\":\"a\"}");
  assert_whole (test, 4);
}

static void
test_pages (StoreTest *test, gconstpointer unused)
{
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GError) error = NULL;
  gint64 last;

  g_assert_true (msk_ledger_get_last (test->database, &last, &error));
  g_assert_cmpint (last, ==, 0);

  write_rows (test, 5);
  g_assert_true (msk_ledger_get_last (test->database, &last, &error));
  g_assert_cmpint (last, ==, 5);
  g_assert_true (msk_ledger_foreach (test->database, 4, 2, collect, lines, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (lines->len, ==, 2);
  g_assert_true (g_str_has_prefix (lines->pdata[0], "3 "));
  g_assert_true (g_str_has_prefix (lines->pdata[1], "2 "));
}

/* Nothing is written behind a head that can't be one. */
static void
test_broken_head (StoreTest *test, gconstpointer unused)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(GError) error = NULL;

  write_rows (test, 2);
  drop_triggers (test);
  change_cell (test, "hash", "x'00'", 2);

  store_test_begin (test, &transaction);
  g_assert_false (msk_ledger_append (&transaction, MSK_ACT_SCAN_REFUSED, "code", &error, NULL));
  g_assert_error (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_LEDGER_BROKEN);
}

int
main (int argc, char **argv)
{
  store_test_start (&argc, &argv);

#define ADD(path, function)                                                                        \
  g_test_add (path, StoreTest, NULL, store_test_set_up, function, store_test_tear_down)
  ADD ("/store/ledger/a-thousand-entries-verify", test_long_chain);
  ADD ("/store/ledger/the-hash-is-the-documented-one", test_format);
  ADD ("/store/ledger/any-changed-cell-is-named", test_changed_cells);
  ADD ("/store/ledger/any-changed-byte-of-a-hash-is-named", test_every_bit_of_a_hash);
  ADD ("/store/ledger/a-row-hashed-anew-shows-in-the-next", test_rehashed_row);
  ADD ("/store/ledger/update-and-delete-are-refused", test_triggers);
  ADD ("/store/ledger/a-clock-that-steps-back-is-an-entry", test_clock_back);
  ADD ("/store/ledger/is-read-in-pages-newest-first", test_pages);
  ADD ("/store/ledger/nothing-follows-a-broken-head", test_broken_head);
#undef ADD

  for (guint i = 0; i < G_N_ELEMENTS (rearrangements); i++)
    g_test_add (rearrangements[i].path, StoreTest, GUINT_TO_POINTER (i), store_test_set_up,
                test_rearranged, store_test_tear_down);

  return g_test_run ();
}
