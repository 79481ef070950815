/* One paper in the list of papers.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-paper-row.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "msk-look.h"
#include "msk-period.h"

/* How urgent it is, and what it is to other papers. */
static void
add_links (GPtrArray *facts, MskPaper *paper)
{
  if (paper->urgency != MSK_URGENCY_NONE)
    g_ptr_array_add (facts, g_strdup (msk_urgency_get_label (paper->urgency)));
  if (paper->attachment != 0)
    g_ptr_array_add (facts, g_strdup_printf (_ ("attachment %u"), paper->attachment));
  if (paper->parts != NULL)
    g_ptr_array_add (facts,
                     g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "compilation of %u paper",
                                                   "compilation of %u papers", paper->parts->len),
                                      paper->parts->len));
  if (paper->revision > 1)
    g_ptr_array_add (facts, g_strdup_printf (_ ("revision %u"), paper->revision));
  if (paper->replaced_by != 0)
    g_ptr_array_add (facts, g_strdup (_ ("replaced by a newer revision")));
}

char *
msk_paper_row_dup_facts (MskPaper *paper)
{
  g_autoptr(GPtrArray) facts = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (MSK_IS_PAPER (paper), NULL);

  g_ptr_array_add (facts, g_strdup (paper->originator));
  add_links (facts, paper);
  g_ptr_array_add (facts, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u page", "%u pages",
                                                        paper->pages),
                                           paper->pages));
  g_ptr_array_add (facts, g_strdup_printf (_ ("copies approved %u"), paper->approved));
  g_ptr_array_add (facts, g_strdup_printf (_ ("numbers given %u"), paper->allocated));
  if (paper->reproductions_approved > 0)
    g_ptr_array_add (facts, g_strdup_printf (_ ("copies of copies approved %u, numbered %u"),
                                             paper->reproductions_approved,
                                             paper->reproductions_allocated));
  g_ptr_array_add (facts, NULL);
  return g_strjoinv (" · ", (char **) facts->pdata);
}

GtkWidget *
msk_paper_row_new (MskScheme *scheme, MskPaper *paper, const MskBalance *balance, guint waiting)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *image = gtk_image_new ();
  GtkWidget *mark_label;
  g_autofree char *mark = msk_period_dup_mark (scheme, paper->level, paper->period);
  g_autofree char *title = g_strdup_printf ("%s  %s", paper->document_number, paper->title);
  g_autofree char *facts = msk_paper_row_dup_facts (paper);
  g_autofree char *sum =
      balance != NULL ? msk_balance_dup_text (balance) : g_strdup (_ ("balance not read"));
  g_autofree char *asked =
      waiting == 0
          ? NULL
          : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                          "%u request to copy waits for a decision",
                                          "%u requests to copy wait for a decision", waiting),
                             waiting);
  g_autofree char *subtitle = g_strjoin ("\n", facts, sum, asked, NULL);

  mark_label = gtk_label_new (mark);
  gtk_label_set_width_chars (GTK_LABEL (mark_label), 9);
  gtk_widget_add_css_class (mark_label, "mark");
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), mark_label);
  if (balance != NULL)
    {
      const MskLook look = msk_look_of_balance (balance);

      gtk_image_set_from_icon_name (GTK_IMAGE (image), look.icon_name);
      gtk_widget_add_css_class (image, look.css_class);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), image);
    }
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  if (paper->parent_id != 0)
    gtk_widget_add_css_class (row, "attachment");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  return row;
}
