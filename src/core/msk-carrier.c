/* A carrier that is no copy of a paper (C4): a notebook, a draft, a disk, as it stood when it was
 * read from the register. SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-carrier.h"

#include <glib/gi18n-lib.h>

#include "msk-error.h"

G_DEFINE_FINAL_TYPE (MskCarrier, msk_carrier, G_TYPE_OBJECT)

typedef struct
{
  const char *chinese;
  const char *label;
} KindWords;

static const KindWords kind_words[MSK_CARRIER_N_KINDS] = {
  [MSK_CARRIER_NOTEBOOK] = { "保密本", N_ ("notebook") },
  [MSK_CARRIER_DRAFT] = { "草稿", N_ ("draft") },
  [MSK_CARRIER_MINUTES] = { "记录", N_ ("minutes") },
  [MSK_CARRIER_DISK] = { "磁介质", N_ ("disk") },
  [MSK_CARRIER_FLIP_CHART] = { "挂图", N_ ("flip-chart sheet") },
  [MSK_CARRIER_PHOTO] = { "照片", N_ ("photo of a board") },
  [MSK_CARRIER_RECORDING] = { "录音录像", N_ ("recording") },
  [MSK_CARRIER_OTHER] = { "其他", N_ ("other carrier") },
};

static const char *const label_labels[] = {
  [MSK_ATTEMPT_RESERVED] = N_ ("no label"),
  [MSK_ATTEMPT_SENT] = N_ ("label sent to the printer"),
  [MSK_ATTEMPT_UNCERTAIN] = N_ ("label uncertain"),
  [MSK_ATTEMPT_PRINTED] = N_ ("label printed, not scanned"),
  [MSK_ATTEMPT_GOOD] = N_ ("labelled"),
  [MSK_ATTEMPT_SPOILED] = N_ ("label void"),
  [MSK_ATTEMPT_VOID] = N_ ("label void"),
};

static void
msk_carrier_finalize (GObject *object)
{
  MskCarrier *self = MSK_CARRIER (object);

  g_free (self->description);
  g_free (self->source);
  g_free (self->registered_by);
  g_free (self->holder);

  G_OBJECT_CLASS (msk_carrier_parent_class)->finalize (object);
}

static void
msk_carrier_class_init (MskCarrierClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = msk_carrier_finalize;
}

static void
msk_carrier_init (MskCarrier *self)
{
}

static gboolean
refuse (GError **error, MskRuleError code, const char *message)
{
  g_set_error_literal (error, MSK_RULE_ERROR, code, message);
  return FALSE;
}

/* The states in which a carrier is in nobody's hands and must not get into anybody's. */
static gboolean
check_alive (MskCarrier *self, GError **error)
{
  switch (self->state)
    {
    case MSK_COPY_SPOILED:
      return refuse (error, MSK_RULE_ERROR_CARRIER_SPOILED,
                     _ ("This carrier is registered as spoiled: put it with those for "
                        "destruction."));
    case MSK_COPY_VOID:
      return refuse (error, MSK_RULE_ERROR_CARRIER_VOID,
                     _ ("This carrier was declared void and should not exist: keep it and tell "
                        "the security officer."));
    case MSK_COPY_DESTROYED:
      return refuse (error, MSK_RULE_ERROR_CARRIER_DESTROYED,
                     _ ("This carrier is registered as destroyed: keep it and tell the security "
                        "officer at once."));
    case MSK_COPY_MISSING:
      return refuse (error, MSK_RULE_ERROR_CARRIER_MISSING,
                     _ ("This carrier is reported missing: keep it and tell the security officer "
                        "at once."));
    case MSK_COPY_WITH_ORIGINATOR:
      return refuse (error, MSK_RULE_ERROR_CARRIER_WITH_ORIGINATOR,
                     _ ("This carrier went back to its originator and should not be here: keep it "
                        "and tell the security officer at once."));
    case MSK_COPY_IN_STORE:
    case MSK_COPY_HELD:
    case MSK_COPY_AWAY:
    case MSK_COPY_RETURNED:
      return TRUE;
    case MSK_COPY_PRINTING:
    default:
      g_return_val_if_reached (FALSE);
    }
}

static gboolean
check_not_in_destruction (MskCarrier *self, GError **error)
{
  if (self->destruction_id == 0)
    return TRUE;

  g_set_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_IN_DESTRUCTION,
               _ ("This carrier is in batch %u for destruction: take another, or have it taken out "
                  "of the batch first."),
               (guint) self->destruction_id);
  return FALSE;
}

static gboolean
is_out (MskCarrier *self)
{
  return self->state == MSK_COPY_HELD || self->state == MSK_COPY_AWAY;
}

static gboolean
is_blank (const char *text)
{
  return text == NULL || *text == '\0';
}

MskCarrier *
msk_carrier_new (void)
{
  return g_object_new (MSK_TYPE_CARRIER, NULL);
}

gboolean
msk_carrier_check_draft (const MskCarrierDraft *draft, GError **error)
{
  g_return_val_if_fail (draft != NULL, FALSE);

  if (!is_blank (draft->description) && !is_blank (draft->source))
    return TRUE;

  g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
                       _ ("A carrier is registered with what it is and who made or brought it: "
                          "fill in both, each in one line."));
  return FALSE;
}

gboolean
msk_carrier_check_issuable (MskCarrier *self, GError **error)
{
  g_return_val_if_fail (MSK_IS_CARRIER (self), FALSE);

  if (!check_alive (self, error) || !check_not_in_destruction (self, error))
    return FALSE;
  if (is_out (self))
    return refuse (error, MSK_RULE_ERROR_ALREADY_ISSUED,
                   _ ("This carrier is issued already: take it back first, or issue another."));
  if (self->label != MSK_ATTEMPT_GOOD)
    return refuse (error, MSK_RULE_ERROR_LABEL_NOT_CONFIRMED,
                   _ ("The label of this carrier has not been confirmed: put it on, and scan it "
                      "on the page of the carriers."));

  return TRUE;
}

gboolean
msk_carrier_check_receiver (MskCarrier *self, MskAttendee *attendee, GError **error)
{
  g_return_val_if_fail (MSK_IS_CARRIER (self) && MSK_IS_ATTENDEE (attendee), FALSE);

  if (!msk_attendee_check_admissible (attendee, error))
    return FALSE;
  if (attendee->clearance < self->level)
    return refuse (error, MSK_RULE_ERROR_CLEARANCE_TOO_LOW,
                   _ ("This person's clearance is below the carrier's level: keep the carrier and "
                      "ask the responsible leader."));
  if (self->state == MSK_COPY_RETURNED && self->holder_id != attendee->id)
    return refuse (error, MSK_RULE_ERROR_ALREADY_RETURNED,
                   _ ("This carrier came back from somebody else and goes to nobody but them: "
                      "issue another."));

  return TRUE;
}

gboolean
msk_carrier_check_returnable (MskCarrier *self, GError **error)
{
  g_return_val_if_fail (MSK_IS_CARRIER (self), FALSE);

  if (!check_alive (self, error))
    return FALSE;
  if (self->state == MSK_COPY_RETURNED)
    return refuse (error, MSK_RULE_ERROR_ALREADY_RETURNED,
                   _ ("This carrier is back already: if there are two with this label, keep both "
                      "and tell the security officer."));
  if (self->state == MSK_COPY_IN_STORE)
    return refuse (error, MSK_RULE_ERROR_NOT_ISSUED,
                   _ ("This carrier was never given out: put it back into store."));

  return TRUE;
}

gboolean
msk_carrier_check_label (MskCarrier *self, GError **error)
{
  g_return_val_if_fail (MSK_IS_CARRIER (self), FALSE);

  if (self->label == MSK_ATTEMPT_PRINTED || self->label == MSK_ATTEMPT_UNCERTAIN)
    return self->state == MSK_COPY_SPOILED || check_alive (self, error);
  if (self->label == MSK_ATTEMPT_GOOD)
    return refuse (error, MSK_RULE_ERROR_ALREADY_GOOD,
                   _ ("This label is confirmed already: if it came out twice, keep both and tell "
                      "the security officer."));

  return refuse (error, MSK_RULE_ERROR_LABEL_NOT_CONFIRMED,
                 _ ("This carrier has no label that was printed: print one first."));
}

gboolean
msk_carrier_check_labellable (MskCarrier *self, GError **error)
{
  g_return_val_if_fail (MSK_IS_CARRIER (self), FALSE);

  /* A new label voids the one before. On something else it would bring back what is still out. */
  if (is_out (self))
    return refuse (error, MSK_RULE_ERROR_ALREADY_ISSUED,
                   _ ("This carrier is not here, so no label is made for it: take it back first, "
                      "by hand if its label can’t be read."));

  /* One that waits for destruction is looked for in the sweep, so its label may be replaced. */
  return self->state == MSK_COPY_SPOILED || check_alive (self, error);
}

gboolean
msk_carrier_check_voidable (MskCarrier *self, gboolean ever_labelled, GError **error)
{
  g_return_val_if_fail (MSK_IS_CARRIER (self), FALSE);

  if (self->state == MSK_COPY_IN_STORE && self->issued_at == 0 && !ever_labelled)
    return TRUE;

  return refuse (error, MSK_RULE_ERROR_ALREADY_GOOD,
                 _ ("This carrier exists, for its label was scanned: declare it spoiled when it "
                    "is no longer wanted."));
}

gboolean
msk_carrier_check_spoilable (MskCarrier *self, GError **error)
{
  g_return_val_if_fail (MSK_IS_CARRIER (self), FALSE);

  if (!check_alive (self, error) || !check_not_in_destruction (self, error))
    return FALSE;
  if (is_out (self))
    return refuse (error, MSK_RULE_ERROR_ALREADY_ISSUED,
                   _ ("This carrier is not here: take it back before declaring it spoiled."));

  return TRUE;
}

const char *
msk_carrier_kind_get_label (MskCarrierKind kind)
{
  g_return_val_if_fail (kind < MSK_CARRIER_N_KINDS, "");

  return g_dgettext (GETTEXT_PACKAGE, kind_words[kind].label);
}

char *
msk_carrier_kind_dup_words (MskCarrierKind kind)
{
  g_return_val_if_fail (kind < MSK_CARRIER_N_KINDS, NULL);

  return g_strdup_printf ("%s %s", kind_words[kind].chinese, kind_words[kind].label);
}

const char *
msk_carrier_label_get_label (MskAttempt label)
{
  g_return_val_if_fail (label < G_N_ELEMENTS (label_labels), "");

  return g_dgettext (GETTEXT_PACKAGE, label_labels[label]);
}
