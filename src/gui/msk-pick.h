/* Something in a list of which several can be chosen: a person, a paper.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define MSK_TYPE_PICK (msk_pick_get_type ())
G_DECLARE_FINAL_TYPE (MskPick, msk_pick, MSK, PICK, GObject)

/* Property "chosen". */
struct _MskPick
{
  GObject parent_instance;

  gint64 id;
  char *title;
  char *facts;
  gboolean chosen;
};

MskPick *msk_pick_new (gint64 id, const char *title, const char *facts) G_GNUC_WARN_UNUSED_RESULT;

void msk_pick_set_chosen (MskPick *self, gboolean chosen);

/* The ids of those that are chosen, of gint64; NULL for none. picks is of MskPick. The caller owns
 * it. */
GArray *msk_pick_dup_ids (GPtrArray *picks) G_GNUC_WARN_UNUSED_RESULT;

/* How many are chosen, and the first of them by title; none for nothing. The caller owns it. */
char *msk_pick_dup_summary (GPtrArray *picks, const char *none) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
