/* The verdict on the last scan.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-verdict-view.h"

#include <glib/gi18n-lib.h>

#include "msk-look.h"
#include "msk-sound.h"
#include "msk-verdict-words.h"

struct _MskVerdictView
{
  AdwBin parent_instance;

  GtkWidget *box;
  GtkImage *image;
  GtkLabel *headline_label;
  GtkLabel *text_label;
  GtkLabel *facts_label;
  GtkLabel *balance_label;
};

G_DEFINE_FINAL_TYPE (MskVerdictView, msk_verdict_view, ADW_TYPE_BIN)

static void
set_line (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), text[0] != '\0');
}

static void
set_words (MskVerdictView *self,
           const char *css_class,
           const char *icon_name,
           const char *headline,
           const char *facts,
           const char *text)
{
  const char *classes[] = { "verdict", css_class, NULL };
  g_autofree char *spoken = g_strjoin (". ", headline, facts[0] != '\0' ? facts : text,
                                       facts[0] != '\0' ? text : NULL, NULL);

  gtk_widget_set_css_classes (self->box, classes);
  gtk_image_set_from_icon_name (self->image, icon_name);
  gtk_label_set_text (self->headline_label, headline);
  set_line (self->text_label, text);
  set_line (self->facts_label, facts);
  set_line (self->balance_label, "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
}

static void
msk_verdict_view_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MSK_TYPE_VERDICT_VIEW);

  G_OBJECT_CLASS (msk_verdict_view_parent_class)->dispose (object);
}

static void
msk_verdict_view_class_init (MskVerdictViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = msk_verdict_view_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/meetingsecrecy/Kit/verdict/"
                                                             "msk-verdict-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MskVerdictView, box);
  gtk_widget_class_bind_template_child (widget_class, MskVerdictView, image);
  gtk_widget_class_bind_template_child (widget_class, MskVerdictView, headline_label);
  gtk_widget_class_bind_template_child (widget_class, MskVerdictView, text_label);
  gtk_widget_class_bind_template_child (widget_class, MskVerdictView, facts_label);
  gtk_widget_class_bind_template_child (widget_class, MskVerdictView, balance_label);
}

static void
msk_verdict_view_init (MskVerdictView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
speak (MskVerdictView *self,
       MskTone tone,
       const char *headline,
       const char *facts,
       const char *text)
{
  const MskLook look = msk_look_of_tone (tone);

  set_words (self, look.css_class, look.icon_name, headline, facts, text);
  msk_sound_play (msk_sound_get_default (), look.sound);
}

void
msk_verdict_view_show_words (MskVerdictView *self,
                             MskTone tone,
                             const char *headline,
                             const char *text)
{
  g_return_if_fail (MSK_IS_VERDICT_VIEW (self));

  speak (self, tone, headline, "", text);
}

void
msk_verdict_view_show (MskVerdictView *self, MskVerdict *verdict)
{
  g_autofree char *facts = NULL;
  g_autofree char *balance = NULL;

  g_return_if_fail (MSK_IS_VERDICT_VIEW (self));
  g_return_if_fail (MSK_IS_VERDICT (verdict));

  facts = msk_verdict_words_dup_facts (verdict);
  speak (self, verdict->tone, verdict->headline, facts, verdict->text);
  if (verdict->balance.allocated != 0)
    {
      balance = msk_verdict_words_dup_balance (verdict);
      set_line (self->balance_label, balance);
    }
  else if (verdict->helper[0] != '\0')
    {
      balance = g_strdup_printf (_ ("Who can help: %s"), verdict->helper);
      set_line (self->balance_label, balance);
    }
}

void
msk_verdict_view_show_error (MskVerdictView *self, const GError *error)
{
  g_return_if_fail (error != NULL);

  msk_verdict_view_show_words (self, MSK_TONE_ALARM, _ ("Not recorded"), error->message);
}

void
msk_verdict_view_invite (MskVerdictView *self,
                         const char *icon_name,
                         const char *headline,
                         const char *text)
{
  g_return_if_fail (MSK_IS_VERDICT_VIEW (self));

  set_words (self, "verdict-none", icon_name, headline, "", text);
}

void
msk_verdict_view_take (MskVerdictView *self, MskVerdict *verdict, const GError *error)
{
  if (verdict != NULL)
    msk_verdict_view_show (self, verdict);
  else
    msk_verdict_view_show_error (self, error);
}
