/* Rows that choose a level, a capacity, a kind of carrier, a role, a rule for notes or a printer.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-choice.h"

#include "msk-print-desk.h"

/* The least level, which stands first. */
#define FIRST_LEVEL MSK_LEVEL_CONFIDENTIAL

static GtkStringList *
start_list (void)
{
  return gtk_string_list_new (NULL);
}

static void
finish_list (AdwComboRow *row, GtkStringList *list)
{
  adw_combo_row_set_model (row, G_LIST_MODEL (list));
  g_object_unref (list);
}

/* With the words of an enum's values from one to before another, in their order. */
#define FILL_WITH_LABELS(row, Type, from, end, get_label)                                          \
  G_STMT_START                                                                                     \
  {                                                                                                \
    GtkStringList *list = start_list ();                                                           \
                                                                                                   \
    for (guint value = (from); value < (guint) (end); value++)                                     \
      gtk_string_list_append (list, get_label ((Type) value));                                     \
    finish_list (row, list);                                                                       \
  }                                                                                                \
  G_STMT_END

void
msk_choice_fill_levels (AdwComboRow *row)
{
  FILL_WITH_LABELS (row, MskLevel, FIRST_LEVEL, MSK_LEVEL_TOP_SECRET + 1, msk_level_get_label);
}

MskLevel
msk_choice_get_level (AdwComboRow *row)
{
  return (MskLevel) (FIRST_LEVEL + adw_combo_row_get_selected (row));
}

void
msk_choice_set_level (AdwComboRow *row, MskLevel level)
{
  adw_combo_row_set_selected (row, level - FIRST_LEVEL);
}

void
msk_choice_fill_urgencies (AdwComboRow *row)
{
  FILL_WITH_LABELS (row, MskUrgency, 0, MSK_URGENCY_EXTRA_URGENT + 1, msk_urgency_get_label);
}

MskUrgency
msk_choice_get_urgency (AdwComboRow *row)
{
  return (MskUrgency) adw_combo_row_get_selected (row);
}

void
msk_choice_fill_standings (AdwComboRow *row)
{
  FILL_WITH_LABELS (row, MskStanding, 0, MSK_STANDING_SUPERIOR + 1, msk_standing_get_label);
}

void
msk_choice_fill_capacities (AdwComboRow *row)
{
  FILL_WITH_LABELS (row, MskCapacity, 0, MSK_CAPACITY_PRESS + 1, msk_capacity_get_label);
}

MskCapacity
msk_choice_get_capacity (AdwComboRow *row)
{
  return (MskCapacity) adw_combo_row_get_selected (row);
}

void
msk_choice_fill_carrier_kinds (AdwComboRow *row)
{
  FILL_WITH_LABELS (row, MskCarrierKind, 0, MSK_CARRIER_N_KINDS, msk_carrier_kind_get_label);
}

MskCarrierKind
msk_choice_get_carrier_kind (AdwComboRow *row)
{
  return (MskCarrierKind) adw_combo_row_get_selected (row);
}

void
msk_choice_fill_destruction_methods (AdwComboRow *row)
{
  FILL_WITH_LABELS (row, MskDestructionMethod, 0, MSK_DESTRUCTION_N_METHODS,
                    msk_destruction_method_get_label);
}

MskDestructionMethod
msk_choice_get_destruction_method (AdwComboRow *row)
{
  return (MskDestructionMethod) adw_combo_row_get_selected (row);
}

void
msk_choice_fill_device_kinds (AdwComboRow *row)
{
  FILL_WITH_LABELS (row, MskDeviceKind, 0, MSK_DEVICE_N_KINDS, msk_device_kind_get_label);
}

MskDeviceKind
msk_choice_get_device_kind (AdwComboRow *row)
{
  return (MskDeviceKind) adw_combo_row_get_selected (row);
}

/* In the order in which they are wanted. */
static const MskMeasureOutcome outcomes[] = { MSK_MEASURE_DONE, MSK_MEASURE_NOT_APPLICABLE,
                                              MSK_MEASURE_OPEN };

void
msk_choice_fill_outcomes (AdwComboRow *row)
{
  GtkStringList *list = start_list ();

  for (guint i = 0; i < G_N_ELEMENTS (outcomes); i++)
    gtk_string_list_append (list, msk_measure_outcome_get_label (outcomes[i]));
  finish_list (row, list);
}

MskMeasureOutcome
msk_choice_get_outcome (AdwComboRow *row)
{
  const guint selected = adw_combo_row_get_selected (row);

  return selected < G_N_ELEMENTS (outcomes) ? outcomes[selected] : MSK_MEASURE_OPEN;
}

void
msk_choice_fill_departments (AdwComboRow *row)
{
  FILL_WITH_LABELS (row, MskDepartment, 0, MSK_DEPARTMENT_N, msk_department_get_label);
}

MskDepartment
msk_choice_get_department (AdwComboRow *row)
{
  return (MskDepartment) adw_combo_row_get_selected (row);
}

void
msk_choice_fill_roles (AdwComboRow *row)
{
  FILL_WITH_LABELS (row, MskRole, 0, MSK_ROLE_AUDITOR + 1, msk_role_get_label);
}

MskRole
msk_choice_get_role (AdwComboRow *row)
{
  return (MskRole) adw_combo_row_get_selected (row);
}

void
msk_choice_fill_recordings (AdwComboRow *row)
{
  FILL_WITH_LABELS (row, MskRecording, 0, MSK_RECORDING_FREE + 1, msk_recording_get_label);
}

MskRecording
msk_choice_get_recording (AdwComboRow *row)
{
  return (MskRecording) adw_combo_row_get_selected (row);
}

void
msk_choice_fill_conditions (AdwComboRow *row)
{
  FILL_WITH_LABELS (row, MskCondition, 0, MSK_CONDITION_N, msk_condition_get_label);
}

MskCondition
msk_choice_get_condition (AdwComboRow *row)
{
  return (MskCondition) adw_combo_row_get_selected (row);
}

void
msk_choice_fill_count_rules (AdwComboRow *row)
{
  FILL_WITH_LABELS (row, MskCountRule, 0, MSK_COUNT_RULE_ALWAYS + 1, msk_count_rule_get_label);
}

MskCountRule
msk_choice_get_count_rule (AdwComboRow *row)
{
  return (MskCountRule) adw_combo_row_get_selected (row);
}

void
msk_choice_fill_media (AdwComboRow *row)
{
  FILL_WITH_LABELS (row, MskMedia, 0, MSK_MEDIA_A3 + 1, msk_media_get_label);
}

MskMedia
msk_choice_get_media (AdwComboRow *row)
{
  return (MskMedia) adw_combo_row_get_selected (row);
}

GtkStringList *
msk_choice_new_zones (GPtrArray *zones)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  g_return_val_if_fail (zones != NULL, names);

  for (guint i = 0; i < zones->len; i++)
    gtk_string_list_append (names, msk_measure_area_get_label (
                                       MSK_SWEEP_ZONE (g_ptr_array_index (zones, i))->area));
  return names;
}

void
msk_choice_fill_printers (AdwComboRow *row, GPtrArray *printers)
{
  GtkStringList *list = start_list ();

  for (guint i = 0; i < printers->len; i++)
    {
      const MskDesignatedPrinter *printer = g_ptr_array_index (printers, i);

      gtk_string_list_append (list, printer->name);
    }
  finish_list (row, list);
}

void
msk_choice_fill_places (AdwComboRow *row, const char *first, GPtrArray *places)
{
  GtkStringList *list = start_list ();

  gtk_string_list_append (list, first);
  for (guint i = 0; i < places->len; i++)
    gtk_string_list_append (list, g_ptr_array_index (places, i));
  finish_list (row, list);
}

const char *
msk_choice_get_place (AdwComboRow *row)
{
  return adw_combo_row_get_selected (row) == 0 ? "" : msk_choice_get_text (row);
}

const char *
msk_choice_get_text (AdwComboRow *row)
{
  GObject *item = adw_combo_row_get_selected_item (row);

  return GTK_IS_STRING_OBJECT (item) ? gtk_string_object_get_string (GTK_STRING_OBJECT (item))
                                     : NULL;
}
