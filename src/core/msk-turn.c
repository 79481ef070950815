/* Circulation (传阅): one turn of one reader with one copy, custodian → reader → custodian (L1–L3).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-turn.h"

#include <glib/gi18n-lib.h>

#include "msk-error.h"

#define DAY G_GINT64_CONSTANT (86400)

G_DEFINE_FINAL_TYPE (MskTurn, msk_turn, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE (MskLoanSlip, msk_loan_slip, G_TYPE_OBJECT)

static const char *const standing_labels[] = {
  [MSK_TURN_READING] = N_ ("reading"),
  [MSK_TURN_DUE] = N_ ("due soon"),
  [MSK_TURN_OVERDUE] = N_ ("overdue"),
  [MSK_TURN_ENDED] = N_ ("ended"),
};

static const char *const outcome_labels[] = {
  [MSK_TURN_OUTCOME_READ] = N_ ("read and given back"),
  [MSK_TURN_OUTCOME_UNDONE] = N_ ("begun by mistake"),
  [MSK_TURN_OUTCOME_BROKEN] = N_ ("broken off: see the sweep"),
};

static void
msk_turn_finalize (GObject *object)
{
  MskTurn *self = MSK_TURN (object);

  g_free (self->document_number);
  g_free (self->reader);
  g_free (self->unit);
  g_free (self->started_by);
  g_free (self->ended_by);
  g_free (self->signature);

  G_OBJECT_CLASS (msk_turn_parent_class)->finalize (object);
}

static void
msk_turn_class_init (MskTurnClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = msk_turn_finalize;
}

static void
msk_turn_init (MskTurn *self)
{
}

static void
msk_loan_slip_finalize (GObject *object)
{
  MskLoanSlip *self = MSK_LOAN_SLIP (object);

  g_free (self->document_number);
  g_free (self->reader);
  g_free (self->unit);
  g_free (self->what);
  g_free (self->purpose);
  g_free (self->given_by);
  g_free (self->back_by);

  G_OBJECT_CLASS (msk_loan_slip_parent_class)->finalize (object);
}

static void
msk_loan_slip_class_init (MskLoanSlipClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = msk_loan_slip_finalize;
}

static void
msk_loan_slip_init (MskLoanSlip *self)
{
}

MskTurn *
msk_turn_new (void)
{
  return g_object_new (MSK_TYPE_TURN, NULL);
}

MskLoanSlip *
msk_loan_slip_new (void)
{
  return g_object_new (MSK_TYPE_LOAN_SLIP, NULL);
}

gint64
msk_turn_get_due (MskLevel level, MskUrgency urgency, gint64 now, gint64 utc_offset)
{
  const gint64 local = now + utc_offset;
  gint64 into_day = local % DAY;

  if (level < MSK_LEVEL_TOP_SECRET && urgency == MSK_URGENCY_NONE)
    return now + MSK_TURN_SECONDS_MAX;

  /* Before 1970 the remainder is negative. */
  if (into_day < 0)
    into_day += DAY;
  return now - into_day + DAY - 1;
}

MskTurnStanding
msk_turn_classify (const MskTurn *self, gint64 now)
{
  g_return_val_if_fail (self != NULL, MSK_TURN_ENDED);

  if (!self->is_open)
    return MSK_TURN_ENDED;
  if (now > self->due_at)
    return MSK_TURN_OVERDUE;

  return self->due_at - now <= MSK_TURN_SECONDS_SOON ? MSK_TURN_DUE : MSK_TURN_READING;
}

const char *
msk_turn_standing_get_label (MskTurnStanding standing)
{
  g_return_val_if_fail (standing < G_N_ELEMENTS (standing_labels), "");

  return g_dgettext (GETTEXT_PACKAGE, standing_labels[standing]);
}

const char *
msk_turn_outcome_get_label (MskTurnOutcome outcome)
{
  g_return_val_if_fail (outcome < G_N_ELEMENTS (outcome_labels), "");

  return g_dgettext (GETTEXT_PACKAGE, outcome_labels[outcome]);
}

gboolean
msk_turn_check_start (MskCopy *copy, const MskTurn *turn, gint64 attendee_id, GError **error)
{
  g_return_val_if_fail (MSK_IS_COPY (copy), FALSE);

  if (turn == NULL)
    return msk_copy_check_issuable (copy, error);

  if (turn->attendee_id == attendee_id)
    g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_COPY_IN_TURN,
                         _ ("This person is reading this copy already: count its pages and end the "
                            "turn when they give it back."));
  else
    g_set_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_LATERAL_PASSING,
                 _ ("This copy is in the turn of %s and passes to no other reader from hand to "
                    "hand: take it back, count it and end that turn first."),
                 turn->reader);
  return FALSE;
}

gboolean
msk_turn_check_end (const MskTurn *self, const char *signature, GError **error)
{
  g_return_val_if_fail (self != NULL && signature != NULL, FALSE);

  if (self->slips_open != 0)
    g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_SLIP_OPEN,
                         _ ("Something of this copy is out by a loan slip: have it given back, and "
                            "close the slip first."));
  else if (!msk_attendee_is_signature (signature, self->reader))
    g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_SIGNATURE_DIFFERS,
                         _ ("This is not the full name of the reader whose turn it is: have the "
                            "reader sign, and nobody else for them."));
  else
    return TRUE;

  return FALSE;
}

gboolean
msk_turn_check_loan (const MskTurn *self, guint out, guint sheets, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (out <= self->pages && sheets <= self->pages - out)
    return TRUE;

  g_set_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_PAGES_DIFFER,
               _ ("The copy has %u pages, and %u are out by loan slips already: count what is "
                  "taken out."),
               self->pages, out);
  return FALSE;
}
