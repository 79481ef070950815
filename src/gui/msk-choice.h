/* Rows that choose a level, a capacity, a kind of carrier, a role, a rule for notes or a printer.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "msk-agenda-item.h"
#include "msk-attendee.h"
#include "msk-carrier.h"
#include "msk-destruction.h"
#include "msk-device.h"
#include "msk-measure.h"
#include "msk-media.h"
#include "msk-page-count.h"
#include "msk-role.h"
#include "msk-sweep.h"
#include "msk-urgency.h"

G_BEGIN_DECLS

void msk_choice_fill_levels (AdwComboRow *row);
MskLevel msk_choice_get_level (AdwComboRow *row);
void msk_choice_set_level (AdwComboRow *row, MskLevel level);

void msk_choice_fill_urgencies (AdwComboRow *row);
MskUrgency msk_choice_get_urgency (AdwComboRow *row);

/* What the organ that decided is (MskStanding), in the order of the enum. */
void msk_choice_fill_standings (AdwComboRow *row);
void msk_choice_fill_capacities (AdwComboRow *row);
MskCapacity msk_choice_get_capacity (AdwComboRow *row);

void msk_choice_fill_carrier_kinds (AdwComboRow *row);
MskCarrierKind msk_choice_get_carrier_kind (AdwComboRow *row);

void msk_choice_fill_destruction_methods (AdwComboRow *row);
MskDestructionMethod msk_choice_get_destruction_method (AdwComboRow *row);

void msk_choice_fill_device_kinds (AdwComboRow *row);
MskDeviceKind msk_choice_get_device_kind (AdwComboRow *row);

/* What is recorded of a measure: done, not applicable, open again. */
void msk_choice_fill_outcomes (AdwComboRow *row);
MskMeasureOutcome msk_choice_get_outcome (AdwComboRow *row);

void msk_choice_fill_departments (AdwComboRow *row);
MskDepartment msk_choice_get_department (AdwComboRow *row);

void msk_choice_fill_roles (AdwComboRow *row);
MskRole msk_choice_get_role (AdwComboRow *row);

void msk_choice_fill_recordings (AdwComboRow *row);
MskRecording msk_choice_get_recording (AdwComboRow *row);

/* How something came back. */
void msk_choice_fill_conditions (AdwComboRow *row);
MskCondition msk_choice_get_condition (AdwComboRow *row);

/* Whether pages are counted when something comes back, in the order of the enum. */
void msk_choice_fill_count_rules (AdwComboRow *row);
MskCountRule msk_choice_get_count_rule (AdwComboRow *row);

/* Sizes of paper. */
void msk_choice_fill_media (AdwComboRow *row);
MskMedia msk_choice_get_media (AdwComboRow *row);

/* The names of zones of the sweep (of MskSweepZone), in their order. The caller owns it. */
GtkStringList *msk_choice_new_zones (GPtrArray *zones) G_GNUC_WARN_UNUSED_RESULT;

/* The names of designated printers (of MskDesignatedPrinter). */
void msk_choice_fill_printers (AdwComboRow *row, GPtrArray *printers);

/* Places (of char *) below a first choice that names none. */
void msk_choice_fill_places (AdwComboRow *row, const char *first, GPtrArray *places);

/* The chosen place; "" for the first choice. Lent. */
const char *msk_choice_get_place (AdwComboRow *row);

/* The chosen name, or NULL. Lent. */
const char *msk_choice_get_text (AdwComboRow *row);

G_END_DECLS
