/* The verbs about a record that leaves: exported, opened elsewhere, erased here (F1, D1).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-archive-verbs.h"

#include <glib/gi18n-lib.h>

#include "msk-dossier-output.h"
#include "msk-dossier.h"
#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-erasure-desk.h"
#include "msk-error.h"
#include "msk-export-desk.h"
#include "msk-json-members.h"
#include "msk-json.h"
#include "msk-paper-desk.h"
#include "msk-passphrase.h"
#include "msk-report-output.h"
#include "msk-waiting.h"

const MskDraftKey msk_archive_approve_keys[] = {
  { "reference", MSK_DRAFT_TEXT, TRUE, N_ ("the decision that the erasure stands on") },
  { "kept", MSK_DRAFT_TEXT, FALSE,
    N_ ("where the copies, carriers and spoiled sets are kept that still exist") },
  { NULL },
};

static JsonObject *
make_export (const MskMeetingExport *sealed)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "meeting", sealed->meeting_id);
  json_object_set_string_member (object, "recipient", sealed->recipient);
  json_object_set_string_member (object, "exported_by", sealed->user);
  msk_json_set_time (object, "exported_at", sealed->at);
  json_object_set_int_member (object, "sequence", sealed->head_sequence);
  json_object_set_string_member (object, "head", sealed->head_hash);
  json_object_set_int_member (object, "size", sealed->size);
  json_object_set_string_member (object, "digest", sealed->digest);
  return object;
}

static JsonObject *
make_counts (const MskErasure *erasure)
{
  JsonObject *object = json_object_new ();

  for (guint state = 0; state < MSK_COPY_N_STATES; state++)
    json_object_set_int_member (object, msk_enum_get_name (MSK_TYPE_COPY_STATE, (int) state),
                                erasure->counts[state]);
  return object;
}

static JsonObject *
make_erasure (const MskErasure *erasure)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "meeting", erasure->sealed->meeting_id);
  json_object_set_string_member (object, "state", "gone");
  json_object_set_boolean_member (object, "finished", erasure->finished_at != 0);
  json_object_set_string_member (object, "approved_by", erasure->approver);
  msk_json_set_time (object, "approved_at", erasure->approved_at);
  json_object_set_string_member (object, "reference", erasure->reference);
  json_object_set_string_member (object, "kept", erasure->kept);
  json_object_set_object_member (object, "counts", make_counts (erasure));
  json_object_set_int_member (object, "remaining", msk_erasure_count_remaining (erasure->counts));
  json_object_set_string_member (object, "erased_by", erasure->user);
  msk_json_set_time (object, "erased_at", erasure->at);
  json_object_set_string_member (object, "witness", erasure->witness);
  json_object_set_int_member (object, "files", erasure->files);
  json_object_set_int_member (object, "papers", erasure->papers);
  json_object_set_object_member (object, "export", make_export (erasure->sealed));
  return object;
}

gboolean
msk_archive_verb_export (MskCli *cli, GError **error)
{
  MskWaiting *waiting = msk_waiting_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(MskMeetingExport) sealed = NULL;

  msk_export_desk_export_async (cli->session, cli->arguments[0], cli->options.recipient,
                                cli->new_passphrase, NULL, NULL,
                                msk_waiting_get_cancellable (waiting), msk_waiting_cb, waiting);
  result = msk_waiting_end (waiting);
  sealed = msk_export_desk_export_finish (cli->session, result, error);
  if (sealed == NULL)
    return FALSE;

  json_object_set_object_member (cli->answer, "export", make_export (sealed));
  msk_cli_say (cli, _ ("Exported, read back and verified up to entry %d of the ledger."),
               (int) sealed->head_sequence);
  msk_cli_say (cli, _ ("BLAKE2b-256 of the file: %s"), sealed->digest);
  return TRUE;
}

gboolean
msk_archive_verb_approve (MskCli *cli, GError **error)
{
  if (!msk_erasure_desk_approve (cli->session, msk_draft_get_text (cli->draft, "reference", ""),
                                 msk_draft_get_text (cli->draft, "kept", ""), error))
    return FALSE;

  msk_cli_say (cli, _ ("The erasure is approved, as long as nothing is written in the meeting."));
  return TRUE;
}

/* The certificate also of one whose rest is still to be removed: that is said on it. */
static gboolean
certify (MskCli *cli, gint64 meeting_id, GError **error)
{
  g_autoptr(MskErasure) erasure = msk_erasure_desk_get (cli->session, meeting_id, error);
  g_autofree char *path = NULL;

  if (erasure == NULL)
    return FALSE;

  json_object_set_object_member (cli->answer, "erasure", make_erasure (erasure));
  path = msk_erasure_desk_write_certificate (cli->session, meeting_id, cli->options.output, error);
  if (path == NULL)
    return FALSE;

  json_object_set_string_member (cli->answer, "path", path);
  msk_cli_say (cli,
               erasure->finished_at != 0
                   ? _ ("Meeting %d is gone, and so are its files.")
                   : _ ("Meeting %d is gone; a rest that nobody can open is to be removed."),
               (int) meeting_id);
  msk_cli_say (cli, _ ("The certificate lies in %s."), path);
  return TRUE;
}

/* Once the key is thrown away nothing stops it, not even somebody who wants to end the program. */
static gboolean
erase (MskCli *cli, const MskCosigner *witness, gint64 *meeting_id, GError **error)
{
  MskWaiting *waiting = msk_waiting_new ();
  g_autoptr(GAsyncResult) result = NULL;

  msk_erasure_desk_erase_async (cli->session, cli->options.export_file, witness, NULL, NULL,
                                msk_waiting_get_cancellable (waiting), msk_waiting_cb, waiting);
  result = msk_waiting_end (waiting);
  return msk_erasure_desk_erase_finish (cli->session, result, meeting_id, error);
}

gboolean
msk_archive_verb_erase (MskCli *cli, GError **error)
{
  g_autoptr(MskCosigner) witness = msk_cli_sign_cosigner (cli, MSK_ACT_ERASURE_WITNESS, error);
  gint64 meeting_id = 0;

  return witness != NULL && erase (cli, witness, &meeting_id, error) &&
         certify (cli, meeting_id, error);
}

gboolean
msk_archive_verb_certificate (MskCli *cli, GError **error)
{
  return cli->options.printer != NULL ? msk_report_output_archive (cli, MSK_ARCHIVE_SHEET_ERASURE,
                                                                   cli->options.meeting, error)
                                      : certify (cli, cli->options.meeting, error);
}

static gboolean
add_papers (MskCli *cli, MskSession *session, GError **error)
{
  g_autoptr(GPtrArray) papers = msk_paper_desk_list (session, error);
  JsonArray *array = json_array_new ();

  json_object_set_array_member (cli->answer, "papers", array);
  if (papers == NULL)
    return FALSE;

  for (guint i = 0; i < papers->len; i++)
    {
      const MskPaper *paper = g_ptr_array_index (papers, i);
      JsonObject *object = json_object_new ();
      g_autofree char *text = NULL;
      MskBalance balance;

      json_array_add_object_element (array, object);
      if (!msk_paper_desk_get_balance (session, paper->id, &balance, error))
        return FALSE;
      text = msk_balance_dup_text (&balance);
      json_object_set_string_member (object, "document_number", paper->document_number);
      json_object_set_object_member (object, "balance", msk_json_from_balance (&balance));
      msk_cli_say (cli, "%s: %s", paper->document_number, text);
    }

  return TRUE;
}

static void
add_facts (MskCli *cli, MskDossier *dossier)
{
  const MskDossierFacts *facts = msk_dossier_get_facts (dossier);
  const MskMeeting *meeting = msk_session_get_meeting (msk_dossier_get_session (dossier));
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "entries", (gint64) facts->entries);
  json_object_set_boolean_member (object, "verified", TRUE);
  json_object_set_string_member (object, "head", facts->head);
  json_object_set_int_member (object, "size", facts->size);
  json_object_set_string_member (object, "digest", facts->digest);
  json_object_set_boolean_member (object, "balance_holds", facts->broken == 0);
  json_object_set_object_member (cli->answer, "dossier", object);
  json_object_set_object_member (cli->answer, "meeting", msk_json_from_meeting (meeting));

  msk_cli_say (cli, "%s %s", meeting->number, meeting->title);
  msk_cli_say (cli, _ ("Every byte is authentic, and all %u entries of the ledger hold."),
               (guint) facts->entries);
  msk_cli_say (cli, _ ("Head of the ledger: %s"), facts->head);
  msk_cli_say (cli, facts->broken == 0 ? _ ("Every balance holds.")
                                       : _ ("A balance does not hold: look at the copy register."));
}

static gboolean
write_reports (MskCli *cli, MskDossier *dossier, GError **error)
{
  g_autoptr(GPtrArray) paths = NULL;
  g_autofree char *path = NULL;
  JsonArray *array;

  if (cli->options.output == NULL)
    return TRUE;

  paths = msk_dossier_write_reports (dossier, cli->options.output,
                                     cli->options.xlsx ? MSK_REPORT_XLSX : MSK_REPORT_PDF, error);
  if (paths == NULL)
    return FALSE;

  array = json_array_new ();
  for (guint i = 0; i < paths->len; i++)
    json_array_add_string_element (array, g_ptr_array_index (paths, i));
  json_object_set_array_member (cli->answer, "reports", array);
  msk_cli_say (cli, _ ("%u reports lie in %s."), paths->len, cli->options.output);
  if (cli->options.xlsx)
    return TRUE;

  path = g_build_filename (cli->options.output, "dossier.pdf", NULL);
  return msk_dossier_output (cli, msk_dossier_get_session (dossier), path,
                             json_object_get_object_member (cli->answer, "dossier"), error);
}

gboolean
msk_archive_verb_open (MskCli *cli, GError **error)
{
  char *passphrase = msk_cli_take_passphrase_of_export (cli, error);
  g_autoptr(MskDossier) dossier = NULL;

  if (passphrase == NULL)
    return FALSE;

  dossier = msk_dossier_open (cli->arguments[0], passphrase, error);
  msk_passphrase_free (passphrase);
  if (dossier == NULL)
    return FALSE;

  add_facts (cli, dossier);
  return add_papers (cli, msk_dossier_get_session (dossier), error) &&
         write_reports (cli, dossier, error);
}

gboolean
msk_archive_verb_register (MskCli *cli, GError **error)
{
  return msk_report_output_archive (cli, MSK_ARCHIVE_SHEET_REGISTER, 0, error);
}

gboolean
msk_archive_verb_card (MskCli *cli, GError **error)
{
  return msk_report_output_archive (cli, MSK_ARCHIVE_SHEET_CARD, cli->options.meeting, error);
}

gboolean
msk_archive_verb_receipt (MskCli *cli, GError **error)
{
  return msk_report_output_archive (cli, MSK_ARCHIVE_SHEET_RECEIPT, cli->options.meeting, error);
}

gboolean
msk_archive_verb_outstanding (MskCli *cli, GError **error)
{
  return msk_report_output_archive (cli, MSK_ARCHIVE_SHEET_OUTSTANDING, 0, error);
}

gboolean
msk_archive_verb_letters (MskCli *cli, GError **error)
{
  return msk_report_output_archive (cli, MSK_ARCHIVE_SHEET_LETTERS, 0, error);
}
