/* The real "msk desk scan --stdin", killed at random points: what it acknowledged is in the
 * register, and nothing is there by halves. SPDX-License-Identifier: GPL-3.0-or-later */
#include <json-glib/json-glib.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "msk-copy-store.h"
#include "msk-session-private.h"

#include "desk-test.h"

/* Kills in one meeting; MSK_KILL_MEETINGS says how many meetings are held so. */
#define ROUNDS 220
#define ACTS_A_ROUND 14
#define COPIES 1500
#define ANSWER_MAX 65536

/* GLib seeds its own numbers anew for every case, and all meetings would be killed alike: the seed
 * of the run and the number of the meeting together make another of each. */
static GRand *dice;

/* People who may have the Secret paper. */
static const gint64 readers[] = { PERSON_FIRST, PERSON_SECOND, PERSON_THIRD, 7, 8, 9, 10, 11, 12 };

/* One line for the program and what it must answer. An act that moves a copy says where that ends
 * up. */
typedef struct
{
  char *line;
  const char *code;
  guint number; /* 0: moves nothing */
  MskCopyState to;
  gint64 holder_id;
} Act;

/* What the test believes of one copy. */
typedef struct
{
  MskCopyState state;
  gint64 holder_id; /* of a held one */
} Belief;

static Belief beliefs[COPIES];
static guint first_copy;
static char *copy_codes[COPIES];
static char *badge_codes[G_N_ELEMENTS (readers)];
static char *passphrase_file;

static void
clear_act (gpointer data)
{
  g_free (((Act *) data)->line);
}

static void
add_act (GArray *acts,
         const char *line,
         const char *code,
         guint number,
         MskCopyState to,
         gint64 holder_id)
{
  const Act act = { g_strdup_printf ("%s\n", line), code, number, to, holder_id };

  g_array_append_val (acts, act);
}

static guint
find_copy (const Belief *planned, MskCopyState state, gint64 holder_id)
{
  const guint start = (guint) g_rand_int_range (dice, 0, COPIES);

  for (guint i = 0; i < COPIES; i++)
    {
      const Belief *one = &planned[(start + i) % COPIES];

      if (one->state == state && (holder_id == 0 || one->holder_id == holder_id))
        return first_copy + (start + i) % COPIES;
    }
  return 0;
}

/* A copy to a reader, sometimes taken back at once by an undo; or one from who holds one. */
static void
plan_act (GArray *acts, Belief *planned)
{
  const guint reader = (guint) g_rand_int_range (dice, 0, G_N_ELEMENTS (readers));
  const guint held = find_copy (planned, MSK_COPY_HELD, readers[reader]);
  const guint free_copy = find_copy (planned, MSK_COPY_IN_STORE, 0);

  if (held != 0)
    {
      add_act (acts, "mode return", "mode-changed", 0, MSK_COPY_HELD, 0);
      add_act (acts, copy_codes[held - first_copy], "returned", held, MSK_COPY_RETURNED, 0);
      planned[held - first_copy] = (Belief){ MSK_COPY_RETURNED, 0 };
      if (g_rand_int_range (dice, 0, 3) == 0)
        {
          add_act (acts, "undo", "undone", held, MSK_COPY_HELD, readers[reader]);
          planned[held - first_copy] = (Belief){ MSK_COPY_HELD, readers[reader] };
        }
      add_act (acts, "mode issue", "mode-changed", 0, MSK_COPY_HELD, 0);
      return;
    }

  add_act (acts, badge_codes[reader], "person-selected", 0, MSK_COPY_HELD, 0);
  add_act (acts, copy_codes[free_copy - first_copy], "issued", free_copy, MSK_COPY_HELD,
           readers[reader]);
  planned[free_copy - first_copy] = (Belief){ MSK_COPY_HELD, readers[reader] };
  if (g_rand_int_range (dice, 0, 2) == 0)
    {
      add_act (acts, "undo", "undone", free_copy, MSK_COPY_IN_STORE, 0);
      planned[free_copy - first_copy] = (Belief){ MSK_COPY_IN_STORE, 0 };
    }
}

static GArray *
plan_round (void)
{
  g_autofree Belief *planned = g_memdup2 (beliefs, sizeof beliefs);
  GArray *acts = g_array_new (FALSE, TRUE, sizeof (Act));

  g_array_set_clear_func (acts, clear_act);
  while (acts->len < ACTS_A_ROUND)
    plan_act (acts, planned);
  return acts;
}

typedef struct
{
  pid_t pid;
  int input;  /* to it */
  int output; /* from it */
  GString *answers;
} Program;

static void
start_program (Program *self)
{
  g_autofree char *msk = g_test_build_filename (G_TEST_BUILT, "..", "src", "cli", "msk", NULL);
  const char *words[] = { msk,
                          "--vault",
                          desk_test_get_vault (),
                          "--user",
                          "clerk",
                          "--passphrase-file",
                          passphrase_file,
                          "desk",
                          "scan",
                          "--stdin",
                          "--commands",
                          "--meeting",
                          "1",
                          NULL };
  g_autoptr(GError) error = NULL;

  g_spawn_async_with_pipes (NULL, (char **) words, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL,
                            &self->pid, &self->input, &self->output, NULL, &error);
  g_assert_no_error (error);
  self->answers = g_string_new (NULL);
}

static guint
count_lines (const GString *text)
{
  guint lines = 0;

  for (gsize i = 0; i < text->len; i++)
    lines += text->str[i] == '\n';
  return lines;
}

/* Reads what there is; FALSE at the end. */
static gboolean
read_answers (Program *self)
{
  char buffer[4096];
  gssize got = read (self->output, buffer, sizeof buffer);

  g_assert_cmpint (got, >=, 0);
  g_string_append_len (self->answers, buffer, got);
  return got > 0;
}

/* Spends up to that long without giving the processor away, so that the blow falls anywhere. */
static void
spend (gint64 microseconds)
{
  const gint64 until = g_get_monotonic_time () + microseconds;

  while (g_get_monotonic_time () < until)
    continue;
}

/* Gives it all lines, waits for some answers and a bit, and kills it. The answers that it got out
 * are the acknowledged ones. */
static void
run_until_killed (Program *self, GArray *acts, guint wanted)
{
  start_program (self);
  for (guint i = 0; i < acts->len; i++)
    {
      const char *line = g_array_index (acts, Act, i).line;

      g_assert_cmpint (write (self->input, line, strlen (line)), ==, (gssize) strlen (line));
    }

  while (count_lines (self->answers) < wanted)
    g_assert_true (read_answers (self));
  spend (g_rand_int_range (dice, 0, 2500));

  g_assert_cmpint (kill (self->pid, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (self->pid, NULL, 0), ==, self->pid);
  while (read_answers (self))
    continue;
  close (self->input);
  close (self->output);
}

/* Believes what was acknowledged; how many lines that were. A line that was cut off is no
 * acknowledgement. */
static guint
take_answers (const Program *self, GArray *acts)
{
  g_auto(GStrv) lines = g_strsplit (self->answers->str, "\n", -1);
  guint acknowledged = 0;

  for (guint i = 0; lines[0] != NULL && lines[i + 1] != NULL; i++, acknowledged++)
    {
      const Act *act = &g_array_index (acts, Act, i);
      g_autoptr(JsonParser) parser = json_parser_new ();
      JsonObject *answer;
      g_autoptr(GError) error = NULL;

      json_parser_load_from_data (parser, lines[i], -1, &error);
      g_assert_no_error (error);
      answer = json_node_get_object (json_parser_get_root (parser));
      g_assert_cmpstr (json_object_get_string_member (answer, "code"), ==, act->code);
      g_assert_cmpint (json_object_get_int_member (answer, "sequence"), ==, i + 1);
      if (act->number != 0)
        beliefs[act->number - first_copy] = (Belief){ act->to, act->holder_id };
    }

  return acknowledged;
}

static gint64
read_number (DeskTest *test, const char *sql)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (msk_session_require_meeting (test->session,
                                                                    MSK_ACT_MEETING_READ, NULL),
                                       sql, &error);
  gboolean row;

  g_assert_no_error (error);
  g_assert_true (msk_statement_step (statement, &row, &error));
  return msk_statement_get_int64 (statement, 0);
}

/* A movement has its ledger entry and its state, and each of them the other two. */
static void
assert_no_half_act (DeskTest *test)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskLedgerVerdict) ledger = msk_ledger_desk_verify (test->session, TRUE, &error);
  g_autoptr(MskLedgerVerdict) appliance = msk_ledger_desk_verify (test->session, FALSE, &error);

  g_assert_no_error (error);
  g_assert_true (ledger->verified);
  g_assert_true (appliance->verified);
  g_assert_cmpint (read_number (test, "SELECT (SELECT COUNT (*) FROM movement) - (SELECT COUNT (*) "
                                      "FROM ledger WHERE act IN"
                                      " ('copy-confirm', 'copy-issue', 'copy-return', "
                                      "'copy-issue-undo', 'copy-return-undo'))"),
                   ==, 0);
  g_assert_cmpint (read_number (test,
                                "SELECT COUNT (*) FROM copy AS c WHERE c.state <> (SELECT "
                                "m.to_state FROM movement AS m"
                                " WHERE m.copy_number = c.number ORDER BY m.id DESC LIMIT 1)"),
                   ==, 0);
  g_assert_cmpint (read_number (test, "SELECT COUNT (*) FROM (SELECT paper_id, state, COUNT (*) AS "
                                      "copies FROM copy"
                                      " GROUP BY paper_id, state EXCEPT SELECT paper_id, state, "
                                      "copies FROM copy_count)"),
                   ==, 0);
  desk_test_assert_balance (test);
}

static gboolean
is_as_believed (const MskCopy *copy, const Belief *belief)
{
  return copy->state == belief->state &&
         (copy->state != MSK_COPY_HELD || copy->holder_id == belief->holder_id);
}

/* The register is what was acknowledged, and at most the very next act, done as a whole. */
static gboolean
compare_register (DeskTest *test, GArray *acts, guint acknowledged)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) copies = msk_print_desk_list_copies (test->session, 0, &error);
  const Act *next = acknowledged < acts->len ? &g_array_index (acts, Act, acknowledged) : NULL;
  gboolean went_on = FALSE;

  g_assert_no_error (error);
  for (guint i = first_copy - 1; i < copies->len; i++)
    {
      const MskCopy *copy = copies->pdata[i];
      Belief *belief = &beliefs[copy->number - first_copy];

      if (is_as_believed (copy, belief))
        continue;
      g_assert_nonnull (next);
      g_assert_cmpuint (copy->number, ==, next->number);
      *belief = (Belief){ next->to, next->holder_id };
      g_assert_true (is_as_believed (copy, belief));
      went_on = TRUE;
    }

  return went_on;
}

static void
prepare (DeskTest *test)
{
  g_autoptr(GError) error = NULL;

  first_copy = desk_test_add_good_copies (test, COPIES);
  for (guint i = 0; i < COPIES; i++)
    {
      beliefs[i] = (Belief){ MSK_COPY_IN_STORE, 0 };
      g_free (copy_codes[i]);
      copy_codes[i] = desk_test_dup_copy_code (test, first_copy + i, 1);
    }
  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    {
      g_free (badge_codes[i]);
      badge_codes[i] = desk_test_dup_badge_code (test, readers[i]);
    }

  /* The confirmations of the fixture moved copies too; from here every copy has its movements. */
  desk_test_sign_out (test);
  g_free (passphrase_file);
  passphrase_file = g_strconcat (desk_test_get_vault (), "-passphrase", NULL);
  g_file_set_contents_full (passphrase_file, DESK_TEST_PASSPHRASE "\n", -1,
                            G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
}

static void
test_scan_killed (DeskTest *test, gconstpointer meeting)
{
  const guint32 seed[] = { (guint32) g_test_rand_int (), GPOINTER_TO_UINT (meeting) };
  guint acknowledged = 0, unanswered = 0, cut = 0;

  dice = g_rand_new_with_seed_array (seed, G_N_ELEMENTS (seed));
  prepare (test);
  for (guint round = 0; round < ROUNDS; round++)
    {
      g_autoptr(GArray) acts = plan_round ();
      Program program;
      guint taken;

      run_until_killed (&program, acts, (guint) g_rand_int_range (dice, 0, ACTS_A_ROUND));
      taken = take_answers (&program, acts);
      acknowledged += taken;
      cut += taken < acts->len;
      g_string_free (program.answers, TRUE);

      desk_test_sign_in (test, MSK_ROLE_SECURITY_OFFICER);
      unanswered += compare_register (test, acts, taken);
      assert_no_half_act (test);
      desk_test_sign_out (test);
    }

  g_clear_pointer (&dice, g_rand_free);
  g_test_message ("%u kills, %u of them before the last answer; %u answers found again; %u acts "
                  "were done and not yet answered",
                  ROUNDS, cut, acknowledged, unanswered);
  g_assert_cmpuint (cut, >, ROUNDS / 2);
}

int
main (int argc, char **argv)
{
  const char *wanted = g_getenv ("MSK_KILL_MEETINGS");
  const guint meetings = wanted != NULL ? (guint) g_ascii_strtoull (wanted, NULL, 10) : 1;

  /* On a disk, where a commit takes its time. */
  desk_test_place = g_get_tmp_dir ();
  desk_test_start (&argc, &argv);
  for (guint i = 1; i <= meetings; i++)
    {
      g_autofree char *path =
          g_strdup_printf ("/fault/kill/every-acknowledged-scan-is-found-again/%u", i);

      g_test_add (path, DeskTest, GUINT_TO_POINTER (i), desk_test_set_up_inside, test_scan_killed,
                  desk_test_tear_down);
    }
  return desk_test_run ();
}
