/* One seal of the ledger on paper, as the meeting's register has it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-seal-sheet.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (MskSealSheet, msk_seal_sheet, G_TYPE_OBJECT)

static const char *const labels[] = {
  [MSK_SEAL_OCCASION_SHEET] = N_ ("seal sheet"),
  [MSK_SEAL_OCCASION_SWEEP] = N_ ("sweep report"),
  [MSK_SEAL_OCCASION_HANDOVER] = N_ ("handover slip"),
  [MSK_SEAL_OCCASION_CERTIFICATE] = N_ ("certificate of closing"),
};

static void
msk_seal_sheet_finalize (GObject *object)
{
  MskSealSheet *self = MSK_SEAL_SHEET (object);

  g_free (self->user);
  g_free (self->station);

  G_OBJECT_CLASS (msk_seal_sheet_parent_class)->finalize (object);
}

static void
msk_seal_sheet_class_init (MskSealSheetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = msk_seal_sheet_finalize;
}

static void
msk_seal_sheet_init (MskSealSheet *self)
{
}

MskSealSheet *
msk_seal_sheet_new (void)
{
  return g_object_new (MSK_TYPE_SEAL_SHEET, NULL);
}

const char *
msk_seal_occasion_get_label (MskSealOccasion occasion)
{
  g_return_val_if_fail (occasion < G_N_ELEMENTS (labels), "");

  return g_dgettext (GETTEXT_PACKAGE, labels[occasion]);
}
