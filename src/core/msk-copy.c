/* One numbered copy of a paper, as it stood when it was read from the register.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-copy.h"

#include <glib/gi18n-lib.h>

#include "msk-error.h"

G_DEFINE_FINAL_TYPE (MskCopy, msk_copy, G_TYPE_OBJECT)

static const char *const state_labels[MSK_COPY_N_STATES] = {
  [MSK_COPY_PRINTING] = N_ ("being printed"),
  [MSK_COPY_IN_STORE] = N_ ("in store"),
  [MSK_COPY_HELD] = N_ ("held"),
  [MSK_COPY_AWAY] = N_ ("away by permit"),
  [MSK_COPY_RETURNED] = N_ ("returned"),
  [MSK_COPY_SPOILED] = N_ ("spoiled"),
  [MSK_COPY_VOID] = N_ ("void"),
  [MSK_COPY_DESTROYED] = N_ ("destroyed"),
  [MSK_COPY_MISSING] = N_ ("missing"),
  [MSK_COPY_WITH_ORIGINATOR] = N_ ("back with its originator"),
};

static const char *const attempt_labels[] = {
  [MSK_ATTEMPT_RESERVED] = N_ ("number reserved"),
  [MSK_ATTEMPT_SENT] = N_ ("sent to the printer"),
  [MSK_ATTEMPT_UNCERTAIN] = N_ ("uncertain"),
  [MSK_ATTEMPT_PRINTED] = N_ ("printed, not checked"),
  [MSK_ATTEMPT_ABSENT] = N_ ("never came, to be agreed"),
  [MSK_ATTEMPT_GOOD] = N_ ("good"),
  [MSK_ATTEMPT_SPOILED] = N_ ("spoiled"),
  [MSK_ATTEMPT_VOID] = N_ ("void"),
};

static const char *const recall_labels[] = {
  [MSK_RECALL_NONE] = N_ ("not recalled"),
  [MSK_RECALL_REVISED] = N_ ("recalled: a newer revision is in"),
  [MSK_RECALL_SCOPE] = N_ ("recalled: its holder is outside the scope"),
  [MSK_RECALL_ORDERED] = N_ ("recalled by order"),
  [MSK_RECALL_PARENT] = N_ ("recalled: the copy that it was made from is recalled"),
};

static void
msk_copy_finalize (GObject *object)
{
  MskCopy *self = MSK_COPY (object);

  g_free (self->document_number);
  g_free (self->printer);
  g_free (self->reason);
  g_free (self->holder);
  g_free (self->planned);

  G_OBJECT_CLASS (msk_copy_parent_class)->finalize (object);
}

static void
msk_copy_class_init (MskCopyClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = msk_copy_finalize;
}

static void
msk_copy_init (MskCopy *self)
{
}

static gboolean
refuse (GError **error, MskRuleError code, const char *message)
{
  g_set_error_literal (error, MSK_RULE_ERROR, code, message);
  return FALSE;
}

static gboolean
refuse_unchecked (MskCopy *self, GError **error)
{
  if (self->attempt == MSK_ATTEMPT_UNCERTAIN)
    return refuse (error, MSK_RULE_ERROR_COPY_UNCERTAIN,
                   _ ("Nobody knows yet whether this copy was printed: look at the printer, then "
                      "confirm it or declare it void."));

  if (self->attempt == MSK_ATTEMPT_ABSENT)
    return refuse (error, MSK_RULE_ERROR_COPY_UNCERTAIN,
                   _ ("This copy was said never to have come out of the printer: keep it, and "
                      "confirm it or declare it spoiled."));

  return refuse (error, MSK_RULE_ERROR_COPY_NOT_GOOD,
                 _ ("This copy has not been checked at the printer: confirm it as good first."));
}

/* The states in which a copy is in nobody's hands and must not get into anybody's. */
static gboolean
check_alive (MskCopy *self, GError **error)
{
  switch (self->state)
    {
    case MSK_COPY_PRINTING:
      return refuse_unchecked (self, error);
    case MSK_COPY_SPOILED:
      return refuse (error, MSK_RULE_ERROR_COPY_SPOILED,
                     _ ("This copy is registered as spoiled: put its sheets with those for "
                        "destruction."));
    case MSK_COPY_VOID:
      return refuse (error, MSK_RULE_ERROR_COPY_VOID,
                     _ ("This copy was declared void and should not exist: keep it and tell the "
                        "security officer."));
    case MSK_COPY_DESTROYED:
      return refuse (error, MSK_RULE_ERROR_COPY_DESTROYED,
                     _ ("This copy is registered as destroyed: keep it and tell the security "
                        "officer at once."));
    case MSK_COPY_MISSING:
      return refuse (error, MSK_RULE_ERROR_COPY_MISSING,
                     _ ("This copy is reported missing: keep it and tell the security officer at "
                        "once."));
    case MSK_COPY_WITH_ORIGINATOR:
      return refuse (error, MSK_RULE_ERROR_COPY_WITH_ORIGINATOR,
                     _ ("This copy went back to its originator and should not be here: keep it and "
                        "tell the security officer at once."));
    case MSK_COPY_IN_STORE:
    case MSK_COPY_HELD:
    case MSK_COPY_AWAY:
    case MSK_COPY_RETURNED:
      return TRUE;
    default:
      g_return_val_if_reached (FALSE);
    }
}

static gboolean
check_not_in_destruction (MskCopy *self, GError **error)
{
  if (self->destruction_id == 0)
    return TRUE;

  g_set_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_IN_DESTRUCTION,
               _ ("This copy is in batch %u for destruction: take another, or have it taken out of "
                  "the batch first."),
               (guint) self->destruction_id);
  return FALSE;
}

/* A copy whose holder alone was the reason may be given to somebody else. */
static gboolean
is_shut_in (const MskCopy *self)
{
  return self->recall != MSK_RECALL_NONE && self->recall != MSK_RECALL_SCOPE;
}

static gboolean
refuse_recalled (MskCopy *self, GError **error)
{
  const gboolean out = self->state == MSK_COPY_HELD || self->state == MSK_COPY_AWAY;

  if (self->recall != MSK_RECALL_REVISED)
    return refuse (error, MSK_RULE_ERROR_COPY_RECALLED,
                   out ? _ ("This copy was recalled and is still out: scan it at the returns.")
                       : _ ("This copy was recalled and is not given out: put it with those for "
                            "destruction, and give out another copy."));
  if (out)
    return refuse (error, MSK_RULE_ERROR_COPY_RECALLED,
                   _ ("This copy was recalled and is still out: scan it at the returns, and give "
                      "out a copy of the newest revision."));

  return refuse (error, MSK_RULE_ERROR_COPY_RECALLED,
                 _ ("This copy was recalled and is not given out: put it with those for "
                    "destruction, and give out a copy of the newest revision."));
}

MskCopy *
msk_copy_new (void)
{
  return g_object_new (MSK_TYPE_COPY, NULL);
}

gboolean
msk_copy_check_issuable (MskCopy *self, GError **error)
{
  g_return_val_if_fail (MSK_IS_COPY (self), FALSE);

  if (!check_alive (self, error) || !check_not_in_destruction (self, error))
    return FALSE;
  if (is_shut_in (self))
    return refuse_recalled (self, error);
  if (self->state == MSK_COPY_RETURNED)
    return refuse (error, MSK_RULE_ERROR_ALREADY_RETURNED,
                   _ ("This copy has been returned and is not given out again: issue another "
                      "copy."));
  if (self->state != MSK_COPY_IN_STORE)
    return refuse (error, MSK_RULE_ERROR_ALREADY_ISSUED,
                   _ ("This copy is issued already: if its holder still has it, there are two "
                      "sheets with this tag, so keep this one and tell the security officer; else "
                      "take it back first."));
  if (self->attempt != MSK_ATTEMPT_GOOD)
    return refuse_unchecked (self, error);

  return TRUE;
}

gboolean
msk_copy_check_returnable (MskCopy *self, GError **error)
{
  g_return_val_if_fail (MSK_IS_COPY (self), FALSE);

  if (self->state == MSK_COPY_PRINTING && self->attempt != MSK_ATTEMPT_UNCERTAIN &&
      self->attempt != MSK_ATTEMPT_ABSENT)
    return refuse (error, MSK_RULE_ERROR_COPY_NOT_GOOD,
                   _ ("This copy was never found good, so its sheets should not have left the "
                      "print room: keep them, and tell the security officer."));
  if (!check_alive (self, error))
    return FALSE;
  if (self->state == MSK_COPY_RETURNED)
    return refuse (error, MSK_RULE_ERROR_ALREADY_RETURNED,
                   _ ("This copy is back already: if there are two sheets with this tag, keep both "
                      "and tell the security officer."));
  if (self->state == MSK_COPY_IN_STORE)
    return refuse (error, MSK_RULE_ERROR_NOT_ISSUED,
                   _ ("This copy was never given out: put it back into store."));

  return TRUE;
}

gboolean
msk_copy_check_exists (MskCopy *self, GError **error)
{
  g_return_val_if_fail (MSK_IS_COPY (self), FALSE);

  return check_alive (self, error);
}

gboolean
msk_copy_check_reproducible (MskCopy *self, GError **error)
{
  g_return_val_if_fail (MSK_IS_COPY (self), FALSE);

  if (!check_alive (self, error) || !check_not_in_destruction (self, error))
    return FALSE;
  if (self->recall != MSK_RECALL_NONE)
    return refuse (error, MSK_RULE_ERROR_COPY_RECALLED,
                   _ ("This copy was recalled, so no copies are made of it: choose another "
                      "copy."));
  if (msk_copy_number_get_room (self->number) == 0)
    return refuse (error, MSK_RULE_ERROR_NOT_COPIED_FURTHER,
                   _ ("This is a copy of a copy of a copy, which is not copied further: have the "
                      "copy above it copied."));

  return TRUE;
}

gboolean
msk_copy_check_recallable (MskCopy *self, GError **error)
{
  g_return_val_if_fail (MSK_IS_COPY (self), FALSE);

  if (self->state != MSK_COPY_MISSING && !check_alive (self, error))
    return FALSE;
  if (msk_recall_outranks (MSK_RECALL_ORDERED, self->recall))
    return TRUE;

  return refuse (error, MSK_RULE_ERROR_COPY_RECALLED,
                 _ ("This copy is recalled already: look in the list of recalled copies who "
                    "still has it."));
}

const char *
msk_copy_state_get_label (MskCopyState state)
{
  g_return_val_if_fail (state < G_N_ELEMENTS (state_labels), "");

  return g_dgettext (GETTEXT_PACKAGE, state_labels[state]);
}

const char *
msk_attempt_get_label (MskAttempt attempt)
{
  g_return_val_if_fail (attempt < G_N_ELEMENTS (attempt_labels), "");

  return g_dgettext (GETTEXT_PACKAGE, attempt_labels[attempt]);
}

gboolean
msk_copy_is_recalled_and_out (const MskCopy *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->recall != MSK_RECALL_NONE &&
         (self->state == MSK_COPY_HELD || self->state == MSK_COPY_AWAY);
}

gboolean
msk_recall_outranks (MskRecall recall, MskRecall old)
{
  static const guint ranks[] = { [MSK_RECALL_NONE] = 0,
                                 [MSK_RECALL_SCOPE] = 1,
                                 [MSK_RECALL_PARENT] = 2,
                                 [MSK_RECALL_ORDERED] = 3,
                                 [MSK_RECALL_REVISED] = 4 };

  g_return_val_if_fail (recall < G_N_ELEMENTS (ranks) && old < G_N_ELEMENTS (ranks), FALSE);

  return ranks[recall] > ranks[old];
}

const char *
msk_recall_get_label (MskRecall recall)
{
  g_return_val_if_fail (recall < G_N_ELEMENTS (recall_labels), "");

  return g_dgettext (GETTEXT_PACKAGE, recall_labels[recall]);
}

MskRecallEffect
msk_copy_get_recall_effect (const MskCopy *self)
{
  g_return_val_if_fail (self != NULL, MSK_RECALL_EFFECT_NONE);

  if (self->state == MSK_COPY_PRINTING && self->attempt == MSK_ATTEMPT_RESERVED)
    return MSK_RECALL_EFFECT_VOID;
  if (self->state == MSK_COPY_VOID || self->state == MSK_COPY_SPOILED ||
      self->state == MSK_COPY_DESTROYED || self->state == MSK_COPY_WITH_ORIGINATOR)
    return MSK_RECALL_EFFECT_NONE;

  return MSK_RECALL_EFFECT_RECALLED;
}
