/* A badge in the register of badges: one tag, printed once for one person.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-badge-entry.h"

#include <glib/gi18n-lib.h>

#include "msk-error.h"

G_DEFINE_FINAL_TYPE (MskBadgeEntry, msk_badge_entry, G_TYPE_OBJECT)

static const char *const state_labels[] = {
  [MSK_BADGE_NONE] = N_ ("no badge"),
  [MSK_BADGE_SENT] = N_ ("in the printer"),
  [MSK_BADGE_UNCERTAIN] = N_ ("perhaps printed"),
  [MSK_BADGE_PRINTED] = N_ ("to be confirmed"),
  [MSK_BADGE_GOOD] = N_ ("good"),
  [MSK_BADGE_VOID] = N_ ("void"),
};

static void
msk_badge_entry_finalize (GObject *object)
{
  MskBadgeEntry *self = MSK_BADGE_ENTRY (object);

  g_free (self->name);
  g_free (self->unit);
  g_free (self->printer);
  g_free (self->place);
  g_free (self->reason);

  G_OBJECT_CLASS (msk_badge_entry_parent_class)->finalize (object);
}

static void
msk_badge_entry_class_init (MskBadgeEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = msk_badge_entry_finalize;
}

static void
msk_badge_entry_init (MskBadgeEntry *self)
{
}

MskBadgeEntry *
msk_badge_entry_new (void)
{
  return g_object_new (MSK_TYPE_BADGE_ENTRY, NULL);
}

static gboolean
refuse (GError **error, MskRuleError code, const char *message)
{
  g_set_error_literal (error, MSK_RULE_ERROR, code, message);
  return FALSE;
}

static gboolean
refuse_void (MskBadgeEntry *self, GError **error)
{
  return refuse (error, MSK_RULE_ERROR_VOID_BADGE,
                 self->lost ? _ ("This badge was reported lost: keep it, and tell the security "
                                 "officer who came with it.")
                            : _ ("This badge was given up or replaced by a newer one: keep it, and "
                                 "tell the security officer."));
}

gboolean
msk_badge_entry_check_confirmable (MskBadgeEntry *self, GError **error)
{
  g_return_val_if_fail (MSK_IS_BADGE_ENTRY (self), FALSE);

  switch (self->state)
    {
    case MSK_BADGE_UNCERTAIN:
    case MSK_BADGE_PRINTED:
      return TRUE;
    case MSK_BADGE_GOOD:
      return refuse (error, MSK_RULE_ERROR_ALREADY_GOOD,
                     _ ("This badge is confirmed already: if it came out twice, keep both and tell "
                        "the security officer."));
    case MSK_BADGE_VOID:
      return refuse_void (self, error);
    case MSK_BADGE_NONE:
    case MSK_BADGE_SENT:
    default:
      return refuse (error, MSK_RULE_ERROR_BADGE_NOT_CONFIRMED,
                     _ ("This badge is still in the printer: wait until it has come out."));
    }
}

gboolean
msk_badge_entry_check_good (MskBadgeEntry *self, GError **error)
{
  g_return_val_if_fail (MSK_IS_BADGE_ENTRY (self), FALSE);

  if (self->state == MSK_BADGE_GOOD)
    return TRUE;
  if (self->state == MSK_BADGE_VOID)
    return refuse_void (self, error);

  return refuse (error, MSK_RULE_ERROR_BADGE_NOT_CONFIRMED,
                 _ ("This badge was never confirmed after printing: have the clerk look at it and "
                    "scan it among the attendees."));
}

const char *
msk_badge_state_get_label (MskBadgeState state)
{
  g_return_val_if_fail (state < G_N_ELEMENTS (state_labels), "");

  return g_dgettext (GETTEXT_PACKAGE, state_labels[state]);
}
