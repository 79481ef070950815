/* Circulation (L1–L3) and permits (R3): the reading room, turns, loan slips, permits.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-circulation-page.h"

#include "msk-circulation-desk.h"
#include "msk-circulation-state.h"
#include "msk-permits-view.h"
#include "msk-scan-page.h"
#include "msk-slips-view.h"
#include "msk-sound.h"
#include "msk-turns-view.h"

/* How often it is looked whether something became due. */
#define WATCH_SECONDS 5

struct _MskCirculationPage
{
  MskPage parent_instance;

  GtkWidget *summary_box;
  GtkImage *summary_image;
  GtkLabel *summary_label;
  GtkStack *stack;
  GtkStackPage *room_page;
  AdwBin *room_bin;
  AdwBin *turns_bin;
  AdwBin *slips_bin;
  AdwBin *permits_bin;

  guint watch_id;
  gint64 watched_at; /* when it was last looked */
};

G_DEFINE_FINAL_TYPE (MskCirculationPage, msk_circulation_page, MSK_TYPE_PAGE)

static void
show_summary (MskCirculationPage *self, GPtrArray *turns, gint64 now)
{
  const MskLook look = msk_circulation_state_look_of_summary (turns, now);
  const char *classes[] = { "heading", look.css_class, NULL };
  g_autofree char *text = msk_circulation_state_dup_summary (turns, now);

  gtk_image_set_from_icon_name (self->summary_image, look.icon_name);
  gtk_label_set_text (self->summary_label, text);
  gtk_widget_set_css_classes (self->summary_box, classes);
}

static MskPage *
get_part (MskCirculationPage *self)
{
  GtkWidget *child = adw_bin_get_child (ADW_BIN (gtk_stack_get_visible_child (self->stack)));

  return MSK_IS_PAGE (child) ? MSK_PAGE (child) : NULL;
}

/* Whatever page is in front: the custodian hears it. A clock that was set back begins anew. */
static void
watch (MskCirculationPage *self)
{
  MskSession *session = msk_page_get_session (MSK_PAGE (self));
  g_autoptr(GPtrArray) turns = NULL;
  gint64 now;

  if (msk_session_is_locked (session) || msk_session_get_meeting (session) == NULL)
    return;

  turns = msk_circulation_desk_list (session, TRUE, NULL);
  if (turns == NULL)
    return;

  now = msk_session_get_now (session);
  show_summary (self, turns, now);
  if (msk_page_may (MSK_PAGE (self), MSK_ACT_CIRCULATE_END) &&
      msk_circulation_state_count_new (turns, self->watched_at, now) > 0)
    {
      msk_sound_play (msk_sound_get_default (), "alarm-clock-elapsed");
      msk_page_invalidate (MSK_PAGE (adw_bin_get_child (self->turns_bin)));
    }
  self->watched_at = now;
}

static gboolean
watch_cb (gpointer user_data)
{
  watch (MSK_CIRCULATION_PAGE (user_data));
  return G_SOURCE_CONTINUE;
}

/* Each part reads for itself. */
static void
msk_circulation_page_refresh (MskPage *page)
{
  watch (MSK_CIRCULATION_PAGE (page));
}

/* A scan is one of the reading room, whichever part is seen: the part comes to the front. */
static gboolean
msk_circulation_page_take_scan (MskPage *page, const char *code)
{
  MskCirculationPage *self = MSK_CIRCULATION_PAGE (page);
  GtkWidget *room = adw_bin_get_child (self->room_bin);

  if (room == NULL)
    return FALSE;

  gtk_stack_set_visible_child_name (self->stack, "room");
  return msk_page_take_scan (MSK_PAGE (room), code);
}

static void
msk_circulation_page_undo (MskPage *page)
{
  MskPage *part = get_part (MSK_CIRCULATION_PAGE (page));

  if (part != NULL)
    msk_page_undo (part);
}

static void
msk_circulation_page_forget (MskPage *page)
{
  MskPage *part = get_part (MSK_CIRCULATION_PAGE (page));

  if (part != NULL)
    msk_page_forget (part);
}

static void
msk_circulation_page_constructed (GObject *object)
{
  MskCirculationPage *self = MSK_CIRCULATION_PAGE (object);
  MskSession *session = msk_page_get_session (MSK_PAGE (object));
  const gboolean custodian = msk_page_may (MSK_PAGE (object), MSK_ACT_CIRCULATE_START);

  G_OBJECT_CLASS (msk_circulation_page_parent_class)->constructed (object);

  if (custodian)
    adw_bin_set_child (self->room_bin, msk_scan_page_new (session, MSK_SCAN_CIRCULATE));
  gtk_stack_page_set_visible (self->room_page, custodian);
  adw_bin_set_child (self->turns_bin, g_object_new (MSK_TYPE_TURNS_VIEW, "session", session, NULL));
  adw_bin_set_child (self->slips_bin, g_object_new (MSK_TYPE_SLIPS_VIEW, "session", session, NULL));
  adw_bin_set_child (self->permits_bin,
                     g_object_new (MSK_TYPE_PERMITS_VIEW, "session", session, NULL));
  gtk_stack_set_visible_child_name (self->stack, custodian ? "room" : "turns");
  self->watched_at = msk_session_get_now (session);
  self->watch_id = g_timeout_add_seconds (WATCH_SECONDS, watch_cb, self);
}

static void
msk_circulation_page_dispose (GObject *object)
{
  MskCirculationPage *self = MSK_CIRCULATION_PAGE (object);

  g_clear_handle_id (&self->watch_id, g_source_remove);
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MSK_TYPE_CIRCULATION_PAGE);

  G_OBJECT_CLASS (msk_circulation_page_parent_class)->dispose (object);
}

static void
msk_circulation_page_class_init (MskCirculationPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  MskPageClass *page_class = MSK_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = msk_circulation_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = msk_circulation_page_dispose;
  page_class->refresh = msk_circulation_page_refresh;
  page_class->take_scan = msk_circulation_page_take_scan;
  page_class->undo = msk_circulation_page_undo;
  page_class->forget = msk_circulation_page_forget;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/meetingsecrecy/Kit/circulation/"
                                                             "msk-circulation-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MskCirculationPage, summary_box);
  gtk_widget_class_bind_template_child (widget_class, MskCirculationPage, summary_image);
  gtk_widget_class_bind_template_child (widget_class, MskCirculationPage, summary_label);
  gtk_widget_class_bind_template_child (widget_class, MskCirculationPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MskCirculationPage, room_page);
  gtk_widget_class_bind_template_child (widget_class, MskCirculationPage, room_bin);
  gtk_widget_class_bind_template_child (widget_class, MskCirculationPage, turns_bin);
  gtk_widget_class_bind_template_child (widget_class, MskCirculationPage, slips_bin);
  gtk_widget_class_bind_template_child (widget_class, MskCirculationPage, permits_bin);
}

static void
msk_circulation_page_init (MskCirculationPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
