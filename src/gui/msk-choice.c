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

void
msk_choice_fill_levels (AdwComboRow *row)
{
  GtkStringList *list = start_list ();

  for (guint level = FIRST_LEVEL; level <= MSK_LEVEL_TOP_SECRET; level++)
    gtk_string_list_append (list, msk_level_get_label ((MskLevel) level));
  finish_list (row, list);
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
  GtkStringList *list = start_list ();

  for (guint urgency = 0; urgency <= MSK_URGENCY_EXTRA_URGENT; urgency++)
    gtk_string_list_append (list, msk_urgency_get_label ((MskUrgency) urgency));
  finish_list (row, list);
}

MskUrgency
msk_choice_get_urgency (AdwComboRow *row)
{
  return (MskUrgency) adw_combo_row_get_selected (row);
}

void
msk_choice_fill_standings (AdwComboRow *row)
{
  GtkStringList *list = start_list ();

  for (guint standing = 0; standing <= MSK_STANDING_SUPERIOR; standing++)
    gtk_string_list_append (list, msk_standing_get_label ((MskStanding) standing));
  finish_list (row, list);
}

void
msk_choice_fill_capacities (AdwComboRow *row)
{
  GtkStringList *list = start_list ();

  for (guint capacity = 0; capacity <= MSK_CAPACITY_PRESS; capacity++)
    gtk_string_list_append (list, msk_capacity_get_label ((MskCapacity) capacity));
  finish_list (row, list);
}

MskCapacity
msk_choice_get_capacity (AdwComboRow *row)
{
  return (MskCapacity) adw_combo_row_get_selected (row);
}

void
msk_choice_fill_carrier_kinds (AdwComboRow *row)
{
  GtkStringList *list = start_list ();

  for (guint kind = 0; kind < MSK_CARRIER_N_KINDS; kind++)
    gtk_string_list_append (list, msk_carrier_kind_get_label ((MskCarrierKind) kind));
  finish_list (row, list);
}

MskCarrierKind
msk_choice_get_carrier_kind (AdwComboRow *row)
{
  return (MskCarrierKind) adw_combo_row_get_selected (row);
}

void
msk_choice_fill_destruction_methods (AdwComboRow *row)
{
  GtkStringList *list = start_list ();

  for (guint method = 0; method < MSK_DESTRUCTION_N_METHODS; method++)
    gtk_string_list_append (list, msk_destruction_method_get_label ((MskDestructionMethod) method));
  finish_list (row, list);
}

MskDestructionMethod
msk_choice_get_destruction_method (AdwComboRow *row)
{
  return (MskDestructionMethod) adw_combo_row_get_selected (row);
}

void
msk_choice_fill_device_kinds (AdwComboRow *row)
{
  GtkStringList *list = start_list ();

  for (guint kind = 0; kind < MSK_DEVICE_N_KINDS; kind++)
    gtk_string_list_append (list, msk_device_kind_get_label ((MskDeviceKind) kind));
  finish_list (row, list);
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
  GtkStringList *list = start_list ();

  for (guint department = 0; department < MSK_DEPARTMENT_N; department++)
    gtk_string_list_append (list, msk_department_get_label ((MskDepartment) department));
  finish_list (row, list);
}

MskDepartment
msk_choice_get_department (AdwComboRow *row)
{
  return (MskDepartment) adw_combo_row_get_selected (row);
}

void
msk_choice_fill_roles (AdwComboRow *row)
{
  GtkStringList *list = start_list ();

  for (guint role = 0; role <= MSK_ROLE_AUDITOR; role++)
    gtk_string_list_append (list, msk_role_get_label ((MskRole) role));
  finish_list (row, list);
}

MskRole
msk_choice_get_role (AdwComboRow *row)
{
  return (MskRole) adw_combo_row_get_selected (row);
}

void
msk_choice_fill_recordings (AdwComboRow *row)
{
  GtkStringList *list = start_list ();

  for (guint recording = 0; recording <= MSK_RECORDING_FREE; recording++)
    gtk_string_list_append (list, msk_recording_get_label ((MskRecording) recording));
  finish_list (row, list);
}

MskRecording
msk_choice_get_recording (AdwComboRow *row)
{
  return (MskRecording) adw_combo_row_get_selected (row);
}

void
msk_choice_fill_conditions (AdwComboRow *row)
{
  GtkStringList *list = start_list ();

  for (guint condition = 0; condition < MSK_CONDITION_N; condition++)
    gtk_string_list_append (list, msk_condition_get_label ((MskCondition) condition));
  finish_list (row, list);
}

MskCondition
msk_choice_get_condition (AdwComboRow *row)
{
  return (MskCondition) adw_combo_row_get_selected (row);
}

void
msk_choice_fill_count_rules (AdwComboRow *row)
{
  GtkStringList *list = start_list ();

  for (guint rule = 0; rule <= MSK_COUNT_RULE_ALWAYS; rule++)
    gtk_string_list_append (list, msk_count_rule_get_label ((MskCountRule) rule));
  finish_list (row, list);
}

MskCountRule
msk_choice_get_count_rule (AdwComboRow *row)
{
  return (MskCountRule) adw_combo_row_get_selected (row);
}

void
msk_choice_fill_media (AdwComboRow *row)
{
  GtkStringList *list = start_list ();

  for (guint media = 0; media <= MSK_MEDIA_A3; media++)
    gtk_string_list_append (list, msk_media_get_label ((MskMedia) media));
  finish_list (row, list);
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
