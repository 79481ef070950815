/* A checklist of measures before a meeting (M1) or after it (M9), read from text.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-measure.h"

G_BEGIN_DECLS

#define MSK_TYPE_CHECKLIST (msk_checklist_get_type ())
G_DECLARE_FINAL_TYPE (MskChecklist, msk_checklist, MSK, CHECKLIST, GObject)

/* Made once and never changed. */
struct _MskChecklist
{
  GObject parent_instance;

  char *text; /* that it was read from */
  MskMeasurePhase phase;
  guint version;
  GPtrArray *measures; /* of MskMeasure, by area, without records */
};

/* The checklist that the program comes with. */
MskChecklist *msk_checklist_load (MskMeasurePhase phase, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The measure of this name, lent by the checklist; NULL when it has none. */
MskMeasure *msk_checklist_find (MskChecklist *self, const char *id);

/* Reads a checklist in the format of data/checklists/README.md; length may be -1. Fails with
 * MSK_SYSTEM_ERROR_FILE when an entry is missing, unknown or out of its bounds: what must be done
 * is never a guess. */
MskChecklist *msk_checklist_parse (const char *text,
                                   gssize length,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
