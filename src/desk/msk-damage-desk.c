/* What the sweep sees damaged: torn, wet, or with pages missing (M9).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-damage-desk.h"

#include <glib/gi18n-lib.h>

#include "msk-damage-store.h"
#include "msk-incident-private.h"
#include "msk-session-private.h"
#include "msk-sweep-private.h"
#include "msk-sweep-store.h"

static gboolean
open_incident (MskTransaction *transaction,
               MskSweepLine *line,
               const MskDamageDraft *draft,
               gint64 *incident,
               GError **error)
{
  g_autofree char *text = NULL;

  *incident = 0;
  if (draft->pages_missing == 0)
    return TRUE;

  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "Seen damaged in the sweep, and %u page is missing: %s",
                                       "Seen damaged in the sweep, and %u pages are missing: %s",
                                       draft->pages_missing),
                          draft->pages_missing, draft->reason);
  return msk_incident_open_damage (transaction, line, text, incident, error);
}

gboolean
msk_damage_desk_add (MskSession *session,
                     const MskDamageDraft *draft,
                     gint64 *incident,
                     GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskSweepLine) line = NULL;
  g_autofree char *reason = NULL;
  MskDamageDraft clean;

  g_return_val_if_fail (draft != NULL && incident != NULL, FALSE);

  if (!msk_sweep_begin (session, MSK_ACT_SWEEP_DAMAGE, &transaction, error))
    return FALSE;

  reason = msk_sweep_dup_needed (draft->reason, error);
  line = reason == NULL
             ? NULL
             : msk_sweep_store_get (transaction.database, draft->kind, draft->number, error);
  if (line == NULL)
    return FALSE;

  clean = *draft;
  clean.reason = reason;
  return msk_damage_check (&clean, line, error) &&
         msk_sweep_zone_check (transaction.database, clean.zone, error) &&
         open_incident (&transaction, line, &clean, incident, error) &&
         msk_damage_store_add (&transaction, &clean, *incident, error) &&
         msk_session_commit (session, &transaction, error);
}

GPtrArray *
msk_damage_desk_list (MskSession *session, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);

  return database == NULL ? NULL : msk_damage_store_list (database, error);
}
