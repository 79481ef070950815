/* msk paper: taking papers in, and asking for and recording leave to copy them (M6, C1).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "msk-approval-desk.h"
#include "msk-cli.h"
#include "msk-enum-types.h"
#include "msk-error.h"
#include "msk-input.h"
#include "msk-json.h"
#include "msk-paper-desk.h"
#include "msk-period.h"
#include "msk-preview-desk.h"
#include "msk-recall-desk.h"
#include "msk-return-verbs.h"
#include "msk-table.h"
#include "msk-taking-in.h"

#define PAPER_MAX (1024 * 1024 * 1024)

#define OTHER_KEYS                                                                                 \
  { "clearance", MSK_DRAFT_LEVEL, FALSE, N_ ("the least that a reader is cleared for") },          \
      { "readers", MSK_DRAFT_IDS, FALSE, N_ ("the only attendees who may get it") },               \
      { "urgency", MSK_DRAFT_URGENCY, FALSE, N_ ("how urgent it is") },                            \
  {                                                                                                \
    "parts", MSK_DRAFT_IDS, FALSE, N_ ("the papers that it is a compilation of")                   \
  }

#define INHERITED_KEYS                                                                             \
  { "level", MSK_DRAFT_LEVEL, FALSE, N_ ("its level of secrecy") },                                \
      { "period", MSK_DRAFT_TEXT, FALSE, N_ ("the retention period") },                            \
  {                                                                                                \
    "scope", MSK_DRAFT_SCOPE, FALSE, N_ ("who may get it")                                         \
  }

static const MskDraftKey paper_keys[] = {
  { "document_number", MSK_DRAFT_TEXT, TRUE, N_ ("the document number, 文号") },
  { "title", MSK_DRAFT_TEXT, TRUE, N_ ("its title") },
  { "level", MSK_DRAFT_LEVEL, TRUE, N_ ("its level of secrecy") },
  { "period", MSK_DRAFT_TEXT, FALSE,
    N_ ("the retention period, such as 10年, 6个月 or 长期; the level's ceiling without it") },
  { "originator", MSK_DRAFT_TEXT, TRUE, N_ ("the organ that issued it") },
  { "scope", MSK_DRAFT_SCOPE, TRUE, N_ ("who may get it") },
  OTHER_KEYS,
  { NULL },
};

/* What is left out is as it is in the paper that this belongs to. */
static const MskDraftKey attachment_keys[] = {
  { "attachment", MSK_DRAFT_COUNT, FALSE, N_ ("its number; the next without it") },
  { "title", MSK_DRAFT_TEXT, TRUE, N_ ("its title") },
  INHERITED_KEYS,
  OTHER_KEYS,
  { NULL },
};

static const MskDraftKey revision_keys[] = {
  { "title", MSK_DRAFT_TEXT, FALSE, N_ ("its title") },
  INHERITED_KEYS,
  OTHER_KEYS,
  { NULL },
};

static const MskDraftKey scope_keys[] = {
  { "scope", MSK_DRAFT_SCOPE, FALSE, N_ ("who may get it") },
  { "clearance", MSK_DRAFT_LEVEL, FALSE, N_ ("the least that a reader is cleared for") },
  { "readers", MSK_DRAFT_IDS, FALSE, N_ ("the only attendees who may get it") },
  { "reason", MSK_DRAFT_TEXT, TRUE, N_ ("who asked for it, and why") },
  { NULL },
};

static const MskDraftKey request_keys[] = {
  { "copies", MSK_DRAFT_COUNT, TRUE, N_ ("how many copies are wanted") },
  { "purpose", MSK_DRAFT_TEXT, TRUE, N_ ("what they are needed for") },
  { "applicant", MSK_DRAFT_TEXT, TRUE, N_ ("full name of the person who asks") },
  { "place", MSK_DRAFT_TEXT, FALSE,
    N_ ("where alone they are to be made: the place of a designated printer; any without it") },
  { NULL },
};

static const MskDraftKey approval_keys[] = {
  { "copies", MSK_DRAFT_COUNT, TRUE, N_ ("how many copies are allowed at most") },
  { "authority", MSK_DRAFT_TEXT, TRUE, N_ ("full name of the person who decided") },
  { "post", MSK_DRAFT_TEXT, TRUE, N_ ("their post") },
  { "organ", MSK_DRAFT_TEXT, TRUE, N_ ("for which organ; for a Top Secret paper its originator") },
  { "reference", MSK_DRAFT_TEXT, TRUE, N_ ("the reference of the written decision") },
  { "standing", MSK_DRAFT_STANDING, FALSE,
    N_ ("what that organ is: at or above county or regiment level, below it, or above the "
        "originator; the scheme asks for it at some levels") },
  { "decided", MSK_DRAFT_TIME, FALSE, N_ ("when; now without it") },
  { "place", MSK_DRAFT_TEXT, FALSE,
    N_ ("where alone they may be made: the place of a designated printer; as was asked without "
        "it") },
  { NULL },
};

static const MskDraftKey refusal_keys[] = {
  { "reason", MSK_DRAFT_TEXT, TRUE, N_ ("why it was refused") },
  { NULL },
};

/* Takes the file in; what the draft and old leave out is not known. */
static gboolean
take_in (MskCli *cli, const char *path, MskPaperDraft *paper, const MskPaper *old, GError **error)
{
  MskDraft *draft = cli->draft;
  g_autoptr(GArray) readers = msk_draft_dup_ids (draft, "readers");
  g_autoptr(GArray) parts = msk_draft_dup_ids (draft, "parts");
  g_autoptr(GBytes) file = msk_input_read (path, PAPER_MAX, error);
  g_autoptr(GPtrArray) warnings = NULL;
  gint64 id;

  if (file == NULL)
    return FALSE;

  paper->title = msk_draft_get_text (draft, "title", old == NULL ? "" : old->title);
  paper->level =
      msk_draft_get_level (draft, "level", old == NULL ? MSK_LEVEL_TOP_SECRET : old->level);
  paper->period = msk_draft_get_text (draft, "period", old == NULL ? "" : old->period);
  paper->originator = msk_draft_get_text (draft, "originator", old == NULL ? "" : old->originator);
  paper->scope = msk_draft_get_scope (draft, "scope", old == NULL ? 0 : old->scope);
  paper->clearance = msk_draft_get_level (draft, "clearance", old == NULL ? 0 : old->clearance);
  paper->urgency =
      msk_draft_get_urgency (draft, "urgency", old == NULL ? MSK_URGENCY_NONE : old->urgency);
  paper->readers = readers != NULL || old == NULL ? readers : old->readers;
  paper->parts = parts;
  id = msk_taking_in_run (cli, paper, file, &warnings, error);
  if (id == 0)
    return FALSE;

  json_object_set_int_member (cli->answer, "paper", id);
  msk_json_set_texts (cli->answer, "warnings", warnings);
  for (guint i = 0; warnings != NULL && i < warnings->len; i++)
    msk_cli_say (cli, "%s", (const char *) g_ptr_array_index (warnings, i));
  msk_cli_say (cli, _ ("The paper is in the register. Its id is %d."), (int) id);
  return TRUE;
}

static gboolean
add (MskCli *cli, GError **error)
{
  MskPaperDraft paper = {
    .document_number = msk_draft_get_text (cli->draft, "document_number", ""),
  };

  return take_in (cli, cli->arguments[0], &paper, NULL, error);
}

static gboolean
attach (MskCli *cli, GError **error)
{
  MskPaperDraft paper = {
    .document_number = "",
    .attachment = msk_draft_get_count (cli->draft, "attachment", 0),
  };
  g_autoptr(MskPaper) parent = NULL;

  if (!msk_cli_get_id (cli, 0, &paper.parent_id, error))
    return FALSE;

  parent = msk_paper_desk_get (cli->session, paper.parent_id, error);
  return parent != NULL && take_in (cli, cli->arguments[1], &paper, parent, error);
}

/* Copies that were recalled and are still out, with who has them. */
static gboolean
say_recalled (MskCli *cli, gint64 paper_id, GError **error)
{
  g_autoptr(GPtrArray) copies = msk_recall_desk_list (cli->session, paper_id, error);
  g_autoptr(MskTable) table = msk_table_new (_ ("Recalled"), _ ("Document number"), _ ("Revision"),
                                              _ ("Holder"), _ ("Issued"), NULL);
  g_autofree char *text = NULL;

  if (copies == NULL)
    return FALSE;

  msk_json_set_list (cli->answer, "recalled", copies, (MskJsonMake) msk_json_from_copy);
  for (guint i = 0; i < copies->len; i++)
    {
      const MskCopy *copy = g_ptr_array_index (copies, i);
      g_autofree char *number = msk_copy_number_dup_text (copy->number);
      g_autofree char *revision = g_strdup_printf ("%u", copy->revision);
      g_autofree char *issued = msk_table_dup_time (copy->issued_at);

      msk_table_add (table, number, copy->document_number, revision, copy->holder, issued, NULL);
    }
  text = msk_table_dup_text (table);
  if (copies->len > 0)
    msk_cli_say (cli, "%s", text);
  return TRUE;
}

static gboolean
revise (MskCli *cli, GError **error)
{
  MskPaperDraft paper = { .document_number = "" };
  g_autoptr(MskPaper) old = NULL;

  if (!msk_cli_get_id (cli, 0, &paper.replaces, error))
    return FALSE;

  old = msk_paper_desk_get (cli->session, paper.replaces, error);
  return old != NULL && take_in (cli, cli->arguments[1], &paper, old, error) &&
         say_recalled (cli, paper.replaces, error);
}

static gboolean
narrow (MskCli *cli, GError **error)
{
  g_autoptr(GArray) readers = msk_draft_dup_ids (cli->draft, "readers");
  const MskScopeDraft scope = {
    .scope = msk_draft_get_scope (cli->draft, "scope", 0),
    .clearance = msk_draft_get_level (cli->draft, "clearance", 0),
    .readers = readers,
    .reason = msk_draft_get_text (cli->draft, "reason", ""),
  };
  guint recalled;
  gint64 id;

  if (!msk_cli_get_id (cli, 0, &id, error) ||
      !msk_recall_desk_narrow (cli->session, id, &scope, &recalled, error))
    return FALSE;

  msk_cli_say (cli, _ ("The scope is narrower now. Copies to call back: %u."), recalled);
  return say_recalled (cli, id, error);
}

static gboolean
list_recalled (MskCli *cli, GError **error)
{
  return say_recalled (cli, 0, error);
}

static gboolean
request (MskCli *cli, GError **error)
{
  MskDraft *draft = cli->draft;
  const MskCopyRequestDraft wanted = {
    .copies = msk_draft_get_count (draft, "copies", 0),
    .purpose = msk_draft_get_text (draft, "purpose", ""),
    .applicant = msk_draft_get_text (draft, "applicant", ""),
    .place = msk_draft_get_text (draft, "place", ""),
  };
  gint64 paper, id;

  if (!msk_cli_get_id (cli, 0, &paper, error))
    return FALSE;
  id = msk_approval_desk_request (cli->session, paper, &wanted, error);
  if (id == 0)
    return FALSE;

  json_object_set_int_member (cli->answer, "request", id);
  json_object_set_int_member (cli->answer, "paper", paper);
  msk_cli_say (cli, _ ("The request waits for a decision. Its id is %d."), (int) id);
  return TRUE;
}

/* What the paper of a request may be copied after the decision. */
static gboolean
say_decision (MskCli *cli, gint64 id, GError **error)
{
  g_autoptr(MskCopyRequest) decided = msk_approval_desk_get (cli->session, id, error);
  g_autoptr(MskPaper) paper = decided == NULL
                                   ? NULL
                                   : msk_paper_desk_get (cli->session, decided->paper_id, error);

  if (paper == NULL)
    return FALSE;

  json_object_set_int_member (cli->answer, "request", id);
  json_object_set_int_member (cli->answer, "paper", paper->id);
  json_object_set_int_member (cli->answer, "approved", paper->approved);
  msk_cli_say (cli, _ ("Copies of this paper approved so far: %u."), paper->approved);
  return TRUE;
}

static gboolean
approve (MskCli *cli, GError **error)
{
  MskDraft *draft = cli->draft;
  const MskApproval approval = {
    .copies = msk_draft_get_count (draft, "copies", 0),
    .authority = msk_draft_get_text (draft, "authority", ""),
    .post = msk_draft_get_text (draft, "post", ""),
    .organ = msk_draft_get_text (draft, "organ", ""),
    .reference = msk_draft_get_text (draft, "reference", ""),
    .decided_at = msk_draft_get_time (draft, "decided", 0),
    .standing = (MskStanding) msk_draft_get_enum (draft, "standing", MSK_TYPE_STANDING,
                                                  MSK_STANDING_UNSTATED),
    .place = msk_draft_get_text (draft, "place", ""),
  };
  gint64 id;

  return msk_cli_get_id (cli, 0, &id, error) &&
         msk_approval_desk_approve (cli->session, id, &approval, error) &&
         say_decision (cli, id, error);
}

static gboolean
refuse (MskCli *cli, GError **error)
{
  const char *reason = msk_draft_get_text (cli->draft, "reason", "");
  gint64 id;

  return msk_cli_get_id (cli, 0, &id, error) &&
         msk_approval_desk_refuse (cli->session, id, reason, error) &&
         say_decision (cli, id, error);
}

static void
add_request_row (MskTable *table, const MskCopyRequest *row)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, row->id);
  g_autofree char *copies = g_strdup_printf ("%u", row->copies);
  g_autofree char *granted = g_strdup_printf ("%u", row->granted);
  g_autofree char *live = g_strdup_printf ("%u", row->live);

  msk_table_add (table, id, row->document_number, copies, row->applicant,
                 msk_request_state_get_label (row->state), granted, live,
                 row->state == MSK_REQUEST_OPEN ? row->asked_place : row->place, NULL);
}

static gboolean
requests (MskCli *cli, GError **error)
{
  g_autoptr(MskTable) table =
                 msk_table_new (_ ("Id"), _ ("Paper"), _ ("Asked for"), _ ("Asked by"), _ ("State"),
                                _ ("Allowed"), _ ("Made"), _ ("Place"), NULL);
  g_autoptr(GPtrArray) found = NULL;
  g_autofree char *text = NULL;
  gint64 paper = 0;

  if (cli->n_arguments > 0 && !msk_cli_get_id (cli, 0, &paper, error))
    return FALSE;
  found = msk_approval_desk_list (cli->session, paper, error);
  if (found == NULL)
    return FALSE;

  for (guint i = 0; i < found->len; i++)
    add_request_row (table, g_ptr_array_index (found, i));
  text = msk_table_dup_text (table);
  msk_json_set_list (cli->answer, "requests", found, (MskJsonMake) msk_json_from_copy_request);
  msk_cli_say (cli, "%s", text);
  return TRUE;
}

static gboolean
list (MskCli *cli, GError **error)
{
  g_autoptr(GPtrArray) papers = msk_paper_desk_list (cli->session, error);
  g_autoptr(MskTable) table = msk_table_new (_ ("Id"), _ ("Document number"), _ ("Title"),
                                              _ ("Level"), _ ("Urgency"), _ ("Revision"),
                                              _ ("Pages"), _ ("Approved"), _ ("Numbers"), NULL);
  g_autofree char *text = NULL;

  if (papers == NULL)
    return FALSE;

  for (guint i = 0; i < papers->len; i++)
    {
      const MskPaper *paper = g_ptr_array_index (papers, i);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, paper->id);
      /* Beneath its paper, and further in. */
      g_autofree char *number =
          g_strconcat (paper->parent_id == 0 ? "" : "  ", paper->document_number, NULL);
      g_autofree char *revision = g_strdup_printf ("%u", paper->revision);
      g_autofree char *pages = g_strdup_printf ("%u", paper->pages);
      g_autofree char *approved = g_strdup_printf ("%u", paper->approved);
      g_autofree char *allocated = g_strdup_printf ("%u", paper->allocated);

      msk_table_add (table, id, number, paper->title, msk_level_get_label (paper->level),
                     msk_urgency_get_mark (paper->urgency), revision, pages, approved, allocated,
                     NULL);
    }
  text = msk_table_dup_text (table);
  msk_json_set_list (cli->answer, "papers", papers, (MskJsonMake) msk_json_from_paper);
  msk_cli_say (cli, "%s", text);
  return TRUE;
}

static void
say_paper (MskCli *cli, const MskPaper *paper, const MskBalance *balance)
{
  g_autofree char *scope = msk_paper_dup_scope_label (paper);
  g_autofree char *revision = g_strdup_printf ("%u", paper->revision);
  g_autofree char *sum = msk_balance_dup_text (balance);
  g_autofree char *pages = g_strdup_printf ("%u", paper->pages);
  g_autofree char *mark = msk_period_dup_mark (msk_session_get_meeting (cli->session)->scheme,
                                               paper->level, paper->period);
  g_autofree char *removed = msk_removal_set_dup_label (paper->removed);
  g_autoptr(MskTable) table = msk_table_new (_ ("Document number"), paper->document_number, NULL);
  g_autofree char *text = NULL;

  msk_table_add (table, _ ("Title"), paper->title, NULL);
  msk_table_add (table, _ ("Level"), msk_level_get_label (paper->level), NULL);
  msk_table_add (table, _ ("Retention period"), paper->period, NULL);
  msk_table_add (table, _ ("Mark"), mark, NULL);
  msk_table_add (table, _ ("Originator"), paper->originator, NULL);
  msk_table_add (table, _ ("Distribution scope"), scope, NULL);
  msk_table_add (table, _ ("Urgency"), msk_urgency_get_label (paper->urgency), NULL);
  msk_table_add (table, _ ("Revision"), revision, NULL);
  msk_table_add (table, _ ("Pages"), pages, NULL);
  msk_table_add (table, _ ("Counted when back"), msk_count_rule_get_label (paper->count_rule),
                 NULL);
  msk_table_add (table, "SHA-256", paper->sha256, NULL);
  msk_table_add (table, _ ("Removed from the file"), removed, NULL);
  msk_table_add (table, _ ("Balance"), sum, NULL);
  text = msk_table_dup_text (table);
  msk_cli_say (cli, "%s", text);
}

static gboolean
say_attachments (MskCli *cli, gint64 paper_id, GError **error)
{
  g_autoptr(GPtrArray) papers = msk_paper_desk_list_attachments (cli->session, paper_id, error);

  if (papers == NULL)
    return FALSE;

  msk_json_set_list (cli->answer, "attachments", papers, (MskJsonMake) msk_json_from_paper);
  for (guint i = 0; i < papers->len; i++)
    {
      const MskPaper *paper = g_ptr_array_index (papers, i);

      msk_cli_say (cli, _ ("Attachment %u: %s (paper %d)"), paper->attachment, paper->title,
                   (int) paper->id);
    }
  return TRUE;
}

static gboolean
show (MskCli *cli, GError **error)
{
  g_autoptr(MskPaper) paper = NULL;
  MskBalance balance = { 0 };
  gint64 id;

  if (!msk_cli_get_id (cli, 0, &id, error))
    return FALSE;

  paper = msk_paper_desk_get (cli->session, id, error);
  if (paper == NULL || !msk_paper_desk_get_balance (cli->session, id, &balance, error))
    return FALSE;

  json_object_set_object_member (cli->answer, "paper", msk_json_from_paper (paper));
  json_object_set_object_member (cli->answer, "balance", msk_json_from_balance (&balance));
  say_paper (cli, paper, &balance);
  return say_attachments (cli, id, error) && say_recalled (cli, id, error);
}

/* Whether the picture is to show the stamp. */
static gboolean
read_look (const char *word, gboolean *stamped, GError **error)
{
  *stamped = word == NULL || g_str_equal (word, "stamped");
  if (*stamped || g_str_equal (word, "plain"))
    return TRUE;

  g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_USAGE,
                       _ ("A page is shown stamped or plain: write one of the two."));
  return FALSE;
}

static gboolean
preview (MskCli *cli, GError **error)
{
  const gint64 page = cli->options.page == MSK_OPTION_UNSET ? 1 : cli->options.page;
  g_autoptr(MskPreview) shown = NULL;
  g_autoptr(GPtrArray) notes = NULL;
  GPtrArray *warnings;
  gboolean stamped;
  gint64 id;

  if (!msk_cli_get_id (cli, 0, &id, error) || !read_look (cli->arguments[1], &stamped, error))
    return FALSE;

  shown = msk_preview_desk_open (cli->session, id, error);
  notes = shown == NULL ? NULL
                        : msk_preview_write (shown, (guint) CLAMP (page, 0, G_MAXINT32), stamped,
                                             cli->options.to, error);
  if (notes == NULL)
    return FALSE;

  warnings = msk_preview_get_warnings (shown);
  msk_json_set_texts (cli->answer, "notes", notes);
  msk_json_set_texts (cli->answer, "warnings", warnings);
  for (guint i = 0; i < notes->len; i++)
    msk_cli_say (cli, "%s", (const char *) g_ptr_array_index (notes, i));
  for (guint i = 0; i < warnings->len; i++)
    msk_cli_say (cli, _ ("When the file came: %s"), (const char *) g_ptr_array_index (warnings, i));
  msk_cli_say (cli, _ ("The picture is written. It shows secret content: destroy it when it is no "
                       "longer needed."));
  return TRUE;
}

static const MskVerb verbs[] = {
  {
      .name = "add",
      .arguments = N_ ("FILE.pdf"),
      .min_arguments = 1,
      .max_arguments = 1,
      .keys = paper_keys,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("take a PDF (- for standard input) into the encrypted register"),
      .run = add,
  },
  {
      .name = "request",
      .arguments = N_ ("PAPER"),
      .min_arguments = 1,
      .max_arguments = 1,
      .keys = request_keys,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("ask for leave to copy a paper"),
      .run = request,
  },
  {
      .name = "requests",
      .arguments = N_ ("[PAPER]"),
      .max_arguments = 1,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("list what was asked for and what was decided, of one paper or of all"),
      .run = requests,
  },
  {
      .name = "approve",
      .arguments = N_ ("REQUEST"),
      .min_arguments = 1,
      .max_arguments = 1,
      .keys = approval_keys,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("record who approved a request; it adds to what was allowed before"),
      .run = approve,
  },
  {
      .name = "refuse",
      .arguments = N_ ("REQUEST"),
      .min_arguments = 1,
      .max_arguments = 1,
      .keys = refusal_keys,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("record that a request was refused"),
      .run = refuse,
  },
  {
      .name = "list",
      .need = MSK_NEED_MEETING,
      .summary = N_ ("list the papers"),
      .run = list,
  },
  {
      .name = "show",
      .arguments = N_ ("ID"),
      .min_arguments = 1,
      .max_arguments = 1,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("show a paper with the balance of its copies"),
      .run = show,
  },
  {
      .name = "attach",
      .arguments = N_ ("ID FILE.pdf"),
      .min_arguments = 2,
      .max_arguments = 2,
      .keys = attachment_keys,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("take a PDF in as an attachment of a paper, with copies of its own"),
      .run = attach,
  },
  {
      .name = "revise",
      .arguments = N_ ("ID FILE.pdf"),
      .min_arguments = 2,
      .max_arguments = 2,
      .keys = revision_keys,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("take a PDF in as the next revision of a paper, and recall the copies of the "
                     "last"),
      .run = revise,
  },
  {
      .name = "narrow",
      .arguments = N_ ("ID"),
      .min_arguments = 1,
      .max_arguments = 1,
      .keys = scope_keys,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("make the distribution scope narrower; nobody here may widen it"),
      .run = narrow,
  },
  {
      .name = "counting",
      .arguments = N_ ("ID [by-scheme|always]"),
      .min_arguments = 1,
      .max_arguments = 2,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("show or lay down whether pages are counted when a copy comes back"),
      .run = msk_return_verb_rule,
  },
  {
      .name = "recalled",
      .need = MSK_NEED_MEETING,
      .summary = N_ ("list the copies that were recalled and are still out"),
      .run = list_recalled,
  },
  {
      .name = "preview",
      .arguments = N_ ("ID [stamped|plain]"),
      .min_arguments = 1,
      .max_arguments = 2,
      .options = MSK_OPTION_PAGE | MSK_OPTION_TO,
      .required = MSK_OPTION_TO,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("draw a page as a PNG, stamped as a specimen or as it was handed in"),
      .run = preview,
  },
  { NULL },
};

const MskCommand msk_paper_command = {
  .name = "paper",
  .summary = N_ ("papers and the approval to copy them"),
  .verbs = verbs,
};
