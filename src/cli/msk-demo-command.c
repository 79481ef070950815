/* msk demo: a whole demonstration meeting, and where its papers lie.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "msk-cli.h"
#include "msk-demo-data.h"
#include "msk-demo-run.h"
#include "msk-error.h"

#define PEOPLE_DEFAULT 60
#define PEOPLE_MAX 100000
#define COPIES_MAX 100000

static gboolean
take_count (gint64 given, gint64 max, guint *count, GError **error)
{
  if (given == MSK_OPTION_UNSET)
    return TRUE;

  if (given < 1 || given > max)
    {
      g_set_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_USAGE,
                   _ ("The demonstration takes from 1 to %d people and copies: check --attendees "
                      "and --copies."),
                   (int) max);
      return FALSE;
    }

  *count = (guint) given;
  return TRUE;
}

/* The first free folder beside the real vault. */
static char *
find_free_place (void)
{
  g_autofree char *real = msk_session_dup_default_directory ();

  for (guint i = 1;; i++)
    {
      g_autofree char *place =
          i == 1 ? g_strconcat (real, "-demo", NULL) : g_strdup_printf ("%s-demo-%u", real, i);
      g_autofree char *papers = g_strconcat (place, "-papers", NULL);

      if (!g_file_test (place, G_FILE_TEST_EXISTS) && !g_file_test (papers, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&place);
    }
}

static void
answer_attendees (const MskDemoRun *run, JsonObject *answer)
{
  JsonObject *attendees = json_object_new ();

  json_object_set_int_member (attendees, "listed", run->listed);
  json_object_set_int_member (attendees, "approved", run->approved);
  json_object_set_int_member (attendees, "rejected", run->rejected);
  json_object_set_object_member (answer, "attendees", attendees);
}

static void
answer_copies (const MskDemoRun *run, JsonObject *answer)
{
  const MskBalance *balance = &run->balance;
  JsonObject *copies = json_object_new ();
  JsonObject *held = json_object_new ();

  json_object_set_int_member (copies, "approved", balance->approved);
  json_object_set_int_member (copies, "reserved", balance->allocated);
  json_object_set_int_member (copies, "good", balance->good);
  json_object_set_int_member (copies, "issued", run->issued);
  json_object_set_int_member (copies, "returned", balance->counts[MSK_COPY_RETURNED]);
  json_object_set_int_member (copies, "missing", balance->counts[MSK_COPY_MISSING]);
  json_object_set_object_member (answer, "copies", copies);

  json_object_set_boolean_member (held, "holds", msk_balance_holds (balance));
  json_object_set_object_member (answer, "balance", held);
}

static void
answer_carriers (const MskDemoRun *run, JsonObject *answer)
{
  const MskBalance *balance = &run->carrier_balance;
  JsonObject *carriers = json_object_new ();

  json_object_set_int_member (carriers, "registered", run->carriers);
  json_object_set_int_member (carriers, "issued", run->carriers_issued);
  json_object_set_int_member (carriers, "returned", balance->counts[MSK_COPY_RETURNED]);
  json_object_set_boolean_member (carriers, "holds", msk_balance_holds (balance));
  json_object_set_object_member (answer, "carriers", carriers);
}

static void
answer_before (const MskDemoRun *run, JsonObject *answer)
{
  JsonObject *devices = json_object_new ();

  json_object_set_int_member (answer, "measures", run->measures);
  json_object_set_boolean_member (answer, "opened", run->opened);
  json_object_set_int_member (devices, "deposited", run->devices);
  json_object_set_int_member (devices, "given_back", run->devices);
  json_object_set_object_member (answer, "devices", devices);
}

static void
answer_ledger (const MskDemoRun *run, JsonObject *answer)
{
  JsonObject *ledger = json_object_new ();

  json_object_set_int_member (ledger, "entries", (gint64) run->ledger_entries);
  json_object_set_boolean_member (ledger, "verified", run->ledger_verified);
  json_object_set_object_member (answer, "ledger", ledger);
}

static void
answer_door (const MskDemoRun *run, JsonObject *answer)
{
  JsonObject *door = json_object_new ();

  json_object_set_int_member (door, "acknowledged", run->acknowledged);
  json_object_set_int_member (door, "admitted", run->admitted);
  json_object_set_int_member (door, "stopped", run->stopped);
  json_object_set_object_member (answer, "door", door);
}

static void
answer_files (const MskDemoRun *run, JsonObject *answer)
{
  JsonArray *files = json_array_new ();

  for (guint i = 0; i < run->files->len; i++)
    {
      const MskDemoFile *file = g_ptr_array_index (run->files, i);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "path", file->path);
      json_object_set_string_member (object, "kind", file->kind);
      json_array_add_object_element (files, object);
    }

  json_object_set_array_member (answer, "files", files);
}

static void
answer_users (JsonObject *answer)
{
  JsonArray *users = json_array_new ();

  for (guint i = 0; i < MSK_DEMO_N_USERS; i++)
    json_array_add_string_element (users, msk_demo_users[i].name);

  json_object_set_array_member (answer, "users", users);
  json_object_set_string_member (answer, "passphrase", MSK_DEMO_PASSPHRASE);
}

static void
answer_all (const MskDemoRun *run, JsonObject *answer)
{
  json_object_set_string_member (answer, "vault", run->vault);
  json_object_set_string_member (answer, "papers", run->papers);
  json_object_set_int_member (answer, "meeting", run->meeting);
  answer_attendees (run, answer);
  answer_copies (run, answer);
  answer_before (run, answer);
  answer_door (run, answer);
  answer_carriers (run, answer);
  answer_ledger (run, answer);
  answer_users (answer);
  answer_files (run, answer);
}

static void
say_end (MskCli *cli, const MskDemoRun *run)
{
  g_autofree char *balance = msk_balance_dup_text (&run->balance);
  g_autofree char *carriers = msk_balance_dup_text (&run->carrier_balance);

  msk_cli_say (cli, _ ("Balance: %s."), balance);
  msk_cli_say (cli, _ ("Balance of the carriers: %s."), carriers);
  msk_cli_say (cli, _ ("Papers, badges and reports lie in %s, and the reports are:"), run->papers);
  for (guint i = 0; i < run->files->len; i++)
    {
      const MskDemoFile *file = g_ptr_array_index (run->files, i);

      if (g_str_equal (file->kind, "report"))
        msk_cli_say (cli, "  %s", file->path);
    }
  msk_cli_say (cli,
               _ ("To look at it, open the vault %s as security, organiser, leader, clerk or "
                  "auditor; the passphrase of all is “%s”."),
               run->vault, MSK_DEMO_PASSPHRASE);
}

static gboolean
demo (MskCli *cli, GError **error)
{
  MskDemoRun run;
  gboolean done;

  msk_demo_run_init (&run, cli);
  run.people = PEOPLE_DEFAULT;
  run.vault = cli->options.vault != NULL ? msk_cli_dup_vault (cli) : find_free_place ();

  done = take_count (cli->options.attendees, PEOPLE_MAX, &run.people, error) &&
         take_count (cli->options.copies, COPIES_MAX, &run.copies, error) &&
         msk_demo_run_play (&run, error);
  if (done)
    {
      answer_all (&run, cli->answer);
      say_end (cli, &run);
    }

  msk_demo_run_clear (&run);
  return done;
}

static const MskVerb verbs[] = {
  {
      .options = MSK_OPTION_ATTENDEES | MSK_OPTION_COPIES,
      .summary = N_ ("hold a whole demonstration meeting with invented people and papers"),
      .description = N_ (
          "Everything goes through the real register, printer and ledger: list, decision, seal, "
          "briefing, three papers, numbered copies into a folder, the door, issue, return of all "
          "but two, the exit at which their holders are stopped, the sweep in which one is found "
          "and one reported missing, the close and the reports. Without --vault "
          "the vault is made in a new folder beside the real one. Its passphrase is known to "
          "everybody and is told at the end, so keep nothing secret in it."),
      .run = demo,
  },
  { NULL },
};

const MskCommand msk_demo_command = {
  .name = "demo",
  .summary = N_ ("a whole demonstration meeting"),
  .verbs = verbs,
};
