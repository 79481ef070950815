/* The verbs of the sweep about zones, blind counts and things left behind (M9).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-cli.h"
#include "msk-measure.h"

G_BEGIN_DECLS

extern const MskDraftKey msk_sweep_left_keys[];
extern const MskDraftKey msk_sweep_handling_keys[];
extern const MskDraftKey msk_sweep_damage_keys[];

gboolean msk_sweep_verb_zones (MskCli *cli, GError **error);
gboolean msk_sweep_verb_papers (MskCli *cli, GError **error);
gboolean msk_sweep_verb_count (MskCli *cli, GError **error);
gboolean msk_sweep_verb_counts (MskCli *cli, GError **error);
gboolean msk_sweep_verb_left (MskCli *cli, GError **error);
gboolean msk_sweep_verb_damage (MskCli *cli, GError **error);
gboolean msk_sweep_verb_damaged (MskCli *cli, GError **error);
gboolean msk_sweep_verb_left_list (MskCli *cli, GError **error);
gboolean msk_sweep_verb_left_handled (MskCli *cli, GError **error);

/* Everything that stands against closing, with its codes, into the answer and onto the terminal. */
gboolean msk_sweep_verb_obstacles (MskCli *cli, GError **error);

/* The same into the answer alone, for a refusal. */
void msk_sweep_add_reasons (MskCli *cli, GPtrArray *reasons);

/* The zone of --zone, or the one in which a sweep begins. */
gboolean msk_sweep_read_zone (MskCli *cli, MskMeasureArea *zone, GError **error);

G_END_DECLS
