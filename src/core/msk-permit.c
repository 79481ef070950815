/* A permit to take a copy away (R3): who keeps it, where it is registered then, by whose authority.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-permit.h"

#include <glib/gi18n-lib.h>

#include "msk-attendee.h"
#include "msk-error.h"

G_DEFINE_FINAL_TYPE (MskPermit, msk_permit, G_TYPE_OBJECT)

static const char *const standing_labels[] = {
  [MSK_PERMIT_GRANTED] = N_ ("granted, not used"),
  [MSK_PERMIT_EXPIRED] = N_ ("expired unused"),
  [MSK_PERMIT_OUT] = N_ ("away, receipt awaited"),
  [MSK_PERMIT_OVERDUE] = N_ ("away, receipt overdue"),
  [MSK_PERMIT_CLOSED] = N_ ("closed"),
};

static const char *const outcome_labels[] = {
  [MSK_PERMIT_OUTCOME_RECEIPT] = N_ ("receipt entered"),
  [MSK_PERMIT_OUTCOME_BACK] = N_ ("came back"),
  [MSK_PERMIT_OUTCOME_LOST] = N_ ("reported missing"),
  [MSK_PERMIT_OUTCOME_WITHDRAWN] = N_ ("permit withdrawn unused"),
};

static void
msk_permit_finalize (GObject *object)
{
  MskPermit *self = MSK_PERMIT (object);

  g_free (self->document_number);
  g_free (self->keeper);
  g_free (self->unit);
  g_free (self->registry);
  g_free (self->authority);
  g_free (self->reference);
  g_free (self->named_bearer);
  g_free (self->named_second);
  g_free (self->granted_by);
  g_free (self->taken_by);
  g_free (self->bearer);
  g_free (self->second);
  g_free (self->ended_by);
  g_free (self->receipt);
  g_free (self->received_by);

  G_OBJECT_CLASS (msk_permit_parent_class)->finalize (object);
}

static void
msk_permit_class_init (MskPermitClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = msk_permit_finalize;
}

static void
msk_permit_init (MskPermit *self)
{
}

MskPermit *
msk_permit_new (void)
{
  return g_object_new (MSK_TYPE_PERMIT, NULL);
}

MskPermitStanding
msk_permit_classify (const MskPermit *self, gint64 now)
{
  g_return_val_if_fail (self != NULL, MSK_PERMIT_CLOSED);

  if (!self->is_open)
    return MSK_PERMIT_CLOSED;
  if (self->is_taken)
    return now > self->deadline_at ? MSK_PERMIT_OVERDUE : MSK_PERMIT_OUT;

  return now > self->deadline_at ? MSK_PERMIT_EXPIRED : MSK_PERMIT_GRANTED;
}

const char *
msk_permit_standing_get_label (MskPermitStanding standing)
{
  g_return_val_if_fail (standing < G_N_ELEMENTS (standing_labels), "");

  return g_dgettext (GETTEXT_PACKAGE, standing_labels[standing]);
}

const char *
msk_permit_outcome_get_label (MskPermitOutcome outcome)
{
  g_return_val_if_fail (outcome < G_N_ELEMENTS (outcome_labels), "");

  return g_dgettext (GETTEXT_PACKAGE, outcome_labels[outcome]);
}

gboolean
msk_permit_check_copy (MskCopy *copy, gint64 keeper_id, GError **error)
{
  g_return_val_if_fail (MSK_IS_COPY (copy), FALSE);

  if (copy->state != MSK_COPY_HELD)
    return msk_copy_check_issuable (copy, error);
  if (copy->recall != MSK_RECALL_NONE)
    g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_COPY_RECALLED,
                         _ ("This copy was recalled and does not leave: scan it at the returns."));
  else if (copy->pages_back > 0)
    g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_PAGES_MISSING,
                         _ ("Pages of this copy are missing, and it does not leave: have the rest "
                            "brought to the returns."));
  else if (copy->holder_id != keeper_id)
    g_set_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_ALREADY_ISSUED,
                 _ ("This copy is held by %s, who alone may take it away: name them as keeper, or "
                    "choose a copy that is in store."),
                 copy->holder);
  else
    return TRUE;

  return FALSE;
}

static gboolean
is_same_person (const char *name, const char *other)
{
  g_autofree char *key = msk_attendee_dup_key (name, "", "");
  g_autofree char *other_key = msk_attendee_dup_key (other, "", "");

  return g_str_equal (key, other_key);
}

gboolean
msk_permit_check_bearers (MskLevel level,
                          const char *bearer,
                          const char *second,
                          MskNamePair alike,
                          GError **error)
{
  g_return_val_if_fail (bearer != NULL && second != NULL && alike != NULL, FALSE);

  if ((level < MSK_LEVEL_TOP_SECRET && *second == '\0') ||
      (*bearer != '\0' && *second != '\0' && !alike (bearer, second)))
    return TRUE;

  g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_TWO_PERSONS_MISSING,
                       _ ("A top-secret paper is carried outside by two different people "
                          "together: name both."));
  return FALSE;
}

/* In either order. */
static gboolean
are_those_named (const MskPermit *self, const char *bearer, const char *second)
{
  return (is_same_person (bearer, self->named_bearer) &&
          is_same_person (second, self->named_second)) ||
         (is_same_person (bearer, self->named_second) &&
          is_same_person (second, self->named_bearer));
}

gboolean
msk_permit_check_take (const MskPermit *self,
                       const char *bearer,
                       const char *second,
                       MskNamePair alike,
                       gint64 now,
                       GError **error)
{
  g_return_val_if_fail (self != NULL && bearer != NULL && second != NULL, FALSE);

  if (now > self->deadline_at)
    {
      g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_PERMIT_EXPIRED,
                           _ ("The deadline of this permit is over: have the responsible leader "
                              "withdraw it and grant another."));
      return FALSE;
    }
  if (!msk_permit_check_bearers (self->level, bearer, second, alike, error))
    return FALSE;
  if (are_those_named (self, bearer, second))
    return TRUE;

  if (*self->named_second != '\0')
    g_set_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_BEARER_DIFFERS,
                 _ ("This permit names %s and %s: have these two carry the paper, or have another "
                    "permit granted."),
                 self->named_bearer, self->named_second);
  else
    g_set_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_BEARER_DIFFERS,
                 _ ("This permit names %s alone: have nobody else carry the paper, or have another "
                    "permit granted."),
                 self->named_bearer);
  return FALSE;
}
