/* The desk with the scanner: what is done without a code under the scanner.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "msk-carrier-scan.h"
#include "msk-circulation-scan.h"
#include "msk-copy-scan.h"
#include "msk-copy-store.h"
#include "msk-error.h"
#include "msk-print-desk-private.h"
#include "msk-return-scan.h"
#include "msk-scan-desk-private.h"
#include "msk-second-sighting.h"
#include "msk-session-private.h"
#include "msk-sweep-private.h"
#include "msk-sweep-zone-desk.h"
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
  if (verdict != NULL && verdict->tone == MSK_TONE_DONE)
    msk_scan_desk_forget_halves (self);
  return msk_scan_desk_conclude (self, verdict, &reading, lower, error);
}

/* Whoever scans on leaves the copy before uncounted: it lies here, and is not taken back. */
static void
tell_left (MskScanDesk *self, MskVerdict *verdict, guint left)
{
  g_autofree char *number = msk_copy_number_dup_text (left);
  g_autofree char *before = verdict->text;

  verdict->text =
      g_strdup_printf (_ ("%s Copy %s before it was not counted and is not taken back."), before,
                       number);
}

MskVerdict *
msk_scan_desk_take_back (MskScanDesk *self, MskCopy *copy, guint page, GError **error)
{
  const guint left = self->waiting_copy == copy->number ? 0 : self->waiting_copy;
  g_autoptr(GError) lower = NULL;
  MskVerdict *verdict;

  self->waiting_copy = 0;
  if (!msk_second_sighting_check_copy (self, copy, error))
    return NULL;

  verdict = msk_return_scan_take (self->session, copy, page, NULL, self->counting,
                                  msk_scan_desk_get_remark (self), &lower);
  if (verdict == NULL)
    {
      if (!g_error_matches (lower, MSK_RULE_ERROR, MSK_RULE_ERROR_PAGES_UNCOUNTED))
        {
          g_propagate_error (error, g_steal_pointer (&lower));
          return NULL;
        }
      self->waiting_copy = copy->number;
      self->waiting_page = page;
      verdict = msk_return_scan_ask (self->session, copy, page);
    }
  if (left != 0)
    tell_left (self, verdict, left);
  return verdict;
}

void
msk_scan_desk_set_counting (MskScanDesk *self, gboolean counting)
{
  g_return_if_fail (MSK_IS_SCAN_DESK (self));

  self->counting = counting;
}

gboolean
msk_scan_desk_get_counting (MskScanDesk *self)
{
  g_return_val_if_fail (MSK_IS_SCAN_DESK (self), FALSE);

  return self->counting;
}

MskVerdict *
msk_scan_desk_count (MskScanDesk *self, guint number, const MskPageCount *count, GError **error)
{
  MskTagReading reading = { .number = number };
  const gboolean scanned = self->waiting_copy == number;
  MskVerdict *verdict = NULL;
  MskDatabase *database;
  g_autoptr(MskCopy) copy = NULL;
  GError *lower = NULL;

  g_return_val_if_fail (MSK_IS_SCAN_DESK (self) && count != NULL, NULL);
  g_return_val_if_fail (self->mode == MSK_SCAN_RETURN, NULL);

  if (!msk_scan_desk_check (self, error))
    return NULL;

  database = msk_session_require_meeting (self->session, MSK_ACT_COPY_RETURN, error);
  if (database == NULL)
    return NULL;

  copy = msk_copy_store_get (database, number, &lower);
  if (copy != NULL && msk_second_sighting_check_copy (self, copy, &lower))
    verdict =
        msk_return_scan_take (self->session, copy, scanned ? self->waiting_page : 0, count, FALSE,
                              scanned ? msk_scan_desk_get_remark (self) : MSK_PRINT_DESK_BY_HAND,
                              &lower);
  if (verdict != NULL && verdict->movement_id != 0)
    msk_scan_desk_forget_halves (self);
  return msk_scan_desk_conclude (self, verdict, &reading, lower, error);
}

/* An incident stays on record, also that of a count that was a mistake. */
static char *
dup_undone_text (const MskVerdict *verdict)
{
  if (verdict->carrier != 0)
    return g_strdup (_ ("The carrier is where it was before."));
  if (verdict->count == NULL || verdict->count->incident_id == 0)
    return g_strdup (_ ("The copy is where it was before."));

  return g_strdup_printf (_ ("The copy is where it was before. Incident %u stays on record: tell "
                             "the security officer why the count was taken back."),
                          (guint) verdict->count->incident_id);
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
      g_autofree char *text = dup_undone_text (verdict);

      msk_scan_desk_forget_halves (self);
      undone = msk_verdict_new (MSK_TONE_DONE, "undone", _ ("Undone"), text,
                                msk_session_get_now (self->session));
      msk_scan_desk_add_known (self, undone, &reading);
    }
  return msk_scan_desk_conclude (self, undone, &reading, lower, error);
}

gboolean
msk_scan_desk_set_zone (MskScanDesk *self, MskMeasureArea zone, GError **error)
{
  MskDatabase *database;

  g_return_val_if_fail (MSK_IS_SCAN_DESK (self), FALSE);

  database = msk_session_require_meeting (self->session, MSK_ACT_SWEEP_SCAN, error);
  if (database == NULL || !msk_sweep_zone_check (database, zone, error))
    return FALSE;

  self->zone = zone;
  return TRUE;
}

MskMeasureArea
msk_scan_desk_get_zone (MskScanDesk *self)
{
  g_return_val_if_fail (MSK_IS_SCAN_DESK (self), MSK_SWEEP_ZONE_FIRST);

  return self->zone;
}

void
msk_scan_desk_set_reason (MskScanDesk *self, const char *reason)
{
  g_return_if_fail (MSK_IS_SCAN_DESK (self));

  g_free (self->reason);
  self->reason = g_strdup (reason);
}
