/* A whole meeting through the real desk, with invented people and papers.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-demo-run.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "msk-approval-desk.h"
#include "msk-demo-data.h"
#include "msk-error.h"
#include "msk-import-desk.h"
#include "msk-ledger-desk.h"
#include "msk-meeting-desk.h"
#include "msk-paper-desk.h"
#include "msk-print-desk.h"
#include "msk-report-desk.h"
#include "msk-sweep-desk.h"
#include "msk-user-desk.h"
#include "msk-vetting-desk.h"

#define REJECT_EVERY 12
#define SPARE_COPIES 2

/* Stands in the vault's folder, so that nobody takes it for a real one. */
#define MARK_NAME "DEMONSTRATION"

static void
free_file (gpointer data)
{
  MskDemoFile *file = data;

  g_free (file->path);
  g_free (file);
}

void
msk_demo_run_init (MskDemoRun *self, MskCli *cli)
{
  *self = (MskDemoRun){
    .cli = cli,
    .known_files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .files = g_ptr_array_new_with_free_func (free_file),
  };
}

static void
sign_out (MskDemoRun *self)
{
  if (self->session != NULL)
    msk_session_lock (self->session);
  g_clear_object (&self->session);
}

void
msk_demo_run_clear (MskDemoRun *self)
{
  sign_out (self);
  g_clear_pointer (&self->known_files, g_hash_table_unref);
  g_clear_pointer (&self->files, g_ptr_array_unref);
  g_clear_pointer (&self->vault, g_free);
  g_clear_pointer (&self->papers, g_free);
}

static int
compare_paths (gconstpointer a, gconstpointer b)
{
  const MskDemoFile *const *left = a;
  const MskDemoFile *const *right = b;

  return g_strcmp0 ((*left)->path, (*right)->path);
}

gboolean
msk_demo_run_take_files (MskDemoRun *self, const char *kind, GError **error)
{
  g_autoptr(GDir) folder = g_dir_open (self->papers, 0, error);
  g_autoptr(GPtrArray) new_files = g_ptr_array_new ();

  if (folder == NULL)
    return FALSE;

  for (const char *name = g_dir_read_name (folder); name != NULL; name = g_dir_read_name (folder))
    if (g_hash_table_add (self->known_files, g_strdup (name)))
      {
        MskDemoFile *file = g_new (MskDemoFile, 1);

        file->path = g_build_filename (self->papers, name, NULL);
        file->kind = kind;
        g_ptr_array_add (new_files, file);
      }

  g_ptr_array_sort (new_files, compare_paths);
  g_ptr_array_extend_and_steal (self->files, g_steal_pointer (&new_files));
  return TRUE;
}

static gboolean
sign_in (MskDemoRun *self, const char *user, GError **error)
{
  sign_out (self);
  self->session =
      msk_session_unlock (self->vault, user, MSK_DEMO_PASSPHRASE, MSK_DEMO_STATION, error);

  return self->session != NULL &&
         (self->meeting == 0 || msk_session_open_meeting (self->session, self->meeting, error));
}

/* The folder printer would refuse to write over papers of another vault, but only halfway through.
 */
static gboolean
check_place (MskDemoRun *self, GError **error)
{
  g_autofree char *papers = g_strconcat (self->vault, "-papers", NULL);

  if (!msk_session_has_vault (self->vault) && !g_file_test (papers, G_FILE_TEST_EXISTS))
    return TRUE;

  g_set_error_literal (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_VAULT_EXISTS,
                       _ ("There is a vault or its papers in this place already: name a new folder "
                          "with --vault."));
  return FALSE;
}

static gboolean
mark_vault (MskDemoRun *self, GError **error)
{
  g_autofree char *path = g_build_filename (self->vault, MARK_NAME, NULL);
  g_autofree char *text = g_strdup_printf ("%s\n", _ ("This vault was made by “msk demo”, and its "
                                                      "passphrase is known to everybody: keep "
                                                      "nothing secret in it."));

  return g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, error);
}

static gboolean
make_vault (MskDemoRun *self, GError **error)
{
  if (!check_place (self, error) ||
      !msk_session_create_vault (self->vault, msk_demo_users[0].name, MSK_DEMO_PASSPHRASE,
                                 MSK_KEY_COST_INTERACTIVE, error) ||
      !mark_vault (self, error))
    return FALSE;

  msk_cli_say (self->cli, _ ("A vault was made in %s."), self->vault);
  return TRUE;
}

static gboolean
provision (MskDemoRun *self, GError **error)
{
  for (guint i = 1; i < MSK_DEMO_N_USERS; i++)
    if (!msk_user_desk_add (self->session, msk_demo_users[i].name, msk_demo_users[i].role,
                            MSK_DEMO_PASSPHRASE, error))
      return FALSE;

  self->papers = msk_session_dup_papers_directory (self->session);
  if (!msk_print_desk_designate (self->session, MSK_DEMO_PRINTER, MSK_PRINTER_FOLDER, NULL,
                                 MSK_DEMO_PLACE, error))
    return FALSE;

  msk_cli_say (self->cli,
               _ ("Security officer: %d accounts, one for each role, and a folder as the "
                  "designated printer."),
               MSK_DEMO_N_USERS);
  return TRUE;
}

static gboolean
create_meeting (MskDemoRun *self, GError **error)
{
  const MskMeetingDraft draft = msk_demo_describe_meeting (msk_session_get_now (self->session));

  self->meeting = msk_meeting_desk_create (self->session, &draft, error);
  if (self->meeting == 0)
    return FALSE;

  for (guint i = 0; i < MSK_DEMO_N_AGENDA_ITEMS; i++)
    if (!msk_meeting_desk_add_agenda_item (self->session, msk_demo_agenda[i].title,
                                           msk_demo_agenda[i].level, msk_demo_agenda[i].recording,
                                           MSK_CAPACITY_ALL, error))
      return FALSE;

  return TRUE;
}

static gboolean
add_papers (MskDemoRun *self, GError **error)
{
  for (guint i = 0; i < MSK_DEMO_N_PAPERS; i++)
    {
      g_autoptr(GBytes) file = msk_demo_load (msk_demo_papers[i].resource, error);

      if (file == NULL ||
          msk_paper_desk_add (self->session, &msk_demo_papers[i].draft, file, NULL, error) == 0)
        return FALSE;
    }

  return TRUE;
}

static gboolean
prepare_meeting (MskDemoRun *self, GError **error)
{
  const MskImportChoice choice = { 0 };
  g_autoptr(GBytes) list = NULL;
  g_autoptr(MskImportPreview) preview = NULL;

  if (!create_meeting (self, error))
    return FALSE;
  list = msk_demo_make_list (self->people, error);
  if (list == NULL)
    return FALSE;
  /* Some of the invented people are cleared for less than the meeting, as in life. */
  preview = msk_import_desk_read (self->session, list, &choice, error);
  self->listed =
      preview != NULL ? msk_import_desk_confirm (self->session, preview, TRUE, error) : 0;
  if (self->listed == 0 || msk_vetting_desk_submit (self->session, error) < 0 ||
      !add_papers (self, error))
    return FALSE;

  msk_cli_say (self->cli,
               _ ("Organiser: the meeting with %d agenda items, %u people on the list and "
                  "submitted, %d papers."),
               MSK_DEMO_N_AGENDA_ITEMS, self->listed, MSK_DEMO_N_PAPERS);
  return TRUE;
}

/* Some are rejected; observers and press are approved by name (M4, M8). */
static gboolean
decide_one (MskDemoRun *self, const MskAttendee *person, gboolean reject, GError **error)
{
  const MskPressDecision press = { MSK_DEMO_PRESS_AUTHORITY, MSK_DEMO_PRESS_REFERENCE,
                                   MSK_DEMO_APPROVAL_REASON };

  if (reject)
    {
      self->rejected++;
      return msk_vetting_desk_reject (self->session, person->id, MSK_DEMO_REJECTION_REASON, error);
    }
  if (!msk_capacity_is_decided_singly (person->capacity))
    return TRUE;

  self->approved++;
  return person->capacity == MSK_CAPACITY_PRESS
             ? msk_vetting_desk_approve_press (self->session, person->id, &press, error)
             : msk_vetting_desk_approve (self->session, person->id, MSK_DEMO_APPROVAL_REASON,
                                         error);
}

static gboolean
decide_list (MskDemoRun *self, GError **error)
{
  g_autoptr(GPtrArray) people = msk_vetting_desk_list (self->session, error);
  g_autofree char *code = NULL;
  int approved;

  if (people == NULL)
    return FALSE;

  for (guint i = 0; i < people->len; i++)
    if (!decide_one (self, g_ptr_array_index (people, i), i % REJECT_EVERY == REJECT_EVERY - 1,
                     error))
      return FALSE;

  approved = msk_vetting_desk_approve_rest (self->session, MSK_DEMO_APPROVAL_REASON, error);
  if (approved < 0)
    return FALSE;
  self->approved += (guint) approved;

  code = msk_vetting_desk_seal (self->session, error);
  if (code == NULL)
    return FALSE;

  msk_cli_say (self->cli,
               _ ("Responsible leader: %u people approved, %u rejected, the list sealed "
                  "with the code %s."),
               self->approved, self->rejected, code);
  return TRUE;
}

static guint
count_readers (MskPaper *paper, GPtrArray *people)
{
  guint count = 0;

  for (guint i = 0; i < people->len; i++)
    count += msk_paper_check_reader (paper, g_ptr_array_index (people, i), NULL);

  return count;
}

static gboolean
approve_papers (MskDemoRun *self, GError **error)
{
  g_autoptr(GPtrArray) requests = msk_approval_desk_list (self->session, 0, error);
  guint total = 0;

  if (requests == NULL)
    return FALSE;

  for (guint i = 0; i < requests->len; i++)
    {
      const MskCopyRequest *request = g_ptr_array_index (requests, i);
      MskApproval approval = msk_demo_papers[i].approval;

      approval.copies = request->copies;
      if (!msk_approval_desk_approve (self->session, request->id, &approval, error))
        return FALSE;
      total += approval.copies;
    }

  msk_cli_say (self->cli, _ ("Authority for copying: %u copies approved."), total);
  return TRUE;
}

/* So many as are to be made, or as there will be readers and some to spare. */
static gboolean
request_copies (MskDemoRun *self, GError **error)
{
  g_autoptr(GPtrArray) papers = msk_paper_desk_list (self->session, error);
  g_autoptr(GPtrArray) people =
                 papers != NULL ? msk_vetting_desk_list (self->session, error) : NULL;

  if (people == NULL)
    return FALSE;

  for (guint i = 0; i < papers->len; i++)
    {
      MskPaper *paper = g_ptr_array_index (papers, i);
      const MskCopyRequestDraft draft = {
        .copies = self->copies != 0 ? self->copies : count_readers (paper, people) + SPARE_COPIES,
        .purpose = MSK_DEMO_PURPOSE,
        .applicant = MSK_DEMO_APPLICANT,
        .place = MSK_DEMO_PLACE,
      };
      g_autofree char *sheet = NULL;
      const gint64 request = msk_approval_desk_request (self->session, paper->id, &draft, error);

      sheet = request == 0 ? NULL
                           : msk_report_desk_write_as (self->session, MSK_REPORT_APPROVAL, request,
                                                       MSK_REPORT_PDF, NULL, error);
      if (sheet == NULL)
        return FALSE;
    }

  msk_cli_say (self->cli, _ ("Organiser: copies of %u papers asked for, each on its sheet."),
               papers->len);
  return msk_demo_run_take_files (self, "report", error);
}

static gboolean
work_at_desk (MskDemoRun *self, GError **error)
{
  return msk_demo_run_print (self, error) && msk_demo_run_brief (self, error) &&
         msk_demo_run_deposit (self, error) && msk_demo_run_enter (self, error) &&
         msk_demo_run_issue (self, error) && msk_demo_run_issue_carriers (self, error) &&
         msk_demo_run_hold (self, error) && msk_demo_run_return (self, error) &&
         msk_demo_run_return_carriers (self, error) && msk_demo_run_leave (self, error);
}

static gboolean
prepare_room (MskDemoRun *self, GError **error)
{
  return msk_demo_run_measures (self, error) && msk_demo_run_assign_posts (self, error);
}

static gboolean
start_sweep (MskDemoRun *self, GError **error)
{
  return msk_sweep_desk_start (self->session, error);
}

static gboolean
sign (MskDemoRun *self, GError **error)
{
  return msk_sweep_desk_sign (self->session, error);
}

static gboolean
verify_ledgers (MskDemoRun *self, GError **error)
{
  self->ledger_verified = TRUE;

  for (gboolean meeting = FALSE; meeting <= TRUE; meeting++)
    {
      g_autoptr(MskLedgerVerdict) verdict = msk_ledger_desk_verify (self->session, meeting, error);

      if (verdict == NULL)
        return FALSE;
      self->ledger_entries += verdict->entries;
      self->ledger_verified = self->ledger_verified && verdict->verified;
    }

  if (!self->ledger_verified)
    {
      g_set_error_literal (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_LEDGER_BROKEN,
                           _ ("The ledger of the demonstration is not as it was written: run “msk "
                              "ledger verify” to see where."));
      return FALSE;
    }

  msk_cli_say (self->cli, _ ("Auditor: %u ledger entries, every link holds."),
               (guint) self->ledger_entries);
  return TRUE;
}

/* Who does what, in the order of the work. */
static const struct
{
  const char *user;
  gboolean (*play) (MskDemoRun *self, GError **error);
} scenes[] = {
  { "security", provision },
  { "organiser", prepare_meeting },
  { "leader", decide_list },
  { "organiser", request_copies },
  { "leader", approve_papers },
  { "organiser", prepare_room },
  { "leader", msk_demo_run_open },
  { "clerk", work_at_desk },
  { "security", msk_demo_run_let_out },
  { "clerk", msk_demo_run_give_back },
  { "security", start_sweep },
  { "clerk", msk_demo_run_walk },
  { "security", msk_demo_run_explain },
  { "clerk", msk_demo_run_count },
  { "organiser", msk_demo_run_count },
  { "security", sign },
  { "leader", sign },
  { "security", msk_demo_run_close },
  { "auditor", verify_ledgers },
};

gboolean
msk_demo_run_play (MskDemoRun *self, GError **error)
{
  if (!make_vault (self, error))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (scenes); i++)
    if (!sign_in (self, scenes[i].user, error) || !scenes[i].play (self, error))
      return FALSE;

  sign_out (self);
  return TRUE;
}
