/* The form that gives people a post, or ends one.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-post-form.h"

#include <glib/gi18n-lib.h>

#include "msk-ask.h"
#include "msk-briefing-desk.h"
#include "msk-briefing-state.h"
#include "msk-text-pane.h"

struct _MskPostForm
{
  MskForm parent_instance;

  GtkLabel *people_label;
  GtkLabel *explanation_label;
  AdwComboRow *post_row;
  MskTextPane *pane;

  GArray *people;
  gboolean ends;
  GPtrArray *cards; /* of MskTextVersion, in the order of the choices */
};

G_DEFINE_FINAL_TYPE (MskPostForm, msk_post_form, MSK_TYPE_FORM)

static void
post_chosen_cb (MskPostForm *self)
{
  guint selected;

  selected = adw_combo_row_get_selected (self->post_row);
  msk_text_pane_show (self->pane, self->cards != NULL && selected < self->cards->len
                                      ? g_ptr_array_index (self->cards, selected)
                                      : NULL);
}

static gboolean
msk_post_form_apply (MskForm *form, GError **error)
{
  MskPostForm *self = MSK_POST_FORM (form);
  MskTextVersion *card = msk_text_pane_get_shown (self->pane);

  if (card == NULL)
    return FALSE;

  return self->ends ? msk_briefing_desk_end_post (msk_form_get_session (form), card->post,
                                                  self->people, error)
                    : msk_briefing_desk_assign_post (msk_form_get_session (form), card->post,
                                                     self->people, error);
}

static void
msk_post_form_finalize (GObject *object)
{
  MskPostForm *self = MSK_POST_FORM (object);

  g_clear_pointer (&self->people, g_array_unref);
  g_clear_pointer (&self->cards, g_ptr_array_unref);

  G_OBJECT_CLASS (msk_post_form_parent_class)->finalize (object);
}

static void
msk_post_form_class_init (MskPostFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = msk_post_form_finalize;
  MSK_FORM_CLASS (klass)->apply = msk_post_form_apply;

  g_type_ensure (MSK_TYPE_TEXT_PANE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/meetingsecrecy/Kit/briefing/msk-post-form.ui");
  gtk_widget_class_bind_template_child (widget_class, MskPostForm, people_label);
  gtk_widget_class_bind_template_child (widget_class, MskPostForm, explanation_label);
  gtk_widget_class_bind_template_child (widget_class, MskPostForm, post_row);
  gtk_widget_class_bind_template_child (widget_class, MskPostForm, pane);
  gtk_widget_class_bind_template_callback (widget_class, post_chosen_cb);
}

static void
msk_post_form_init (MskPostForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  msk_form_set_wide (MSK_FORM (self));
}

/* The cards of all posts, or of those that somebody has. */
static gboolean
read_cards (MskPostForm *self, GPtrArray *lines, GError **error)
{
  g_autoptr(GPtrArray) texts =
                 msk_briefing_desk_list_texts (msk_form_get_session (MSK_FORM (self)), TRUE, error);
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  guint posts = self->ends ? 0 : MSK_POSTS_ALL;

  if (texts == NULL)
    return FALSE;

  for (guint i = 0; i < lines->len; i++)
    posts |= MSK_PLEDGE_LINE (g_ptr_array_index (lines, i))->posts;
  self->cards = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < texts->len; i++)
    {
      MskTextVersion *text = g_ptr_array_index (texts, i);

      if (text->kind != MSK_TEXT_DUTY || (posts & (1u << text->post)) == 0)
        continue;
      g_ptr_array_add (self->cards, g_object_ref (text));
      gtk_string_list_append (names, msk_post_get_label (text->post));
    }
  adw_combo_row_set_model (self->post_row, G_LIST_MODEL (names));
  post_chosen_cb (self);
  return TRUE;
}

static void
fill_in (MskPostForm *self, GPtrArray *lines)
{
  g_autofree char *names = msk_briefing_state_dup_names (lines);

  self->people = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < lines->len; i++)
    g_array_append_val (self->people, MSK_PLEDGE_LINE (g_ptr_array_index (lines, i))->attendee->id);
  gtk_label_set_text (self->people_label, names);
  gtk_label_set_text (self->explanation_label,
                      self->ends ? _ ("They have the post no longer. What they took note of stays "
                                      "in the register.")
                                 : _ ("Show them the duty card. The post is theirs once it is "
                                      "recorded that they took note of it."));
  g_object_set (self, "title", self->ends ? _ ("End a Post") : _ ("Give a Post"), "verb",
                self->ends ? _ ("_End") : _ ("_Give"), NULL);
}

void
msk_post_form_open (MskPage *page, GPtrArray *lines, gboolean ends)
{
  MskPostForm *self = MSK_POST_FORM (msk_form_new (MSK_TYPE_POST_FORM, page));
  g_autoptr(GError) error = NULL;

  self->ends = ends;
  if (!read_cards (self, lines, &error))
    {
      gtk_window_destroy (GTK_WINDOW (self));
      msk_ask_tell_error (GTK_WIDGET (page), _ ("List Not Read"), error);
      return;
    }

  fill_in (self, lines);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.apply", self->cards->len > 0);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->post_row));
}
