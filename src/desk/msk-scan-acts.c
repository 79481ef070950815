/* The desk with the scanner: what is done without a code under the scanner.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "msk-carrier-scan.h"
#include "msk-circulation-scan.h"
#include "msk-copy-scan.h"
#include "msk-copy-store.h"
#include "msk-print-desk-private.h"
#include "msk-scan-desk-private.h"
#include "msk-session-private.h"
#include "msk-verdict-private.h"

MskVerdict *
msk_scan_desk_end_turn (MskScanDesk *self,
                        guint number,
                        guint pages,
                        const char *signature,
                        GError **error)
{
  MskTagReading reading = { .number = number };
  MskVerdict *verdict = NULL;
  MskDatabase *database;
  g_autoptr(MskCopy) copy = NULL;
  GError *lower = NULL;

  g_return_val_if_fail (MSK_IS_SCAN_DESK (self) && signature != NULL, NULL);
  g_return_val_if_fail (self->mode == MSK_SCAN_CIRCULATE, NULL);

  database = msk_session_require_meeting (self->session, MSK_ACT_CIRCULATE_END, error);
  if (database == NULL)
    return NULL;

  copy = msk_copy_store_get (database, number, &lower);
  if (copy != NULL)
    verdict =
        msk_circulation_scan_end (self->session, copy, pages, signature,
                                  self->waiting_copy == number ? msk_scan_desk_get_remark (self)
                                                               : MSK_PRINT_DESK_BY_HAND,
                                  &lower);
  if (verdict != NULL)
    msk_scan_desk_forget_halves (self);
  return msk_scan_desk_conclude (self, verdict, &reading, lower, error);
}

MskVerdict *
msk_scan_desk_undo (MskScanDesk *self, MskVerdict *verdict, GError **error)
{
  MskTagReading reading = { .number = verdict->number, .carrier = verdict->carrier };
  MskVerdict *undone = NULL;
  GError *lower = NULL;

  g_return_val_if_fail (MSK_IS_SCAN_DESK (self) && MSK_IS_VERDICT (verdict), NULL);
  g_return_val_if_fail (verdict->movement_id != 0, NULL);

  if (!msk_scan_desk_check (self, error))
    return NULL;

  if (verdict->carrier != 0 ? msk_carrier_scan_revert (self->session, verdict, &lower)
                            : msk_copy_scan_revert (self->session, verdict, &lower))
    {
      msk_scan_desk_forget_halves (self);
      undone = msk_verdict_new (MSK_TONE_DONE, "undone", _ ("Undone"),
                                verdict->carrier != 0 ? _ ("The carrier is where it was before.")
                                                      : _ ("The copy is where it was before."),
                                msk_session_get_now (self->session));
      msk_scan_desk_add_known (self, undone, &reading);
    }
  return msk_scan_desk_conclude (self, undone, &reading, lower, error);
}
