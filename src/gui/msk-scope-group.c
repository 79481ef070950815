/* The rows of a form that lay down who may get a paper (M3), or be inside for an item (M4).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-scope-group.h"

#include <glib/gi18n-lib.h>

#include "msk-ids.h"
#include "msk-pick-row.h"
#include "msk-pick.h"

#define N_CAPACITIES (MSK_CAPACITY_PRESS + 1)

struct _MskScopeGroup
{
  AdwPreferencesGroup parent_instance;

  GtkCheckButton *checks[N_CAPACITIES];
  AdwComboRow *clearance_row;
  MskPickRow *people_row;

  MskLevel first_clearance; /* what the first choice stands for; 0 is the paper's level */
  gboolean has_to_name;     /* the scope that it may not leave names people */
};

static const char *const check_names[N_CAPACITIES] = {
  [MSK_CAPACITY_DELEGATE] = "delegate_check", [MSK_CAPACITY_OBSERVER] = "observer_check",
  [MSK_CAPACITY_STAFF] = "staff_check",       [MSK_CAPACITY_SERVICE] = "service_check",
  [MSK_CAPACITY_PRESS] = "press_check",
};

G_DEFINE_FINAL_TYPE (MskScopeGroup, msk_scope_group, ADW_TYPE_PREFERENCES_GROUP)

static void
msk_scope_group_class_init (MskScopeGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (MSK_TYPE_PICK_ROW);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/meetingsecrecy/Kit/papers/msk-scope-group.ui");
  gtk_widget_class_bind_template_child (widget_class, MskScopeGroup, clearance_row);
  gtk_widget_class_bind_template_child (widget_class, MskScopeGroup, people_row);
  for (guint capacity = 0; capacity < N_CAPACITIES; capacity++)
    gtk_widget_class_bind_template_child_full (widget_class, check_names[capacity], FALSE, 0);
}

static void
msk_scope_group_init (MskScopeGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  for (guint capacity = 0; capacity < N_CAPACITIES; capacity++)
    {
      GObject *check = gtk_widget_get_template_child (GTK_WIDGET (self), MSK_TYPE_SCOPE_GROUP,
                                                      check_names[capacity]);
      const char *label = msk_capacity_get_label ((MskCapacity) capacity);

      self->checks[capacity] = GTK_CHECK_BUTTON (check);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (
                                         gtk_widget_get_ancestor (GTK_WIDGET (check),
                                                                  ADW_TYPE_ACTION_ROW)),
                                     label);
    }
}

static void
fill_capacities (MskScopeGroup *self, guint scope, gboolean bounded)
{
  for (guint capacity = 0; capacity < N_CAPACITIES; capacity++)
    {
      const gboolean within = (scope & (1u << capacity)) != 0;
      GtkWidget *row =
          gtk_widget_get_ancestor (GTK_WIDGET (self->checks[capacity]), ADW_TYPE_ACTION_ROW);

      gtk_check_button_set_active (self->checks[capacity], within);
      gtk_widget_set_sensitive (row, within || !bounded);
    }
}

static void
fill_clearance (MskScopeGroup *self, MskPaper *paper, gboolean bounded)
{
  g_autoptr(GtkStringList) list = gtk_string_list_new (NULL);
  const MskLevel least = bounded ? paper->clearance : 0;
  g_autofree char *as_it_is =
      bounded ? g_strdup_printf (_ ("%s, as it is"), msk_level_get_label (least)) : NULL;

  self->first_clearance = least;
  gtk_string_list_append (list, bounded ? as_it_is : _ ("As the paper’s level"));
  for (guint level = least + 1; level <= MSK_LEVEL_TOP_SECRET; level++)
    gtk_string_list_append (list, msk_level_get_label ((MskLevel) level));
  adw_combo_row_set_model (self->clearance_row, G_LIST_MODEL (list));
  if (paper != NULL && !bounded && paper->clearance > paper->level)
    adw_combo_row_set_selected (self->clearance_row, paper->clearance);
}

static MskPick *
make_pick (MskAttendee *person)
{
  g_autofree char *facts =
      g_strjoin (" · ", person->unit, person->post, msk_capacity_get_label (person->capacity),
                 msk_level_get_label (person->clearance), NULL);

  return msk_pick_new (person->id, person->name, facts);
}

static void
fill_people (MskScopeGroup *self, MskPaper *paper, gboolean bounded, GPtrArray *people)
{
  g_autoptr(GPtrArray) picks = g_ptr_array_new_with_free_func (g_object_unref);
  const GArray *named = paper != NULL ? paper->readers : NULL;
  const MskPickWords words = {
    _ ("Choose Peopl_e…"), _ ("Everybody in these capacities, with this clearance"),
    _ ("Choose People"),
    _ ("The paper is then for these people alone, as far as their capacity and clearance allow. "
       "Choose nobody to name nobody.")
  };

  for (guint i = 0; i < people->len; i++)
    {
      MskAttendee *person = g_ptr_array_index (people, i);

      if (!bounded || named == NULL || msk_ids_contain (named, person->id))
        g_ptr_array_add (picks, make_pick (person));
    }
  msk_pick_row_fill (self->people_row, &words, picks, named);
}

void
msk_scope_group_fill (MskScopeGroup *self, MskPaper *paper, gboolean bounded, GPtrArray *people)
{
  g_return_if_fail (MSK_IS_SCOPE_GROUP (self) && people != NULL);
  g_return_if_fail (paper != NULL || !bounded);

  self->has_to_name = bounded && paper->readers != NULL;
  fill_capacities (self, paper != NULL ? paper->scope : MSK_CAPACITY_ALL, bounded);
  fill_clearance (self, paper, bounded);
  fill_people (self, paper, bounded, people);
}

void
msk_scope_group_fill_inside (MskScopeGroup *self,
                             guint capacities,
                             gboolean may_change,
                             const GArray *bound,
                             GPtrArray *people)
{
  g_autoptr(GPtrArray) picks = g_ptr_array_new_with_free_func (g_object_unref);
  const MskPickWords words = {
    _ ("Choose Peopl_e…"), _ ("Everybody in these capacities"), _ ("Choose People"),
    _ ("Whoever is bound to items is let in for those items alone, and asked out when they are "
       "over. Choose nobody to bind nobody.")
  };

  g_return_if_fail (MSK_IS_SCOPE_GROUP (self) && people != NULL);

  g_object_set (self, "title", _ ("Who may be inside"), "description",
                _ ("The door lets in nobody else while the item is dealt with."), NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->people_row), _ ("Bound to this item"));
  gtk_widget_set_visible (GTK_WIDGET (self->clearance_row), FALSE);
  fill_capacities (self, capacities, FALSE);
  for (guint capacity = 0; capacity < N_CAPACITIES; capacity++)
    gtk_widget_set_sensitive (gtk_widget_get_ancestor (GTK_WIDGET (self->checks[capacity]),
                                                       ADW_TYPE_ACTION_ROW),
                              may_change);
  for (guint i = 0; i < people->len; i++)
    g_ptr_array_add (picks, make_pick (g_ptr_array_index (people, i)));
  msk_pick_row_fill (self->people_row, &words, picks, bound);
}

guint
msk_scope_group_get_scope (MskScopeGroup *self)
{
  guint scope = 0;

  g_return_val_if_fail (MSK_IS_SCOPE_GROUP (self), 0);

  for (guint capacity = 0; capacity < N_CAPACITIES; capacity++)
    if (gtk_check_button_get_active (self->checks[capacity]))
      scope |= 1u << capacity;

  return scope;
}

MskLevel
msk_scope_group_get_clearance (MskScopeGroup *self)
{
  g_return_val_if_fail (MSK_IS_SCOPE_GROUP (self), 0);

  return (MskLevel) (self->first_clearance + adw_combo_row_get_selected (self->clearance_row));
}

GArray *
msk_scope_group_dup_readers (MskScopeGroup *self)
{
  GArray *readers;

  g_return_val_if_fail (MSK_IS_SCOPE_GROUP (self), NULL);

  readers = msk_pick_row_dup_ids (self->people_row);
  return readers == NULL && self->has_to_name ? g_array_new (FALSE, FALSE, sizeof (gint64))
                                              : readers;
}
