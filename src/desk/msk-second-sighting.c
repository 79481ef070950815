/* The same code in two places: what is in custody already stands before the clerk once more.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-second-sighting.h"

#include <glib/gi18n-lib.h>

#include "msk-error.h"
#include "msk-report-desk-private.h"
#include "msk-scan-desk-private.h"

/* A scanner that fires twice, or another page of what was just taken back, is no second thing:
 * nobody hands in another so soon, and what the copy itself says of it is enough. With something
 * else scanned between, as in a pile, it lies there twice. */
#define ECHO_SECONDS 2

static gboolean
is_echo (MskScanDesk *desk, guint number, guint carrier, gint64 since)
{
  g_autoptr(MskVerdict) newest = g_list_model_get_item (msk_scan_desk_get_verdicts (desk), 0);

  return newest != NULL && newest->number == number && newest->carrier == carrier &&
         msk_session_get_now (desk->session) - since <= ECHO_SECONDS;
}

/* Where it is by the register, with whom it was, since when. */
static gboolean
check (MskCopyState state, const char *holder, gint64 since, gboolean echo, GError **error)
{
  g_autofree char *time = msk_report_desk_dup_time (since);

  if (state == MSK_COPY_RETURNED && echo)
    return TRUE;

  if (state == MSK_COPY_RETURNED)
    g_set_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_SECOND_SIGHTING,
                 _ ("This is in custody already: %s gave it back on %s. If it is not the same "
                    "thing, there are two with one code: keep both, hold who brought this one, "
                    "and tell the security officer."),
                 holder, time);
  else if (state == MSK_COPY_IN_STORE)
    g_set_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_SECOND_SIGHTING,
                 _ ("This is in custody already: it lies in store since %s, and nobody holds it. "
                    "Look there: if it is there too, keep both, hold who brought this one, and "
                    "tell the security officer."),
                 time);
  else
    return TRUE;

  return FALSE;
}

gboolean
msk_second_sighting_check_copy (MskScanDesk *desk, MskCopy *copy, GError **error)
{
  return check (copy->state, copy->holder, copy->changed_at,
                is_echo (desk, copy->number, 0, copy->changed_at), error);
}

gboolean
msk_second_sighting_check_carrier (MskScanDesk *desk, MskCarrier *carrier, GError **error)
{
  return check (carrier->state, carrier->holder, carrier->changed_at,
                is_echo (desk, 0, carrier->number, carrier->changed_at), error);
}
