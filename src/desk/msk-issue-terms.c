/* How something is given out: what the register keeps of it, and who decided otherwise.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-issue-terms.h"

#include "msk-door-facts.h"
#include "msk-issue.h"
#include "msk-override-store.h"

MskWaiver *
msk_waiver_new (const MskCosigner *cosigner, const char *reason)
{
  MskWaiver *self = g_new0 (MskWaiver, 1);

  self->cosigner = (MskCosigner){ g_strdup (cosigner->user), cosigner->role };
  self->reason = g_strdup (reason);
  return self;
}

void
msk_waiver_free (MskWaiver *self)
{
  g_free (self->cosigner.user);
  g_free (self->reason);
  g_free (self);
}

/* Who decided about what this role may decide about, or NULL. */
static const MskWaiver *
find_waiver (const MskIssueTerms *self, MskRole role)
{
  for (guint i = 0; self->waivers != NULL && i < self->waivers->len; i++)
    {
      const MskWaiver *waiver = g_ptr_array_index (self->waivers, i);

      if (waiver->cosigner.role == role)
        return waiver;
    }

  return NULL;
}

gboolean
msk_issue_terms_check (const MskIssueTerms *self,
                       MskDatabase *database,
                       MskAttendee *attendee,
                       MskLevel level,
                       GError **error)
{
  MskDoorFacts facts;
  guint waived = 0;

  if (!msk_door_facts_load_standing (database, attendee, &facts, error) ||
      !msk_issue_check_level (&facts, level, error))
    return FALSE;

  for (guint i = 0; self->waivers != NULL && i < self->waivers->len; i++)
    waived |= 1u << ((const MskWaiver *) g_ptr_array_index (self->waivers, i))->cosigner.role;

  return msk_issue_check (&facts, waived, error);
}

static gboolean
record_one (const MskIssueTerms *self,
            MskTransaction *transaction,
            MskOverrideDraft *draft,
            GError **error)
{
  const MskWaiver *waiver = NULL;
  MskRole role;

  if (msk_issue_get_decider (draft->code, &role))
    waiver = find_waiver (self, role);
  g_return_val_if_fail (waiver != NULL, FALSE);

  draft->reason = waiver->reason;
  msk_cosigner_act_in (&waiver->cosigner, transaction);
  return msk_override_store_add (transaction, draft, error);
}

gboolean
msk_issue_terms_record (const MskIssueTerms *self,
                        MskTransaction *transaction,
                        MskAttendee *attendee,
                        gint64 movement_id,
                        gint64 carrier_movement_id,
                        GError **error)
{
  const MskActor actor = transaction->actor;
  MskDoorFacts facts;
  MskIssueBars bars;

  if (self->waivers == NULL || self->waivers->len == 0)
    return TRUE;
  if (!msk_door_facts_load_standing (transaction->database, attendee, &facts, error))
    return FALSE;

  msk_issue_judge (&facts, &bars);
  for (guint i = 0; i < bars.n; i++)
    {
      MskOverrideDraft draft = { movement_id, carrier_movement_id, bars.codes[i], NULL };

      if (!record_one (self, transaction, &draft, error))
        return FALSE;
    }

  transaction->actor = actor;
  return TRUE;
}
