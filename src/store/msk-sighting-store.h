/* What the sweep saw in two zones.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-database.h"
#include "msk-sweep.h"

G_BEGIN_DECLS

/* A page of a copy, or a carrier, that was seen in another zone than before: there are two of it,
 * or it was carried. */
typedef struct
{
  MskSweepKind kind;
  guint number;
  guint page; /* 0 for a carrier */
  char *document_number;
  MskMeasureArea first_zone;
  MskMeasureArea zone;
  gint64 at;
  char *user;
} MskSecondSighting;

void msk_second_sighting_free (MskSecondSighting *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MskSecondSighting, msk_second_sighting_free)

/* Of MskSecondSighting, oldest first. */
GPtrArray *msk_sighting_store_list_second (MskDatabase *database,
                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
