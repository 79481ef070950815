/* The same code in two places: what is in custody already stands before the clerk once more.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-second-sighting.h"

#include <glib/gi18n-lib.h>

#include "msk-error.h"
#include "msk-report-desk-private.h"

/* A scanner that fires twice, or another page of what was just taken back, is no second thing:
 * nobody hands in another so soon, and what the copy itself says of it is enough. */
#define ECHO_SECONDS 2

/* Where it is by the register, with whom it was, since when. */
static gboolean
check (MskCopyState state, const char *holder, gint64 since, gint64 now, GError **error)
{
  g_autofree char *time = msk_report_desk_dup_time (since);

  if (state == MSK_COPY_RETURNED && now - since <= ECHO_SECONDS)
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
msk_second_sighting_check_copy (MskCopy *copy, gint64 now, GError **error)
{
  return check (copy->state, copy->holder, copy->changed_at, now, error);
}

gboolean
msk_second_sighting_check_carrier (MskCarrier *carrier, gint64 now, GError **error)
{
  return check (carrier->state, carrier->holder, carrier->changed_at, now, error);
}
