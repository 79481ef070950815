/* The handover of a place or of somebody's custody (K1, F3): what is counted, and what the count is
 * held against. SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-handover.h"

#include <glib/gi18n-lib.h>

#include "msk-attendee.h"
#include "msk-copy-number.h"
#include "msk-error.h"

G_DEFINE_FINAL_TYPE (MskHandover, msk_handover, G_TYPE_OBJECT)

#define DESK (1u << MSK_HANDOVER_DESK)
#define ROOM (1u << MSK_HANDOVER_PRINT_ROOM)

static const char *const place_labels[] = {
  [MSK_HANDOVER_DESK] = N_ ("desk"),
  [MSK_HANDOVER_PRINT_ROOM] = N_ ("print room"),
  [MSK_HANDOVER_CUSTODY] = N_ ("custody of a person"),
};

static const char *const stage_labels[] = {
  [MSK_HANDOVER_COUNTING] = N_ ("being counted"),
  [MSK_HANDOVER_COMPARED] = N_ ("counted and compared"),
  [MSK_HANDOVER_DONE] = N_ ("handed over"),
  [MSK_HANDOVER_CANCELLED] = N_ ("cancelled"),
};

static const char *const stock_labels[] = {
  [MSK_STOCK_COPY] = N_ ("copies"),
  [MSK_STOCK_SET] = N_ ("spoiled sets"),
  [MSK_STOCK_CARRIER] = N_ ("carriers"),
  [MSK_STOCK_DEVICE] = N_ ("devices in deposit"),
};

static void
msk_handover_finalize (GObject *object)
{
  MskHandover *self = MSK_HANDOVER (object);

  g_free (self->attendee);
  g_free (self->successor);
  g_free (self->outgoing);
  g_free (self->station);
  g_free (self->ended_by);
  g_free (self->incoming);
  g_free (self->reason);

  G_OBJECT_CLASS (msk_handover_parent_class)->finalize (object);
}

static void
msk_handover_class_init (MskHandoverClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = msk_handover_finalize;
}

static void
msk_handover_init (MskHandover *self)
{
}

MskHandover *
msk_handover_new (void)
{
  return g_object_new (MSK_TYPE_HANDOVER, NULL);
}

const char *
msk_handover_place_get_label (MskHandoverPlace place)
{
  g_return_val_if_fail (place < G_N_ELEMENTS (place_labels), "");

  return g_dgettext (GETTEXT_PACKAGE, place_labels[place]);
}

const char *
msk_handover_stage_get_label (MskHandoverStage stage)
{
  g_return_val_if_fail (stage < G_N_ELEMENTS (stage_labels), "");

  return g_dgettext (GETTEXT_PACKAGE, stage_labels[stage]);
}

const char *
msk_stock_kind_get_label (MskStockKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (stock_labels), "");

  return g_dgettext (GETTEXT_PACKAGE, stock_labels[kind]);
}

gboolean
msk_handover_place_has (MskHandoverPlace place, MskStockKind kind)
{
  switch (place)
    {
    case MSK_HANDOVER_PRINT_ROOM:
      return kind == MSK_STOCK_COPY || kind == MSK_STOCK_SET;
    case MSK_HANDOVER_CUSTODY:
      return kind == MSK_STOCK_COPY || kind == MSK_STOCK_CARRIER;
    case MSK_HANDOVER_DESK:
    default:
      return kind != MSK_STOCK_SET;
    }
}

char *
msk_stock_dup_number (MskStockKind kind, gint64 number)
{
  switch (kind)
    {
    case MSK_STOCK_COPY:
      return msk_copy_number_dup_text ((guint) number);
    case MSK_STOCK_CARRIER:
      return g_strdup_printf ("%04" G_GINT64_FORMAT, number);
    case MSK_STOCK_DEVICE:
      return g_strdup_printf ("%05" G_GINT64_FORMAT, number);
    case MSK_STOCK_SET:
    default:
      return g_strdup_printf ("%" G_GINT64_FORMAT, number);
    }
}

char *
msk_stock_dup_subject (MskStockKind kind, gint64 number)
{
  static const char *const words[] = {
    [MSK_STOCK_COPY] = "copy",
    [MSK_STOCK_SET] = "spoiled set",
    [MSK_STOCK_CARRIER] = "carrier",
    [MSK_STOCK_DEVICE] = "device",
  };
  g_autofree char *text = msk_stock_dup_number (kind, number);

  return g_strconcat (words[kind], " ", text, NULL);
}

guint
msk_handover_get_places (MskAct act)
{
  switch ((guint) act)
    {
    case MSK_ACT_COPY_ISSUE:
    case MSK_ACT_COPY_RETURN:
    case MSK_ACT_COPY_RETURN_PART:
    case MSK_ACT_COPY_ISSUE_UNDO:
    case MSK_ACT_COPY_RETURN_UNDO:
    case MSK_ACT_CIRCULATE_START:
    case MSK_ACT_CIRCULATE_END:
    case MSK_ACT_CIRCULATE_UNDO:
    case MSK_ACT_PERMIT_TAKE:
    case MSK_ACT_CARRIER_ADD:
    case MSK_ACT_CARRIER_LABEL:
    case MSK_ACT_CARRIER_CONFIRM:
    case MSK_ACT_CARRIER_SPOIL:
    case MSK_ACT_CARRIER_VOID:
    case MSK_ACT_CARRIER_ISSUE:
    case MSK_ACT_CARRIER_RETURN:
    case MSK_ACT_CARRIER_ISSUE_UNDO:
    case MSK_ACT_CARRIER_RETURN_UNDO:
    case MSK_ACT_DEVICE_DEPOSIT:
    case MSK_ACT_DEVICE_TAG:
    case MSK_ACT_DEVICE_CONFIRM:
    case MSK_ACT_DEVICE_RETURN:
    case MSK_ACT_DEVICE_VOID:
    case MSK_ACT_DEVICE_FOUND:
      return DESK;
    case MSK_ACT_COPY_RESERVE:
    case MSK_ACT_COPY_REPRINT:
    case MSK_ACT_COPY_VOID:
    case MSK_ACT_COPY_TWICE:
    case MSK_ACT_COPY_ABSENT:
    case MSK_ACT_COPY_ABSENT_AGREE:
    case MSK_ACT_COPY_SPOIL_PART:
    case MSK_ACT_COPY_PRINT:
    case MSK_ACT_PRINT_RUN:
      return ROOM;
    case MSK_ACT_COPY_CONFIRM:
    case MSK_ACT_COPY_SPOIL:
    case MSK_ACT_SWEEP_START:
    case MSK_ACT_DESTROY_BEGIN:
    case MSK_ACT_DESTROY_SCAN:
    case MSK_ACT_DESTROY_END:
    case MSK_ACT_ORIGINATOR_RETURN:
      return DESK | ROOM;
    default:
      return 0;
    }
}

gboolean
msk_handover_check_may_move (guint open, MskAct act, GError **error)
{
  const guint places = open & msk_handover_get_places (act);

  if (places == 0)
    return TRUE;

  g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_HANDOVER_OPEN,
                       (places & DESK) != 0
                           ? _ ("The desk is being handed over, and its stock is counted: nothing "
                                "moves until the handover is ended or cancelled.")
                           : _ ("The print room is being handed over, and its stock is counted: "
                                "nothing moves until the handover is ended or cancelled."));
  return FALSE;
}

static gboolean
refuse (GError **error, MskRuleError code, const char *message)
{
  g_set_error_literal (error, MSK_RULE_ERROR, code, message);
  return FALSE;
}

static gboolean
check_open (MskHandover *self, GError **error)
{
  return self->stage < MSK_HANDOVER_DONE ||
         refuse (error, MSK_RULE_ERROR_HANDOVER_OVER,
                 _ ("This handover is over: look at the register of handovers, or begin another."));
}

gboolean
msk_handover_check_counting (MskHandover *self, GError **error)
{
  g_return_val_if_fail (MSK_IS_HANDOVER (self), FALSE);

  return check_open (self, error) &&
         (self->stage == MSK_HANDOVER_COUNTING ||
          refuse (error, MSK_RULE_ERROR_COUNT_CLOSED,
                  _ ("The count of this handover is closed: explain its discrepancies, or cancel "
                     "it and count anew.")));
}

gboolean
msk_handover_check_compared (MskHandover *self, GError **error)
{
  g_return_val_if_fail (MSK_IS_HANDOVER (self), FALSE);

  return check_open (self, error) &&
         (self->stage == MSK_HANDOVER_COMPARED ||
          refuse (error, MSK_RULE_ERROR_COUNT_NOT_CLOSED,
                  _ ("The stock is still being counted: close the count first.")));
}

MskAct
msk_handover_get_cancelling_act (MskHandover *self)
{
  g_return_val_if_fail (MSK_IS_HANDOVER (self), MSK_ACT_HANDOVER_CANCEL_DIFFERING);

  return self->compared_at != 0 && self->discrepancies > 0 ? MSK_ACT_HANDOVER_CANCEL_DIFFERING
                                                           : MSK_ACT_HANDOVER_CANCEL;
}

gboolean
msk_handover_check_endable (MskHandover *self, const char *user, GError **error)
{
  g_return_val_if_fail (MSK_IS_HANDOVER (self) && user != NULL, FALSE);

  if (!msk_handover_check_compared (self, error))
    return FALSE;
  if (g_strcmp0 (self->outgoing, user) != 0)
    return refuse (error, MSK_RULE_ERROR_NOT_THE_OUTGOING,
                   _ ("Whoever began this handover ends it: have them sign in, or cancel it with a "
                      "reason."));
  if (self->unexplained == 0)
    return TRUE;

  g_set_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_DISCREPANCY_OPEN,
               g_dngettext (GETTEXT_PACKAGE,
                            "%u discrepancy is not explained: explain it, or register an incident.",
                            "%u discrepancies are not explained: explain each, or register "
                            "incidents.",
                            self->unexplained),
               self->unexplained);
  return FALSE;
}

gboolean
msk_handover_check_signatures (MskHandover *self,
                               const char *giver,
                               const char *taker,
                               GError **error)
{
  g_return_val_if_fail (MSK_IS_HANDOVER (self) && giver != NULL && taker != NULL, FALSE);

  return (msk_attendee_is_signature (giver, self->attendee) &&
          msk_attendee_is_signature (taker, self->successor)) ||
         refuse (error, MSK_RULE_ERROR_SIGNATURE_DIFFERS,
                 _ ("These are not the full names of the two whom this handover is of: have each "
                    "sign for themselves, and nobody else for them."));
}
