/* Destruction under supervision (D1): a batch, what is in it, and who may take which part; and what
 * goes back to its originator instead. SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-destruction.h"

#include <glib/gi18n-lib.h>

#include "msk-copy-number.h"
#include "msk-error.h"

G_DEFINE_FINAL_TYPE (MskDestruction, msk_destruction, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE (MskDestructionItem, msk_destruction_item, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE (MskOriginatorReturn, msk_originator_return, G_TYPE_OBJECT)

static const char *const stage_labels[] = {
  [MSK_DESTRUCTION_DRAFT] = N_ ("being made up"),
  [MSK_DESTRUCTION_PROPOSED] = N_ ("waits for approval"),
  [MSK_DESTRUCTION_APPROVED] = N_ ("approved"),
  [MSK_DESTRUCTION_UNDER_WAY] = N_ ("at the machine"),
  [MSK_DESTRUCTION_DONE] = N_ ("destroyed"),
  [MSK_DESTRUCTION_REFUSED] = N_ ("refused"),
  [MSK_DESTRUCTION_CANCELLED] = N_ ("given up"),
};

static const char *const method_labels[MSK_DESTRUCTION_N_METHODS] = {
  [MSK_DESTRUCTION_SHRED] = N_ ("shredding"), [MSK_DESTRUCTION_BURN] = N_ ("burning"),
  [MSK_DESTRUCTION_PULP] = N_ ("pulping"),    [MSK_DESTRUCTION_DEGAUSS] = N_ ("degaussing"),
  [MSK_DESTRUCTION_CRUSH] = N_ ("crushing"),
};

static void
msk_destruction_finalize (GObject *object)
{
  MskDestruction *self = MSK_DESTRUCTION (object);

  g_free (self->reason);
  g_free (self->started_by);
  g_free (self->proposed_by);
  g_free (self->decided_by);
  g_free (self->destroyer);
  g_free (self->witness);
  g_free (self->place);
  g_free (self->ended_by);
  g_free (self->remark);

  G_OBJECT_CLASS (msk_destruction_parent_class)->finalize (object);
}

static void
msk_destruction_class_init (MskDestructionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = msk_destruction_finalize;
}

static void
msk_destruction_init (MskDestruction *self)
{
}

static void
msk_destruction_item_finalize (GObject *object)
{
  MskDestructionItem *self = MSK_DESTRUCTION_ITEM (object);

  g_free (self->document_number);
  g_free (self->what);
  g_free (self->added_by);
  g_free (self->scanned_by);

  G_OBJECT_CLASS (msk_destruction_item_parent_class)->finalize (object);
}

static void
msk_destruction_item_class_init (MskDestructionItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = msk_destruction_item_finalize;
}

static void
msk_destruction_item_init (MskDestructionItem *self)
{
}

static void
msk_originator_return_finalize (GObject *object)
{
  MskOriginatorReturn *self = MSK_ORIGINATOR_RETURN (object);

  g_free (self->organ);
  g_free (self->receipt);
  g_free (self->bearer);
  g_free (self->second);
  g_free (self->user);
  g_free (self->witness);

  G_OBJECT_CLASS (msk_originator_return_parent_class)->finalize (object);
}

static void
msk_originator_return_class_init (MskOriginatorReturnClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = msk_originator_return_finalize;
}

static void
msk_originator_return_init (MskOriginatorReturn *self)
{
}

static gboolean
refuse (GError **error, MskRuleError code, const char *message)
{
  g_set_error_literal (error, MSK_RULE_ERROR, code, message);
  return FALSE;
}

gboolean
msk_destruction_check_free (gint64 batch, GError **error)
{
  if (batch == 0)
    return TRUE;

  g_set_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_IN_DESTRUCTION,
               _ ("This is in batch %u for destruction already: leave it there, or have it taken "
                  "out of that batch first."),
               (guint) batch);
  return FALSE;
}

static gboolean
refuse_out (GError **error)
{
  return refuse (error, MSK_RULE_ERROR_ALREADY_ISSUED,
                 _ ("This is out by the register: take it back at the returns first."));
}

MskDestruction *
msk_destruction_new (void)
{
  return g_object_new (MSK_TYPE_DESTRUCTION, NULL);
}

void
msk_destruction_attendance_free (MskDestructionAttendance *self)
{
  g_free (self->destroyer);
  g_free (self->witness);
  g_free (self->place);
  g_free (self);
}

MskDestructionItem *
msk_destruction_item_new (void)
{
  return g_object_new (MSK_TYPE_DESTRUCTION_ITEM, NULL);
}

MskOriginatorReturn *
msk_originator_return_new (void)
{
  return g_object_new (MSK_TYPE_ORIGINATOR_RETURN, NULL);
}

gboolean
msk_destruction_check_copy (MskCopy *copy, GError **error)
{
  g_return_val_if_fail (MSK_IS_COPY (copy), FALSE);

  if (!msk_copy_check_exists (copy, error))
    return FALSE;
  if (copy->state == MSK_COPY_HELD || copy->state == MSK_COPY_AWAY)
    return refuse_out (error);

  return msk_destruction_check_free (copy->destruction_id, error);
}

gboolean
msk_destruction_check_set (MskSpoilage *set, GError **error)
{
  g_return_val_if_fail (MSK_IS_SPOILAGE (set), FALSE);

  if (set->state == MSK_COPY_DESTROYED)
    return refuse (error, MSK_RULE_ERROR_COPY_DESTROYED,
                   _ ("These sheets are registered as destroyed: keep them and tell the security "
                      "officer at once."));
  if (set->state == MSK_COPY_WITH_ORIGINATOR)
    return refuse (error, MSK_RULE_ERROR_COPY_WITH_ORIGINATOR,
                   _ ("These sheets went back to their originator and should not be here: keep "
                      "them and tell the security officer at once."));
  if (set->missing_at != 0)
    return refuse (error, MSK_RULE_ERROR_COPY_MISSING,
                   _ ("These sheets are reported missing: keep them and tell the security officer "
                      "at once."));

  return msk_destruction_check_free (set->destruction_id, error);
}

gboolean
msk_destruction_check_carrier (MskCarrier *carrier, GError **error)
{
  g_return_val_if_fail (MSK_IS_CARRIER (carrier), FALSE);

  switch (carrier->state)
    {
    case MSK_COPY_IN_STORE:
    case MSK_COPY_RETURNED:
    case MSK_COPY_SPOILED:
      return msk_destruction_check_free (carrier->destruction_id, error);
    case MSK_COPY_HELD:
    case MSK_COPY_AWAY:
      return refuse_out (error);
    case MSK_COPY_PRINTING:
    case MSK_COPY_VOID:
    case MSK_COPY_DESTROYED:
    case MSK_COPY_MISSING:
    case MSK_COPY_WITH_ORIGINATOR:
    default:
      return msk_carrier_check_returnable (carrier, error);
    }
}

gboolean
msk_destruction_check_level (MskLevel level, GError **error)
{
  return level < MSK_LEVEL_TOP_SECRET ||
         refuse (error, MSK_RULE_ERROR_TO_ORIGINATOR,
                 _ ("This is top secret and is not destroyed here: send it back to its originator, "
                    "against a receipt."));
}

static gboolean
check_not_over (MskDestruction *self, GError **error)
{
  return self->stage < MSK_DESTRUCTION_DONE ||
         refuse (error, MSK_RULE_ERROR_BATCH_OVER,
                 _ ("This batch is over: look at the register of destruction, or begin another."));
}

gboolean
msk_destruction_check_draft (MskDestruction *self, GError **error)
{
  g_return_val_if_fail (MSK_IS_DESTRUCTION (self), FALSE);

  return check_not_over (self, error) &&
         (self->stage == MSK_DESTRUCTION_DRAFT ||
          refuse (error, MSK_RULE_ERROR_BATCH_PROPOSED,
                  _ ("This batch was proposed, and what is in it does not change any more: give it "
                     "up with a reason, and make up another.")));
}

gboolean
msk_destruction_check_proposed (MskDestruction *self, GError **error)
{
  g_return_val_if_fail (MSK_IS_DESTRUCTION (self), FALSE);

  if (!check_not_over (self, error))
    return FALSE;
  if (self->stage == MSK_DESTRUCTION_DRAFT)
    return refuse (error, MSK_RULE_ERROR_BATCH_NOT_PROPOSED,
                   _ ("This batch is still being made up: have it proposed first."));

  return self->stage == MSK_DESTRUCTION_PROPOSED ||
         refuse (error, MSK_RULE_ERROR_BATCH_APPROVED,
                 _ ("This batch is approved already: have it destroyed, or give it up."));
}

gboolean
msk_destruction_check_approved (MskDestruction *self, GError **error)
{
  g_return_val_if_fail (MSK_IS_DESTRUCTION (self), FALSE);

  return check_not_over (self, error) &&
         (self->stage >= MSK_DESTRUCTION_APPROVED ||
          refuse (error, MSK_RULE_ERROR_BATCH_NOT_APPROVED,
                  _ ("This batch is not approved: have the responsible leader approve it first.")));
}

gboolean
msk_destruction_check_under_way (MskDestruction *self, GError **error)
{
  return msk_destruction_check_approved (self, error) &&
         (self->stage == MSK_DESTRUCTION_UNDER_WAY ||
          refuse (error, MSK_RULE_ERROR_DESTRUCTION_NOT_BEGUN,
                  _ ("Nobody is at the machine: have the one who destroys and the witness sign in "
                     "there first.")));
}

gboolean
msk_destruction_check_proposable (MskDestruction *self, GError **error)
{
  return msk_destruction_check_draft (self, error) &&
         (self->items > 0 || refuse (error, MSK_RULE_ERROR_BATCH_EMPTY,
                                     _ ("Nothing is in this batch: scan what is to be destroyed, "
                                        "then propose it.")));
}

gboolean
msk_destruction_check_decidable (MskDestruction *self, const char *user, GError **error)
{
  g_return_val_if_fail (user != NULL, FALSE);

  return msk_destruction_check_proposed (self, error) &&
         ((g_strcmp0 (self->proposed_by, user) != 0 && g_strcmp0 (self->started_by, user) != 0) ||
          refuse (error, MSK_RULE_ERROR_OWN_PROPOSAL,
                  _ ("You made up or proposed this batch: somebody else decides about it.")));
}

gboolean
msk_destruction_check_cancellable (MskDestruction *self, GError **error)
{
  g_return_val_if_fail (MSK_IS_DESTRUCTION (self), FALSE);

  return check_not_over (self, error) &&
         (self->scanned == 0 ||
          refuse (error, MSK_RULE_ERROR_DESTRUCTION_BEGUN,
                  _ ("Something of this batch went through the machine: go on with it and end it, "
                     "and what is left stays as it is.")));
}

static gboolean
took_part (MskDestruction *self, const char *user)
{
  return g_strcmp0 (self->proposed_by, user) == 0 || g_strcmp0 (self->decided_by, user) == 0;
}

gboolean
msk_destruction_check_two (MskDestruction *self,
                           const char *destroyer,
                           const char *witness,
                           GError **error)
{
  g_return_val_if_fail (MSK_IS_DESTRUCTION (self), FALSE);
  g_return_val_if_fail (destroyer != NULL && witness != NULL, FALSE);

  if (g_str_equal (destroyer, witness))
    {
      g_set_error_literal (error, MSK_ACCESS_ERROR, MSK_ACCESS_ERROR_SAME_PERSON,
                           _ ("The witness is not the one who destroys: a second person has to "
                              "sign in with their own name and passphrase."));
      return FALSE;
    }

  return (!took_part (self, destroyer) && !took_part (self, witness)) ||
         refuse (error, MSK_RULE_ERROR_TOOK_PART,
                 _ ("Whoever proposed or approved this batch neither destroys it nor watches: have "
                    "two other people do it."));
}

gboolean
msk_destruction_check_endable (MskDestruction *self,
                               const char *destroyer,
                               const char *witness,
                               GError **error)
{
  g_return_val_if_fail (destroyer != NULL && witness != NULL, FALSE);

  if (!msk_destruction_check_under_way (self, error))
    return FALSE;
  if (g_strcmp0 (self->destroyer, destroyer) != 0 || g_strcmp0 (self->witness, witness) != 0)
    return refuse (error, MSK_RULE_ERROR_NOT_PRESENT,
                   _ ("Others were at the machine: have those two sign, or have two people begin "
                      "there anew and scan what is left."));

  return self->scanned > 0 ||
         refuse (error, MSK_RULE_ERROR_NOTHING_COUNTED,
                 _ ("Nothing was scanned at the machine: scan each thing before it goes in, or "
                    "give the batch up."));
}

char *
msk_destruction_item_dup_number (MskDestructionItem *self)
{
  g_autofree char *number = NULL;
  g_autofree char *copy = NULL;

  g_return_val_if_fail (MSK_IS_DESTRUCTION_ITEM (self), NULL);

  number = msk_stock_dup_number (self->kind, self->number);
  if (self->kind == MSK_STOCK_CARRIER)
    return g_strdup_printf (_ ("Carrier %s"), number);
  if (self->kind == MSK_STOCK_COPY)
    return g_strdup_printf (_ ("Copy %s"), number);

  copy = msk_copy_number_dup_text (self->copy);
  return g_strdup_printf (_ ("Set %s of copy %s"), number, copy);
}

const char *
msk_destruction_item_get_kind_label (MskDestructionItem *self)
{
  g_return_val_if_fail (MSK_IS_DESTRUCTION_ITEM (self), "");

  if (self->kind == MSK_STOCK_CARRIER)
    return msk_carrier_kind_get_label (self->carrier_kind);
  if (self->kind == MSK_STOCK_SET)
    return _ ("spoiled sheets");

  return self->from == MSK_COPY_IN_STORE ? _ ("surplus copy") : _ ("returned copy");
}

const char *
msk_destruction_stage_get_label (MskDestructionStage stage)
{
  g_return_val_if_fail (stage < G_N_ELEMENTS (stage_labels), "");

  return g_dgettext (GETTEXT_PACKAGE, stage_labels[stage]);
}

const char *
msk_destruction_get_standing (MskDestruction *self)
{
  g_return_val_if_fail (MSK_IS_DESTRUCTION (self), "");

  return self->stage == MSK_DESTRUCTION_DONE && self->scanned < self->items
             ? _ ("destroyed in part")
             : msk_destruction_stage_get_label (self->stage);
}

const char *
msk_destruction_method_get_label (MskDestructionMethod method)
{
  g_return_val_if_fail (method < MSK_DESTRUCTION_N_METHODS, "");

  return g_dgettext (GETTEXT_PACKAGE, method_labels[method]);
}
