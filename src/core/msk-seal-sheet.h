/* One seal of the ledger on paper, as the meeting's register has it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* What it stands on. */
typedef enum
{
  MSK_SEAL_OCCASION_SHEET,       /* a sheet of its own */
  MSK_SEAL_OCCASION_SWEEP,       /* the sweep report */
  MSK_SEAL_OCCASION_HANDOVER,    /* a handover slip */
  MSK_SEAL_OCCASION_CERTIFICATE, /* of closing; also the one in a dossier */
} MskSealOccasion;

#define MSK_TYPE_SEAL_SHEET (msk_seal_sheet_get_type ())
G_DECLARE_FINAL_TYPE (MskSealSheet, msk_seal_sheet, MSK, SEAL_SHEET, GObject)

struct _MskSealSheet
{
  GObject parent_instance;

  guint number; /* that stands on the paper; from 1, none left out */
  MskSealOccasion occasion;
  gint64 sequence; /* of the ledger's entry that it seals: that of its own making */
  gint64 at;
  char *user;
  char *station;
};

MskSealSheet *msk_seal_sheet_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* The occasion in the user's language. Static text. */
const char *msk_seal_occasion_get_label (MskSealOccasion occasion);

G_END_DECLS
