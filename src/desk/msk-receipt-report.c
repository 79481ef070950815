/* Receipts on paper: to be signed by hand, or as they were signed; and their register.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-receipt-report.h"

#include <glib/gi18n-lib.h>

#include "msk-override-report.h"
#include "msk-period.h"
#include "msk-receipt-desk.h"
#include "msk-report-desk-private.h"
#include "msk-session-private.h"

static char *
dup_id (gint64 id)
{
  return id == 0 ? g_strdup ("") : g_strdup_printf ("%" G_GINT64_FORMAT, id);
}

static char *
dup_pages (guint pages)
{
  return pages == 0 ? g_strdup ("") : g_strdup_printf ("%u", pages);
}

static void
add_lines (MskReport *report, GPtrArray *lines)
{
  const MskReportColumn columns[] = {
    { _ ("Paper or carrier"), 34, FALSE }, { _ ("Copy"), 16, FALSE }, { _ ("Level"), 17, FALSE },
    { _ ("Pages or sheets"), 11, TRUE },   { _ ("Time"), 22, FALSE },
  };
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < lines->len; i++)
    {
      MskReceiptLine *line = g_ptr_array_index (lines, i);

      g_ptr_array_add (cells, g_strdup (line->name));
      g_ptr_array_add (cells, msk_receipt_line_dup_number (line));
      g_ptr_array_add (cells, g_strdup (msk_level_get_label (line->level)));
      g_ptr_array_add (cells, dup_pages (line->pages));
      g_ptr_array_add (cells, msk_report_desk_dup_time (line->at));
    }
  msk_report_desk_add_table (report, columns, G_N_ELEMENTS (columns), cells);
}

/* The addressee, or who signed in their place. */
static char *
dup_signer (MskReceipt *receipt)
{
  return receipt->is_signed && receipt->signer_id != receipt->attendee_id
             ? g_strdup_printf (_ ("%s, for %s"), receipt->signer, receipt->person)
             : g_strdup (receipt->person);
}

/* Giver before receiver: of an issue the desk gives, of a return it receives. */
static void
add_signers (MskReport *report, MskReceipt *receipt)
{
  const gboolean issue = receipt->kind == MSK_RECEIPT_ISSUE;
  const char *clerk = receipt->is_signed ? receipt->entered_by : NULL;
  g_autofree char *signer = dup_signer (receipt);
  g_autofree char *date = msk_report_desk_dup_time (receipt->signed_at);
  const MskReportSigner desk = { issue ? _ ("Given out by, desk clerk")
                                       : _ ("Taken back by, desk clerk"),
                                 clerk };
  const MskReportSigner person = { issue ? _ ("Received, counted and checked by")
                                         : _ ("Given back by"),
                                   signer };

  if (issue)
    msk_report_add_signed (report, &desk, NULL, date);
  msk_report_add_signed (report, &person, receipt->signature, date);
  if (!issue)
    msk_report_add_signed (report, &desk, NULL, date);
}

static MskReport *
new_receipt (MskMeeting *meeting, MskReceipt *receipt)
{
  g_autofree char *mark = msk_period_dup_mark (meeting->scheme, meeting->level, "");
  g_autofree char *number = msk_report_desk_dup_text (_ ("Receipt no. %u · meeting %s"),
                                                      (guint) receipt->number, meeting->number);
  const char *const subtitle[] = { number, NULL };
  const MskReportHead head = { .level_mark = mark,
                               .level_label = msk_scheme_get_word (meeting->scheme, meeting->level),
                               .title = receipt->kind == MSK_RECEIPT_ISSUE
                                            ? _ ("Receipt for Papers Issued")
                                            : _ ("Receipt for Papers Returned"),
                               .subtitle_lines = subtitle };
  g_autofree char *person = g_strdup_printf ("%s · %s", receipt->person, receipt->unit);
  const MskReportFact facts[] = {
    { _ ("Addressee"), person },
    { _ ("By decision"), receipt->reference },
  };
  MskReport *report = msk_report_new (&head);

  msk_report_add_facts (report, facts,
                        receipt->is_signed && *receipt->reference != '\0' ? G_N_ELEMENTS (facts)
                                                                          : 1);
  add_lines (report, receipt->lines);
  add_signers (report, receipt);
  return report;
}

GBytes *
msk_receipt_report_draw (MskMeeting *meeting, GPtrArray *receipts, GError **error)
{
  g_autoptr(GPtrArray) reports = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (MSK_IS_MEETING (meeting) && receipts != NULL && receipts->len > 0, NULL);

  for (guint i = 0; i < receipts->len; i++)
    g_ptr_array_add (reports, new_receipt (meeting, g_ptr_array_index (receipts, i)));

  return msk_report_finish_two_up ((MskReport *const *) reports->pdata, reports->len, error);
}

static void
add_receipt_row (GPtrArray *cells, MskReceipt *receipt)
{
  g_autofree char *signer = dup_signer (receipt);

  g_ptr_array_add (cells, dup_id (receipt->number));
  g_ptr_array_add (cells, g_strdup (msk_receipt_kind_get_label (receipt->kind)));
  g_ptr_array_add (cells, g_strdup_printf ("%s · %s", receipt->person, receipt->unit));
  g_ptr_array_add (cells, msk_receipt_lines_dup_numbers (receipt->lines));
  g_ptr_array_add (cells, msk_report_desk_dup_time (receipt->made_at));
  g_ptr_array_add (cells, g_strdup (receipt->is_signed ? signer : ""));
  g_ptr_array_add (cells, g_strdup (receipt->reference));
  g_ptr_array_add (cells,
                   g_strdup (receipt->is_signed ? msk_receipt_way_get_label (receipt->way) : ""));
  g_ptr_array_add (cells, msk_report_desk_dup_time (receipt->signed_at));
  g_ptr_array_add (cells, g_strdup (receipt->entered_by));
}

static void
add_receipts (MskReport *report, GPtrArray *receipts)
{
  const MskReportColumn columns[] = {
    { _ ("No."), 5, FALSE },        { _ ("Kind"), 7, FALSE },
    { _ ("Addressee"), 15, FALSE }, { _ ("Copy numbers"), 14, FALSE },
    { _ ("Drawn up"), 10, FALSE },  { _ ("Signed by"), 13, FALSE },
    { _ ("Reference"), 10, FALSE }, { _ ("How"), 8, FALSE },
    { _ ("Signed"), 10, FALSE },    { _ ("Desk clerk"), 8, FALSE },
  };
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < receipts->len; i++)
    add_receipt_row (cells, g_ptr_array_index (receipts, i));
  msk_report_desk_add_table (report, columns, G_N_ELEMENTS (columns), cells);
}

static void
add_unsigned (MskReport *report, GPtrArray *groups)
{
  const MskReportColumn columns[] = {
    { _ ("Addressee"), 30, FALSE }, { _ ("Kind"), 12, FALSE },   { _ ("Copy numbers"), 34, FALSE },
    { _ ("Since"), 16, FALSE },     { _ ("Receipt"), 8, FALSE },
  };
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < groups->len; i++)
    {
      MskUnsigned *group = g_ptr_array_index (groups, i);

      g_ptr_array_add (cells, g_strdup_printf ("%s · %s", group->person, group->unit));
      g_ptr_array_add (cells, g_strdup (msk_receipt_kind_get_label (group->kind)));
      g_ptr_array_add (cells, msk_receipt_lines_dup_numbers (group->lines));
      g_ptr_array_add (cells, msk_report_desk_dup_time (group->since));
      g_ptr_array_add (cells, dup_id (group->printed_on));
    }
  msk_report_desk_add_table (report, columns, G_N_ELEMENTS (columns), cells);
}

static void
add_designations (MskReport *report, GPtrArray *designations)
{
  const MskReportColumn columns[] = {
    { _ ("No."), 6, FALSE },
    { _ ("Addressee"), 18, FALSE },
    { _ ("Signs for them"), 24, FALSE },
    { _ ("Reference"), 20, FALSE },
    { _ ("Since"), 16, FALSE },
    { _ ("Ended"), 16, FALSE },
  };
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < designations->len; i++)
    {
      MskDesignation *each = g_ptr_array_index (designations, i);

      g_ptr_array_add (cells, dup_id (each->id));
      g_ptr_array_add (cells, g_strdup (each->person));
      g_ptr_array_add (cells, g_strdup_printf ("%s · %s", each->collector, each->collector_unit));
      g_ptr_array_add (cells, g_strdup (each->reference));
      g_ptr_array_add (cells, msk_report_desk_dup_time (each->granted_at));
      g_ptr_array_add (cells, msk_report_desk_dup_time (each->ended_at));
    }
  msk_report_desk_add_table (report, columns, G_N_ELEMENTS (columns), cells);
}

gboolean
msk_receipt_report_add_register (MskReport *report, MskSession *session, GError **error)
{
  const MskReportSigner signers[] = { { _ ("Desk clerk"), NULL } };
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);
  g_autoptr(GPtrArray) receipts = database == NULL ? NULL : msk_receipt_desk_list (session, error);
  g_autoptr(GPtrArray) groups =
                 receipts == NULL ? NULL : msk_receipt_desk_list_unsigned (session, 0, error);
  g_autoptr(GPtrArray) designations =
                 groups == NULL ? NULL : msk_receipt_desk_list_designations (session, FALSE, error);
  MskSigning signing;

  if (designations == NULL || !msk_receipt_desk_get_signing (session, &signing, error))
    return FALSE;

  {
    const MskReportFact facts[] = { { _ ("Receipts"), msk_signing_get_label (signing) } };

    msk_report_add_facts (report, facts, G_N_ELEMENTS (facts));
  }
  msk_report_add_heading (report, _ ("Receipts"));
  add_receipts (report, receipts);
  msk_report_add_heading (report, _ ("Not signed for"));
  add_unsigned (report, groups);
  msk_report_add_heading (report, _ ("Who signs for whom"));
  add_designations (report, designations);
  if (!msk_override_report_add (report, database, error))
    return FALSE;

  msk_report_add_signatures (report, signers, G_N_ELEMENTS (signers));
  return TRUE;
}
