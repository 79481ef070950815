/* The forms about a record that leaves: export, leave to erase, erasure (F1, D1).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-archive-ask.h"

#include <glib/gi18n-lib.h>

#include "msk-ask.h"
#include "msk-cosign-form.h"
#include "msk-erasure-desk.h"
#include "msk-error.h"
#include "msk-export-desk.h"
#include "msk-fields-form.h"
#include "msk-filing-desk.h"
#include "msk-report-ask.h"

static gboolean
export_as (MskPage *page, gpointer data, const char *const *values, GError **error)
{
  g_autoptr(MskMeetingExport) sealed = NULL;
  g_autofree char *body = NULL;

  if (!g_str_equal (values[2], values[3]))
    {
      g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
                           _ ("The two passphrases differ: type the new one twice."));
      return FALSE;
    }

  sealed =
      msk_export_desk_export (msk_page_get_session (page), values[1], values[0], values[2], error);
  if (sealed == NULL)
    return FALSE;

  body = g_strdup_printf (_ ("It was read back and verified up to entry %d of the ledger. "
                             "BLAKE2b-256 of the file: %s"),
                          (int) sealed->head_sequence, sealed->digest);
  msk_ask_tell (GTK_WIDGET (page), _ ("Record Exported"), body);
  return TRUE;
}

void
msk_archive_ask_export (MskPage *page)
{
  const char *const fields[] = { _ ("_Recipient, such as the archive"),
                                 _ ("_New file, on the medium that goes there"),
                                 _ ("_Passphrase of the recipient"), _ ("The _same once more"),
                                 NULL };
  const MskFieldsWords words = {
    _ ("Seal and Export"),
    _ ("The file holds the whole record, papers too, and opens with the recipient’s passphrase "
       "alone. It counts once it was read back."),
    _ ("_Export"),
    fields,
    export_as,
    1u << 2 | 1u << 3
  };

  msk_fields_form_open (page, &words, NULL, NULL, NULL);
}

static gboolean
approve (MskPage *page, gpointer data, const char *const *values, GError **error)
{
  return msk_erasure_desk_approve (msk_page_get_session (page), values[0], values[1], error);
}

void
msk_archive_ask_approve (MskPage *page)
{
  const char *const fields[] = { _ ("_Reference of the decision"),
                                 _ ("_Where what still exists is kept"), NULL };
  const MskFieldsWords words = {
    _ ("Approve the Erasure"),
    _ ("The meeting may be erased here, as long as nothing more is written in it. Be sure that the "
       "export has reached its recipient. Copies, carriers and spoiled sheets that are neither "
       "destroyed nor sent back have to be somewhere: say where, or deal with them first."),
    _ ("_Approve"), fields, approve
  };

  msk_fields_form_open (page, &words, NULL, NULL, NULL);
}

/* The meeting may be gone also when something is still to be removed: the certificate says so. */
static gboolean
erase (MskPage *page, gint64 id, const MskCosigner *cosigner, GError **error)
{
  MskSession *session = msk_page_get_session (page);
  gint64 meeting_id = 0;

  if (!msk_erasure_desk_erase (session, cosigner, &meeting_id, error))
    return FALSE;

  msk_report_ask_open_archive (page, MSK_ARCHIVE_SHEET_ERASURE, meeting_id);
  return TRUE;
}

void
msk_archive_ask_erase (MskPage *page)
{
  const MskCosignWords words = {
    _ ("Erase the Meeting"),
    _ ("Its key is thrown away, then its files, prints and reports are removed: here nobody can "
       "bring it back. A witness signs in, who did not approve it."),
    _ ("_Erase"), MSK_ACT_ERASURE_WITNESS, erase
  };

  msk_cosign_form_open (page, &words, 0);
}

char *
msk_archive_ask_dup_standing (MskPage *page)
{
  MskSession *session = msk_page_get_session (page);
  g_autoptr(MskMeetingExport) sealed = NULL;
  g_autoptr(MskFiling) filing = NULL;
  g_autofree char *text = NULL;
  gboolean current;

  if (!msk_export_desk_find (session, &sealed, &current, NULL))
    return g_strdup ("");
  if (sealed == NULL)
    return g_strdup (_ ("not exported"));

  text = g_strdup_printf (current ? _ ("exported for %s")
                                  : _ ("exported for %s, but something was written since"),
                          sealed->recipient);
  filing = msk_filing_desk_get (session, msk_session_get_meeting (session)->id, NULL);
  return filing == NULL ? g_steal_pointer (&text)
                        : g_strdup_printf (_ ("%s · filed under %s"), text, filing->number);
}
