/* The certificate of an erasure (D1).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "msk-erasure-desk.h"
#include "msk-erasure-papers.h"
#include "msk-erasure-store.h"
#include "msk-report-desk-private.h"
#include "msk-seal-report.h"
#include "msk-session-private.h"

/* Who, when; in one line. */
static char *
dup_done (const char *user, gint64 at)
{
  g_autofree char *time = msk_report_desk_dup_time (at);

  return g_strdup_printf (_ ("%s, %s"), user, time);
}

static void
add_facts (MskReport *report, const MskErasure *erasure)
{
  const MskMeetingExport *sealed = erasure->sealed;
  g_autofree char *meeting = msk_report_desk_dup_text ("%" G_GINT64_FORMAT, sealed->meeting_id);
  g_autofree char *entry = msk_report_desk_dup_text ("%" G_GINT64_FORMAT, sealed->head_sequence);
  g_autofree char *size = msk_report_desk_dup_text ("%" G_GINT64_FORMAT, sealed->size);
  g_autofree char *exported = dup_done (sealed->user, sealed->at);
  g_autofree char *approved = dup_done (erasure->approver, erasure->approved_at);
  g_autofree char *erased = dup_done (erasure->user, erasure->at);
  g_autofree char *finished = msk_report_desk_dup_time (erasure->finished_at);
  g_autofree char *files = msk_report_desk_dup_text ("%u", erasure->files);
  g_autofree char *papers = msk_report_desk_dup_text ("%u", erasure->papers);
  const MskReportFact facts[] = {
    { _ ("Meeting, by its id in this vault"), meeting },
    { _ ("State"), erasure->finished_at != 0 ? _ ("gone") : _ ("gone; a rest is to be removed") },
    { _ ("Way of erasing"), _ ("Its key was thrown away, then its files were removed.") },
    { _ ("Approved by"), approved },
    { _ ("Reference"), erasure->reference },
    { _ ("Erased by"), erased },
    { _ ("Witness"), erasure->witness },
    { _ ("Rest removed"), finished },
    { _ ("Files removed"), files },
    { _ ("Prints and reports removed"), papers },
    { _ ("Exported for"), sealed->recipient },
    { _ ("Exported by"), exported },
    { _ ("Bytes of the export"), size },
    { _ ("BLAKE2b-256 of the export"), sealed->digest },
    { _ ("Last entry of its ledger"), entry },
    { _ ("Hash of that entry"), sealed->head_hash },
  };

  msk_report_add_facts (report, facts, G_N_ELEMENTS (facts));
}

/* What became of everything that the meeting had, as it stood when it was approved. */
static void
add_counts (MskReport *report, const MskErasure *erasure)
{
  const MskReportColumn columns[] = { { _ ("How it stood"), 60, FALSE },
                                      { _ ("Copies, carriers and spoiled sets"), 40, TRUE } };
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  const guint remaining = msk_erasure_count_remaining (erasure->counts);
  g_autofree char *count = g_strdup_printf ("%u", remaining);
  const MskReportFact facts[] = { { _ ("Still existing then"), count },
                                  { _ ("Kept where"), erasure->kept } };

  for (guint state = 0; state < MSK_COPY_N_STATES; state++)
    if (erasure->counts[state] > 0)
      {
        g_ptr_array_add (cells, g_strdup (msk_copy_state_get_label ((MskCopyState) state)));
        g_ptr_array_add (cells, g_strdup_printf ("%u", erasure->counts[state]));
      }
  msk_report_add_heading (report, _ ("What the meeting had"));
  msk_report_add_facts (report, facts, remaining > 0 ? 2 : 1);
  if (cells->len > 0)
    msk_report_desk_add_table (report, columns, G_N_ELEMENTS (columns), cells);
}

static void
add_signatures (MskReport *report, const MskErasure *erasure)
{
  const MskReportSigner signers[] = {
    { _ ("Approved"), erasure->approver },
    { _ ("Erased"), erasure->user },
    { _ ("Witness"), erasure->witness },
  };

  msk_report_add_signatures (report, signers, G_N_ELEMENTS (signers));
}

GBytes *
msk_erasure_desk_make_certificate (MskSession *session, gint64 meeting_id, GError **error)
{
  const MskReportHead head = { .title = _ ("Certificate of erasure") };
  MskDatabase *appliance = msk_session_require_appliance (session, MSK_ACT_REPORT_MAKE, error);
  g_autoptr(MskErasure) erasure =
                 appliance == NULL ? NULL : msk_erasure_store_get (appliance, meeting_id, error);
  g_autoptr(MskReport) report = NULL;
  g_autofree char *subject = NULL;

  if (erasure == NULL)
    return NULL;

  report = msk_report_new (&head);
  subject = g_strdup_printf ("meeting %" G_GINT64_FORMAT, meeting_id);
  add_facts (report, erasure);
  add_counts (report, erasure);
  if (!msk_seal_report_add_appliance (report, session, subject, "erasure", error))
    return NULL;

  add_signatures (report, erasure);
  return msk_report_finish (report, error);
}

char *
msk_erasure_desk_write_certificate (MskSession *session,
                                    gint64 meeting_id,
                                    const char *path,
                                    GError **error)
{
  g_autoptr(GBytes) document = msk_erasure_desk_make_certificate (session, meeting_id, error);

  return msk_report_desk_write_document (session, MSK_ERASURE_CERTIFICATE, document, path, error);
}
