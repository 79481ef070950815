/* Seals of the ledger in reports: the codes, and the register of them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-seal-report.h"

#include <glib/gi18n-lib.h>

#include "msk-ledger.h"
#include "msk-report-desk-private.h"
#include "msk-seal-key.h"
#include "msk-seal-store.h"
#include "msk-session-private.h"

static void
add_code (MskReport *report, const MskSeal *seal, const char *caption)
{
  char code[MSK_SEAL_LENGTH + 1];

  msk_seal_write (seal, code);
  msk_report_add_code (report, code, caption);
}

static void
add_pair (MskReport *report, const MskSealPair *pair)
{
  g_autofree char *at = msk_report_desk_dup_time (pair->at);
  g_autofree char *heading =
      msk_report_desk_dup_text (_ ("Seal %u of the ledger, %s"), pair->number, at);
  g_autofree char *meeting = msk_report_desk_dup_text (_ ("Ledger of the meeting, up to entry %d"),
                                                       (int) pair->meeting.sequence);
  g_autofree char *appliance =
      msk_report_desk_dup_text (_ ("Ledger of the appliance, up to entry %d"),
                                (int) pair->appliance.sequence);

  msk_report_add_heading (report, heading);
  msk_report_add_paragraph (report, _ ("Keep this paper apart from the computer. Scanned on the "
                                       "page of the ledger, each code says whether the ledger "
                                       "still contains what it held when this was printed."));
  add_code (report, &pair->meeting, meeting);
  add_code (report, &pair->appliance, appliance);
}

gboolean
msk_seal_report_add_appliance (MskReport *report,
                               MskSession *session,
                               const char *subject,
                               const char *kind,
                               GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autofree char *caption = NULL;
  MskSeal seal = { .meeting_id = 0 };

  if (!msk_session_begin_appliance (session, MSK_ACT_REPORT_MAKE, &transaction, error) ||
      !msk_ledger_append (&transaction, MSK_ACT_REPORT_MAKE, subject, error, "kind", kind, "format",
                          "pdf", NULL) ||
      !msk_seal_store_read_head (transaction.database, &seal, error) ||
      !msk_transaction_commit (&transaction, error))
    return FALSE;

  msk_seal_key_sign (msk_vault_get_tag_key (msk_session_get_vault (session)), &seal);
  caption =
      msk_report_desk_dup_text (_ ("Ledger of the appliance, up to entry %d"), (int) seal.sequence);
  add_code (report, &seal, caption);
  return TRUE;
}

gboolean
msk_seal_report_add (MskReport *report,
                     MskSession *session,
                     MskSealOccasion occasion,
                     const MskSealPair *given,
                     GError **error)
{
  MskSealPair pair;

  /* Of an export there is no seal: this machine’s own would say nothing of that ledger. */
  if (msk_session_is_reading (session) && occasion != MSK_SEAL_OCCASION_SHEET)
    {
      msk_report_add_paragraph (report, _ ("Made from a sealed export: the seals of its ledger are "
                                           "on the papers that were made before."));
      return TRUE;
    }
  if (given == NULL && !msk_seal_desk_take (session, occasion, &pair, error))
    return FALSE;

  add_pair (report, given != NULL ? given : &pair);
  return TRUE;
}

gboolean
msk_seal_report_add_register (MskReport *report, MskSession *session, GError **error)
{
  const MskReportColumn columns[] = {
    { _ ("Seal"), 8, TRUE },   { _ ("Time"), 18, FALSE },     { _ ("Stands on"), 22, FALSE },
    { _ ("Entry"), 12, TRUE }, { _ ("Taken by"), 20, FALSE }, { _ ("Station"), 20, FALSE },
  };
  g_autoptr(GPtrArray) sheets = msk_seal_desk_list (session, error);
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  if (sheets == NULL)
    return FALSE;

  for (guint i = 0; i < sheets->len; i++)
    {
      MskSealSheet *sheet = g_ptr_array_index (sheets, i);

      g_ptr_array_add (cells, msk_report_desk_dup_text ("%u", sheet->number));
      g_ptr_array_add (cells, msk_report_desk_dup_time (sheet->at));
      g_ptr_array_add (cells, g_strdup (msk_seal_occasion_get_label (sheet->occasion)));
      g_ptr_array_add (cells, msk_report_desk_dup_text ("%" G_GINT64_FORMAT, sheet->sequence));
      g_ptr_array_add (cells, g_strdup (sheet->user));
      g_ptr_array_add (cells, g_strdup (sheet->station));
    }
  msk_report_desk_add_table (report, columns, G_N_ELEMENTS (columns), cells);
  return TRUE;
}
