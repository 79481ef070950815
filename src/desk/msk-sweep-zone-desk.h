/* The sweep by zones of the venue and by papers (M9, P1).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-session.h"
#include "msk-sweep.h"

G_BEGIN_DECLS

/* Where a sweep begins: what came back lies there. */
#define MSK_SWEEP_ZONE_FIRST MSK_MEASURE_AREA_STORAGE

/* Every zone that the meeting's checklist has its security staff walk (of MskSweepZone), with what
 * was found there. */
GPtrArray *msk_sweep_zone_desk_list (MskSession *session, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Of MskSweepTally: each paper, then the carriers. */
GPtrArray *msk_sweep_zone_desk_list_papers (MskSession *session,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The zone of this name is one that is walked. Fails with MSK_INPUT_ERROR_BAD_VALUE, naming those
 * that are. */
gboolean msk_sweep_zone_desk_parse (MskSession *session,
                                    const char *name,
                                    MskMeasureArea *zone,
                                    GError **error);

G_END_DECLS
