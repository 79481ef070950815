/* The forms about a dossier: filed, handed over, borrowed (F1).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-filing-ask.h"

#include <glib/gi18n-lib.h>

#include "msk-fields-form.h"
#include "msk-filing-desk.h"

/* The dossier or the loan that a form is about. */
static gint64 *
make_id (gint64 id)
{
  gint64 *data = g_new (gint64, 1);

  *data = id;
  return data;
}

/* What nobody wrote is not said. */
static gboolean
parse_count (const char *text, guint *count, GError **error)
{
  *count = 0;
  return *text == '\0' || msk_fields_form_parse_count (text, count, error);
}

static gboolean
file (MskPage *page, gpointer data, const char *const *values, GError **error)
{
  MskFilingDraft draft = { .number = values[0], .kept_for = values[1], .ordered_by = values[2] };

  return parse_count (values[3], &draft.volumes, error) &&
         parse_count (values[4], &draft.pages, error) &&
         msk_filing_desk_file (msk_page_get_session (page), &draft, error);
}

void
msk_filing_ask_file (MskPage *page)
{
  const char *const fields[] = { _ ("Archive _number"),  _ ("_Kept for, in years or permanent"),
                                 _ ("Put in _order by"), _ ("_Volumes"),
                                 _ ("_Pages"),           NULL };
  const MskFieldsWords words = {
    _ ("File the Record"),
    _ ("The record is filed as its newest export has it, and what is filed stands. The meeting has "
       "to be closed, without an open incident, and nothing may have been written since. Without "
       "a number of pages it has as many as its newest dossier."),
    _ ("_File"), fields, file
  };

  msk_fields_form_open (page, &words, NULL, NULL, NULL);
}

static gboolean
hand_over (MskForm *form,
           gpointer data,
           const char *const *values,
           const MskCosigner *cosigner,
           GError **error)
{
  const MskArchiveReceiptDraft draft = { values[0], values[1], values[2] };

  return msk_filing_desk_hand_over (msk_form_get_session (form), *(gint64 *) data, &draft, cosigner,
                                    error);
}

void
msk_filing_ask_hand_over (MskPage *page, gint64 meeting_id)
{
  const char *const fields[] = {
    _ ("_Taken over by, full name"),          _ ("_Archive"),
    _ ("_Reference of the list of transfer"), _ ("_User name of the second person"),
    _ ("_Passphrase of the second person"),   NULL
  };
  const MskFieldsWords words = {
    .title = _ ("Hand Over to the Archive"),
    .explanation = _ (
        "A second person signs in for it. Afterwards write the receipt, and have it signed by all "
        "three."),
    .verb = _ ("_Hand Over"),
    .fields = fields,
    .sign = hand_over,
    .act = MSK_ACT_ARCHIVE_COSIGN,
  };

  msk_fields_form_open (page, &words, NULL, make_id (meeting_id), g_free);
}

static gboolean
request (MskPage *page, gpointer data, const char *const *values, GError **error)
{
  const MskArchiveLoanDraft draft = { values[0], values[1], values[2] };

  return msk_filing_desk_request (msk_page_get_session (page), *(gint64 *) data, &draft, error) !=
         0;
}

void
msk_filing_ask_request (MskPage *page, gint64 meeting_id)
{
  const char *const fields[] = { _ ("_Reader, full name"), _ ("_Unit of the reader"),
                                 _ ("_Purpose"), NULL };
  const MskFieldsWords words = { _ ("Ask for a Loan"),
                                 _ ("A dossier is read in the reading room, on one day, without "
                                    "excerpts. The responsible leader approves it first."),
                                 _ ("_Ask"), fields, request };

  msk_fields_form_open (page, &words, NULL, make_id (meeting_id), g_free);
}

static gboolean
approve (MskPage *page, gpointer data, const char *const *values, GError **error)
{
  return msk_filing_desk_approve (msk_page_get_session (page), *(gint64 *) data, values[0], error);
}

static gboolean
lend (MskPage *page, gpointer data, const char *const *values, GError **error)
{
  return msk_filing_desk_lend (msk_page_get_session (page), *(gint64 *) data, values[0], error);
}

static gboolean
take_back (MskPage *page, gpointer data, const char *const *values, GError **error)
{
  guint pages;

  return msk_fields_form_parse_count (values[0], &pages, error) &&
         msk_filing_desk_take_back (msk_page_get_session (page), *(gint64 *) data, pages, values[1],
                                    error);
}

static void
ask_approve (MskPage *page, gint64 id)
{
  const char *const fields[] = { _ ("_Reference of the decision"), NULL };
  const MskFieldsWords words = { _ ("Approve the Loan"), NULL, _ ("_Approve"), fields, approve };

  msk_fields_form_open (page, &words, NULL, make_id (id), g_free);
}

static gboolean
refuse (MskPage *page, gpointer data, const char *const *values, GError **error)
{
  return msk_filing_desk_refuse (msk_page_get_session (page), *(gint64 *) data, values[0], error);
}

void
msk_filing_ask_refuse (MskPage *page, gint64 id)
{
  const char *const fields[] = { _ ("Reas_on"), NULL };
  const MskFieldsWords words = {
    _ ("Refuse the Loan"),
    _ ("The reason stays in the register. For another try there is another "
       "request."),
    _ ("_Refuse"), fields, refuse
  };

  msk_fields_form_open (page, &words, NULL, make_id (id), g_free);
}

static gboolean
settle (MskPage *page, gpointer data, const char *const *values, GError **error)
{
  return msk_filing_desk_settle (msk_page_get_session (page), *(gint64 *) data, values[0], error);
}

void
msk_filing_ask_settle (MskPage *page, gint64 id)
{
  const char *const fields[] = { _ ("Reas_on"), NULL };
  const MskFieldsWords words = {
    _ ("Settle the Difference"),
    _ ("Another number of pages came back than the dossier has. The reason why they are looked for "
       "no more stays in the register. Who counted them does not settle it."),
    _ ("_Settle"), fields, settle
  };

  msk_fields_form_open (page, &words, NULL, make_id (id), g_free);
}

static void
ask_lend (MskPage *page, gint64 id)
{
  const char *const fields[] = { _ ("_Full name, as the reader signs it"), NULL };
  const MskFieldsWords words = {
    _ ("Lend in the Reading Room"),
    _ ("The reader signs: I take no excerpts and no copies, and give the dossier back today."),
    _ ("_Lend"), fields, lend
  };

  msk_fields_form_open (page, &words, NULL, make_id (id), g_free);
}

static void
ask_take_back (MskPage *page, gint64 id)
{
  const char *const fields[] = { _ ("_Pages that were counted"), _ ("_Condition"), NULL };
  const MskFieldsWords words = { _ ("Take the Dossier Back"), NULL, _ ("_Take Back"), fields,
                                 take_back };

  msk_fields_form_open (page, &words, NULL, make_id (id), g_free);
}

const char *
msk_filing_ask_get_step (MskPage *page, const MskArchiveLoan *loan)
{
  if (msk_archive_loan_is_over (loan) || loan->pages_back > loan->pages)
    return NULL;
  if (loan->is_lent)
    return msk_page_may (page, MSK_ACT_ARCHIVE_RETURN) ? _ ("Take _Back…") : NULL;
  if (loan->is_approved)
    return msk_page_may (page, MSK_ACT_ARCHIVE_LEND) ? _ ("L_end…") : NULL;

  return msk_page_may (page, MSK_ACT_ARCHIVE_APPROVE) ? _ ("Approve Lo_an…") : NULL;
}

void
msk_filing_ask_step (MskPage *page, const MskArchiveLoan *loan)
{
  if (loan->is_lent)
    ask_take_back (page, loan->id);
  else if (loan->is_approved)
    ask_lend (page, loan->id);
  else
    ask_approve (page, loan->id);
}
