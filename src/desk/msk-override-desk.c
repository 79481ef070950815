/* Issuing all the same what the desk refused, by the decision of the role that may.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-override-desk.h"

#include <glib/gi18n-lib.h>

#include "msk-attendee-store.h"
#include "msk-carrier-store.h"
#include "msk-copy-store.h"
#include "msk-error.h"
#include "msk-override-store.h"
#include "msk-print-desk-private.h"
#include "msk-scan-desk-private.h"
#include "msk-session-private.h"

/* A decision is about one thing for one person. */
static gboolean
check_decidable (const MskVerdict *refusal, GError **error)
{
  if (refusal->decidable && refusal->attendee_id != 0 &&
      (refusal->number != 0 || refusal->carrier != 0))
    return TRUE;

  g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
                       refusal->decidable
                           ? _ ("A decision is about one thing for one person: scan the copy or "
                                "the carrier first, then the badge, and decide then.")
                           : _ ("Nobody at the venue may decide otherwise about this: do what the "
                                "refusal says."));
  return FALSE;
}

/* NULL with the error set when this is not who may decide, or why is not said. */
static MskWaiver *
make_waiver (const MskVerdict *refusal,
             const MskCosigner *cosigner,
             const char *reason,
             GError **error)
{
  g_autofree char *clean = msk_print_desk_dup_reason (reason, error);

  if (clean == NULL)
    return NULL;
  if (cosigner->role == refusal->decider)
    return msk_waiver_new (cosigner, clean);

  g_set_error (error, MSK_ACCESS_ERROR, MSK_ACCESS_ERROR_ROLE,
               _ ("The role “%s” may not decide about this: ask somebody whose role is %s."),
               msk_role_get_label (cosigner->role), msk_role_get_label (refusal->decider));
  return NULL;
}

/* A later decision of one role takes the place of an earlier one, and those about another thing
 * are gone. */
static void
add_waiver (MskScanDesk *self, const MskVerdict *refusal, MskWaiver *waiver)
{
  const MskVerdict *last = self->decided;

  if (last == NULL || last->attendee_id != refusal->attendee_id ||
      last->number != refusal->number || last->carrier != refusal->carrier)
    g_ptr_array_set_size (self->waivers, 0);
  for (guint i = self->waivers->len; i > 0; i--)
    if (((const MskWaiver *) self->waivers->pdata[i - 1])->cosigner.role == waiver->cosigner.role)
      g_ptr_array_remove_index (self->waivers, i - 1);

  g_ptr_array_add (self->waivers, waiver);
}

static MskVerdict *
give (MskScanDesk *self, const MskVerdict *refusal, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (self->session, MSK_ACT_MEETING_READ, error);
  g_autoptr(MskAttendee) attendee =
                 database == NULL ? NULL
                                  : msk_attendee_store_get (database, refusal->attendee_id, error);
  g_autoptr(MskCopy) copy = NULL;
  g_autoptr(MskCarrier) carrier = NULL;

  if (attendee == NULL)
    return NULL;

  if (refusal->carrier != 0)
    {
      carrier = msk_carrier_store_get (database, refusal->carrier, error);
      return carrier == NULL ? NULL : msk_scan_desk_give_carrier (self, attendee, carrier, error);
    }

  copy = msk_copy_store_get (database, refusal->number, error);
  return copy == NULL ? NULL : msk_scan_desk_give_copy (self, attendee, copy, refusal->page, error);
}

MskVerdict *
msk_scan_desk_override (MskScanDesk *self,
                        MskVerdict *refusal,
                        const MskCosigner *cosigner,
                        const char *reason,
                        GError **error)
{
  const MskTagReading reading = { .tag.page = refusal->page,
                                  .number = refusal->number,
                                  .carrier = refusal->carrier,
                                  .attendee_id = refusal->attendee_id };
  MskVerdict *verdict;
  MskWaiver *waiver;
  GError *lower = NULL;

  g_return_val_if_fail (MSK_IS_SCAN_DESK (self) && MSK_IS_VERDICT (refusal), NULL);
  g_return_val_if_fail (cosigner != NULL && reason != NULL, NULL);

  if (!msk_scan_desk_check_role (self, error) || !check_decidable (refusal, error))
    return NULL;

  waiver = make_waiver (refusal, cosigner, reason, error);
  if (waiver == NULL)
    return NULL;

  msk_scan_desk_forget_halves (self);
  add_waiver (self, refusal, waiver);
  g_set_object (&self->decided, refusal);
  verdict = give (self, refusal, &lower);
  if (verdict != NULL)
    g_ptr_array_set_size (self->waivers, 0);
  return msk_scan_desk_conclude (self, verdict, &reading, lower, error);
}

GPtrArray *
msk_override_desk_list (MskSession *session, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);

  return database == NULL ? NULL : msk_override_store_list (database, error);
}
