/* What a compilation (汇编) of papers must be marked with: the highest level and the longest period
 * of its parts (C4). SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-paper.h"

G_BEGIN_DECLS

/* The least that a compilation of parts (of MskPaper, at least one) may be marked with, periods
 * counted from from (UTC seconds). Where the longest period is a condition, which no date can be
 * compared with, the condition is kept if all parts have it, and otherwise counts as the ceiling of
 * its part's level. The caller owns *period, which is canonical. */
void msk_compilation_compute (MskScheme *scheme,
                              GPtrArray *parts,
                              gint64 from,
                              MskLevel *level,
                              char **period);

/* Whether level and period (canonical) are as high and as long as msk_compilation_compute() says.
 * Fails with MSK_RULE_ERROR_BELOW_ITS_PARTS, which names what is needed. */
gboolean msk_compilation_check (MskScheme *scheme,
                                GPtrArray *parts,
                                gint64 from,
                                MskLevel level,
                                const char *period,
                                GError **error);

G_END_DECLS
