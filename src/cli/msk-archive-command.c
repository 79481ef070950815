/* msk archive: dossiers filed, handed over and borrowed (F1).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "msk-cli.h"
#include "msk-enum-types.h"
#include "msk-filing-desk.h"
#include "msk-json-members.h"
#include "msk-json.h"
#include "msk-outstanding-desk.h"
#include "msk-table.h"

static const MskDraftKey file_keys[] = {
  { "number", MSK_DRAFT_TEXT, TRUE, N_ ("the archive number") },
  { "kept_for", MSK_DRAFT_TEXT, TRUE,
    N_ ("how long it is kept: 永久 (permanent), or years: 30年") },
  { "volumes", MSK_DRAFT_COUNT, FALSE, N_ ("how many volumes it has") },
  { "pages", MSK_DRAFT_COUNT, FALSE,
    N_ ("how many pages it has; as its newest dossier has without") },
  { "ordered_by", MSK_DRAFT_TEXT, TRUE, N_ ("full name of who put it in order") },
  { NULL },
};

static const MskDraftKey hand_over_keys[] = {
  { "receiver", MSK_DRAFT_TEXT, TRUE, N_ ("full name of who of the archive takes it") },
  { "organ", MSK_DRAFT_TEXT, TRUE, N_ ("the archive") },
  { "reference", MSK_DRAFT_TEXT, TRUE, N_ ("of the list of transfer") },
  { NULL },
};

static const MskDraftKey request_keys[] = {
  { "reader", MSK_DRAFT_TEXT, TRUE, N_ ("full name of who is to read it") },
  { "unit", MSK_DRAFT_TEXT, TRUE, N_ ("of the reader") },
  { "purpose", MSK_DRAFT_TEXT, TRUE, N_ ("what it is read for") },
  { NULL },
};

static const MskDraftKey approve_keys[] = {
  { "reference", MSK_DRAFT_TEXT, TRUE, N_ ("of the decision") },
  { NULL },
};

static const MskDraftKey refuse_keys[] = {
  { "reason", MSK_DRAFT_TEXT, TRUE, N_ ("why the dossier is not lent") },
  { NULL },
};

static const MskDraftKey settle_keys[] = {
  { "reason", MSK_DRAFT_TEXT, TRUE, N_ ("why the pages are looked for no more") },
  { NULL },
};

static const MskDraftKey lend_keys[] = {
  { "acknowledged", MSK_DRAFT_TEXT, TRUE,
    N_ ("full name that the reader signed with: no excerpts, no copies") },
  { NULL },
};

static const MskDraftKey return_keys[] = {
  { "pages", MSK_DRAFT_COUNT, TRUE, N_ ("that were counted when it came back") },
  { "condition", MSK_DRAFT_TEXT, TRUE, N_ ("that it came back in") },
  { NULL },
};

static JsonObject *
make_filing (gconstpointer thing)
{
  const MskFiling *filing = thing;
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "meeting", filing->meeting_id);
  json_object_set_string_member (object, "meeting_number", filing->meeting_number);
  json_object_set_string_member (object, "number", filing->number);
  msk_json_set_enum (object, "level", MSK_TYPE_LEVEL, (int) filing->level);
  json_object_set_boolean_member (object, "permanent", filing->years == 0);
  msk_json_set_number (object, "years", filing->years);
  msk_json_set_number (object, "volumes", filing->volumes);
  msk_json_set_number (object, "pages", filing->pages);
  json_object_set_string_member (object, "ordered_by", filing->ordered_by);
  msk_json_set_time (object, "filed_at", filing->at);
  json_object_set_string_member (object, "filed_by", filing->user);
  json_object_set_int_member (object, "sequence", filing->head_sequence);
  json_object_set_boolean_member (object, "handed_over", filing->is_handed_over);
  msk_json_set_time (object, "handed_over_at", filing->handed_over_at);
  msk_json_set_text (object, "handed_over_by", filing->handed_over_by);
  msk_json_set_text (object, "cosigner", filing->cosigner);
  msk_json_set_text (object, "receiver", filing->receiver);
  msk_json_set_text (object, "organ", filing->organ);
  msk_json_set_text (object, "reference", filing->reference);
  return object;
}

static JsonObject *
make_loan (const MskArchiveLoan *loan, gint64 now)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "id", loan->id);
  json_object_set_int_member (object, "meeting", loan->meeting_id);
  json_object_set_string_member (object, "number", loan->number);
  msk_json_set_enum (object, "standing", MSK_TYPE_ARCHIVE_LOAN_STANDING,
                     (int) msk_archive_loan_classify (loan, now));
  json_object_set_string_member (object, "reader", loan->reader);
  json_object_set_string_member (object, "unit", loan->unit);
  json_object_set_string_member (object, "purpose", loan->purpose);
  msk_json_set_time (object, "asked_at", loan->asked_at);
  json_object_set_string_member (object, "asked_by", loan->asked_by);
  msk_json_set_time (object, "approved_at", loan->approved_at);
  msk_json_set_text (object, "approved_by", loan->approved_by);
  msk_json_set_text (object, "reference", loan->reference);
  msk_json_set_time (object, "refused_at", loan->refused_at);
  msk_json_set_text (object, "refused_by", loan->refused_by);
  msk_json_set_text (object, "refusal", loan->refusal);
  msk_json_set_time (object, "lent_at", loan->lent_at);
  msk_json_set_text (object, "lent_by", loan->lent_by);
  msk_json_set_text (object, "acknowledged", loan->acknowledged);
  msk_json_set_time (object, "due_at", loan->due_at);
  msk_json_set_time (object, "returned_at", loan->returned_at);
  msk_json_set_text (object, "returned_by", loan->returned_by);
  msk_json_set_number (object, "pages_back", loan->pages_back);
  msk_json_set_text (object, "condition", loan->condition);
  json_object_set_boolean_member (object, "pages_differ", msk_archive_loan_pages_differ (loan));
  msk_json_set_time (object, "settled_at", loan->settled_at);
  msk_json_set_text (object, "settled_by", loan->settled_by);
  msk_json_set_text (object, "settlement", loan->settlement);
  return object;
}

static gboolean
show_filing (MskCli *cli, gint64 meeting_id, const char *said, GError **error)
{
  g_autoptr(MskFiling) filing = msk_filing_desk_get (cli->session, meeting_id, error);

  if (filing == NULL)
    return FALSE;

  json_object_set_object_member (cli->answer, "dossier", make_filing (filing));
  msk_cli_say (cli, "%s: %s", filing->number, said);
  return TRUE;
}

static gboolean
file (MskCli *cli, GError **error)
{
  const MskFilingDraft draft = {
    .number = msk_draft_get_text (cli->draft, "number", ""),
    .kept_for = msk_draft_get_text (cli->draft, "kept_for", ""),
    .volumes = msk_draft_get_count (cli->draft, "volumes", 0),
    .pages = msk_draft_get_count (cli->draft, "pages", 0),
    .ordered_by = msk_draft_get_text (cli->draft, "ordered_by", ""),
  };

  return msk_filing_desk_file (cli->session, &draft, error) &&
         show_filing (cli, msk_session_get_meeting (cli->session)->id, _ ("The record is filed."),
                      error);
}

static gboolean
hand_over (MskCli *cli, GError **error)
{
  const MskArchiveReceiptDraft draft = {
    .receiver = msk_draft_get_text (cli->draft, "receiver", ""),
    .organ = msk_draft_get_text (cli->draft, "organ", ""),
    .reference = msk_draft_get_text (cli->draft, "reference", ""),
  };
  g_autoptr(MskCosigner) cosigner = msk_cli_sign_cosigner (cli, MSK_ACT_ARCHIVE_COSIGN, error);

  return cosigner != NULL &&
         msk_filing_desk_hand_over (cli->session, cli->options.meeting, &draft, cosigner, error) &&
         show_filing (cli, cli->options.meeting,
                      _ ("The archive has taken it over: have the receipt signed."), error);
}

static gboolean
request (MskCli *cli, GError **error)
{
  const MskArchiveLoanDraft draft = {
    .reader = msk_draft_get_text (cli->draft, "reader", ""),
    .unit = msk_draft_get_text (cli->draft, "unit", ""),
    .purpose = msk_draft_get_text (cli->draft, "purpose", ""),
  };
  const gint64 id = msk_filing_desk_request (cli->session, cli->options.meeting, &draft, error);

  if (id == 0)
    return FALSE;

  json_object_set_int_member (cli->answer, "loan", id);
  msk_cli_say (cli, _ ("Loan %u is asked for: the responsible leader approves it."), (guint) id);
  return TRUE;
}

/* What the verbs about a loan end with. */
static gboolean
finish (MskCli *cli, gint64 id, const char *text, GError **error)
{
  g_autoptr(MskArchiveLoan) loan = msk_filing_desk_get_loan (cli->session, id, error);

  if (loan == NULL)
    return FALSE;

  json_object_set_object_member (cli->answer, "loan",
                                 make_loan (loan, msk_session_get_now (cli->session)));
  msk_cli_say (cli, "%s", text);
  if (msk_archive_loan_pages_differ (loan) && !loan->is_settled)
    msk_cli_say (cli,
                 _ ("The dossier has %u pages, and %u came back: the loan stays open until the "
                    "rest "
                    "is brought, or the responsible leader settles it."),
                 loan->pages, loan->pages_back);
  return TRUE;
}

static gboolean
approve (MskCli *cli, GError **error)
{
  gint64 id;

  return msk_cli_get_id (cli, 0, &id, error) &&
         msk_filing_desk_approve (cli->session, id,
                                  msk_draft_get_text (cli->draft, "reference", ""), error) &&
         finish (cli, id, _ ("The loan is approved: the dossier may be lent in the reading room."),
                 error);
}

static gboolean
refuse (MskCli *cli, GError **error)
{
  gint64 id;

  return msk_cli_get_id (cli, 0, &id, error) &&
         msk_filing_desk_refuse (cli->session, id, msk_draft_get_text (cli->draft, "reason", ""),
                                 error) &&
         finish (cli, id, _ ("The loan is refused: the reason stays in the register."), error);
}

static gboolean
lend (MskCli *cli, GError **error)
{
  gint64 id;

  return msk_cli_get_id (cli, 0, &id, error) &&
         msk_filing_desk_lend (cli->session, id,
                               msk_draft_get_text (cli->draft, "acknowledged", ""), error) &&
         finish (cli, id, _ ("The dossier is lent: it is due back today."), error);
}

static gboolean
take_back (MskCli *cli, GError **error)
{
  gint64 id;

  return msk_cli_get_id (cli, 0, &id, error) &&
         msk_filing_desk_take_back (cli->session, id, msk_draft_get_count (cli->draft, "pages", 0),
                                    msk_draft_get_text (cli->draft, "condition", ""), error) &&
         finish (cli, id, _ ("What came back of the dossier is entered."), error);
}

static gboolean
settle (MskCli *cli, GError **error)
{
  gint64 id;

  return msk_cli_get_id (cli, 0, &id, error) &&
         msk_filing_desk_settle (cli->session, id, msk_draft_get_text (cli->draft, "reason", ""),
                                 error) &&
         finish (cli, id, _ ("The difference is settled: the reason stays in the register."),
                 error);
}

static void
say_filings (MskCli *cli, GPtrArray *filings)
{
  g_autoptr(MskTable) table =
                 msk_table_new (_ ("Meeting"), _ ("Archive number"), _ ("Level"), _ ("Kept for"),
                                _ ("Filed"), _ ("Handed over"), _ ("Archive"), NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; i < filings->len; i++)
    {
      const MskFiling *filing = g_ptr_array_index (filings, i);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, filing->meeting_id);
      g_autofree char *years = msk_filing_dup_years (filing->years);
      g_autofree char *filed = msk_table_dup_time (filing->at);
      g_autofree char *handed = msk_table_dup_time (filing->handed_over_at);

      msk_table_add (table, id, filing->number, msk_level_get_label (filing->level), years, filed,
                     handed, filing->organ, NULL);
    }
  text = msk_table_dup_text (table);
  msk_cli_say (cli, "%s", text);
}

static void
say_loans (MskCli *cli, GPtrArray *loans, gint64 now)
{
  g_autoptr(MskTable) table =
                 msk_table_new (_ ("Loan"), _ ("Archive number"), _ ("Reader"), _ ("Unit"),
                                _ ("State"), _ ("Lent"), _ ("Due by"), _ ("Back"), NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; i < loans->len; i++)
    {
      const MskArchiveLoan *loan = g_ptr_array_index (loans, i);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, loan->id);
      g_autofree char *lent = msk_table_dup_time (loan->lent_at);
      g_autofree char *due = msk_table_dup_time (loan->due_at);
      g_autofree char *back = msk_table_dup_time (loan->returned_at);
      g_autofree char *standing = msk_archive_loan_dup_standing (loan, now);

      msk_table_add (table, id, loan->number, loan->reader, loan->unit, standing, lent, due, back,
                     NULL);
    }
  text = msk_table_dup_text (table);
  msk_cli_say (cli, "%s", text);
}

static gboolean
list (MskCli *cli, GError **error)
{
  g_autoptr(GPtrArray) filings = msk_filing_desk_list (cli->session, error);
  g_autoptr(GPtrArray) loans =
                 filings == NULL
                     ? NULL
                     : msk_filing_desk_list_loans (cli->session, !cli->options.all, error);
  const gint64 now = msk_session_get_now (cli->session);
  JsonArray *array;

  if (loans == NULL)
    return FALSE;

  msk_json_set_list (cli->answer, "dossiers", filings, make_filing);
  array = json_array_new ();
  for (guint i = 0; i < loans->len; i++)
    json_array_add_object_element (array, make_loan (g_ptr_array_index (loans, i), now));
  json_object_set_array_member (cli->answer, "loans", array);
  say_filings (cli, filings);
  say_loans (cli, loans, now);
  return TRUE;
}

static JsonObject *
make_outstanding (const MskOutstanding *line, gint64 now)
{
  JsonObject *object = json_object_new ();

  msk_json_set_enum (object, "kind", MSK_TYPE_OUTSTANDING_KIND, (int) line->kind);
  json_object_set_int_member (object, "meeting", line->meeting_id);
  json_object_set_string_member (object, "meeting_number", line->meeting_number);
  msk_json_set_enum (object, "level", MSK_TYPE_LEVEL, (int) line->level);
  json_object_set_string_member (object, "what", line->what);
  msk_json_set_text (object, "unit", line->unit);
  msk_json_set_text (object, "person", line->person);
  msk_json_set_time (object, "since", line->since_at);
  msk_json_set_time (object, "due", line->due_at);
  json_object_set_boolean_member (object, "overdue", msk_outstanding_is_overdue (line, now));
  return object;
}

static gboolean
list_outstanding (MskCli *cli, GError **error)
{
  g_autoptr(GPtrArray) lines = msk_outstanding_desk_list (cli->session, error);
  g_autoptr(MskTable) table =
                 msk_table_new (_ ("Unit"), _ ("Person"), _ ("Meeting number"), _ ("Thing"),
                                _ ("State"), _ ("Since"), _ ("Due by"), NULL);
  const gint64 now = msk_session_get_now (cli->session);
  JsonArray *array;
  g_autofree char *text = NULL;

  if (lines == NULL)
    return FALSE;

  array = json_array_new ();
  for (guint i = 0; i < lines->len; i++)
    {
      const MskOutstanding *line = g_ptr_array_index (lines, i);
      g_autofree char *since = msk_table_dup_time (line->since_at);
      g_autofree char *due = msk_table_dup_time (line->due_at);

      json_array_add_object_element (array, make_outstanding (line, now));
      msk_table_add (table, line->unit, line->person, line->meeting_number, line->what,
                     msk_outstanding_kind_get_label (line->kind), since, due, NULL);
    }
  text = msk_table_dup_text (table);
  json_object_set_array_member (cli->answer, "outstanding", array);
  msk_cli_say (cli, "%s", text);
  return TRUE;
}

#define ONE_LOAN                                                                                   \
  .arguments = N_ ("LOAN"), .min_arguments = 1, .max_arguments = 1, .need = MSK_NEED_SESSION

static const MskVerb verbs[] = {
  {
      .name = "file",
      .keys = file_keys,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("file the record of a closed and exported meeting under an archive number"),
      .run = file,
  },
  {
      .name = "hand-over",
      .required = MSK_OPTION_MEETING | MSK_OPTION_COSIGNER,
      .options = MSK_OPTIONS_COSIGNER,
      .keys = hand_over_keys,
      .need = MSK_NEED_SESSION,
      .summary = N_ ("hand a dossier over to the archive; two sign"),
      .run = hand_over,
  },
  {
      .name = "list",
      .options = MSK_OPTION_ALL,
      .words = MSK_WORDS_ALL (N_ ("list the loans that are over too")),
      .need = MSK_NEED_SESSION,
      .summary = N_ ("list the dossiers and the loans that are not over, or all loans"),
      .run = list,
  },
  {
      .name = "request",
      .required = MSK_OPTION_MEETING,
      .keys = request_keys,
      .need = MSK_NEED_SESSION,
      .summary = N_ ("ask for the loan of a dossier"),
      .run = request,
  },
  {
      .name = "approve",
      ONE_LOAN,
      .keys = approve_keys,
      .summary = N_ ("approve a loan"),
      .run = approve,
  },
  {
      .name = "refuse",
      ONE_LOAN,
      .keys = refuse_keys,
      .summary = N_ ("refuse a loan, with a reason"),
      .run = refuse,
  },
  {
      .name = "lend",
      ONE_LOAN,
      .keys = lend_keys,
      .summary = N_ ("lend a dossier in the reading room, until the end of the day"),
      .run = lend,
  },
  {
      .name = "return",
      ONE_LOAN,
      .keys = return_keys,
      .summary = N_ ("take a dossier, or the rest of one, back, counted"),
      .run = take_back,
  },
  {
      .name = "settle",
      ONE_LOAN,
      .keys = settle_keys,
      .summary = N_ ("settle that another number of pages came back, with a reason"),
      .run = settle,
  },
  {
      .name = "outstanding",
      .need = MSK_NEED_SESSION,
      .summary = N_ ("list what is still out over all meetings, by unit and person"),
      .run = list_outstanding,
  },
  { NULL },
};

const MskCommand msk_archive_command = {
  .name = "archive",
  .summary = N_ ("dossiers: filed, handed over, borrowed"),
  .verbs = verbs,
};
