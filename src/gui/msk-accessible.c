/* What GTK 4.8 leaves undone for people who see through a screen reader.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-accessible.h"

static void
set_hidden (GtkAccessible *accessible, gboolean hidden)
{
  gtk_accessible_update_state (accessible, GTK_ACCESSIBLE_STATE_HIDDEN, hidden, -1);
}

static void
stack_changed_cb (GtkStack *stack, GParamSpec *pspec, gpointer user_data)
{
  GtkWidget *visible = gtk_stack_get_visible_child (stack);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (stack)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    set_hidden (GTK_ACCESSIBLE (child), child != visible);
}

static void
revealer_changed_cb (GtkRevealer *revealer, GParamSpec *pspec, gpointer user_data)
{
  GtkWidget *child = gtk_revealer_get_child (revealer);

  if (child != NULL)
    set_hidden (GTK_ACCESSIBLE (child), !gtk_revealer_get_reveal_child (revealer));
}

/* GTK gives a button the label with its underscore as a name of its own, beside the label that
 * stands in the button. */
static void
name_button (GtkButton *button)
{
  if (gtk_button_get_label (button) != NULL &&
      g_object_get_data (G_OBJECT (button), "msk-own-name") == NULL)
    gtk_accessible_reset_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL);
}

/* A check button likewise, and it does not take its name from the label in it. */
static void
name_check (GtkCheckButton *check)
{
  if (gtk_check_button_get_label (check) == NULL)
    return;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (check)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LABEL (child))
      gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      gtk_label_get_text (GTK_LABEL (child)), -1);
}

static void
mend_one (GtkWidget *widget)
{
  static const char done[] = "msk-mended";
  const gboolean first = g_object_get_data (G_OBJECT (widget), done) == NULL;

  if (GTK_IS_BUTTON (widget))
    name_button (GTK_BUTTON (widget));
  else if (GTK_IS_CHECK_BUTTON (widget))
    name_check (GTK_CHECK_BUTTON (widget));
  else if (GTK_IS_STACK (widget))
    {
      if (first)
        g_signal_connect (widget, "notify::visible-child", G_CALLBACK (stack_changed_cb), NULL);
      stack_changed_cb (GTK_STACK (widget), NULL, NULL);
    }
  else if (GTK_IS_REVEALER (widget))
    {
      if (first)
        g_signal_connect (widget, "notify::reveal-child", G_CALLBACK (revealer_changed_cb), NULL);
      revealer_changed_cb (GTK_REVEALER (widget), NULL, NULL);
    }

  g_object_set_data (G_OBJECT (widget), done, GINT_TO_POINTER (TRUE));
}

void
msk_accessible_name (GtkButton *button, const char *name)
{
  g_return_if_fail (GTK_IS_BUTTON (button));

  g_object_set_data (G_OBJECT (button), "msk-own-name", GINT_TO_POINTER (TRUE));
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
msk_accessible_mend (GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  mend_one (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    msk_accessible_mend (child);
}
