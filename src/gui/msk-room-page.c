/* The print room (K1, C3): who is inside, the runs of the printers, and spoiled sheets.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-room-page.h"

#include "msk-runs-view.h"
#include "msk-spoiled-view.h"
#include "msk-visits-view.h"

struct _MskRoomPage
{
  MskPage parent_instance;

  GtkStack *stack;
  AdwBin *visits_bin;
  AdwBin *runs_bin;
  AdwBin *spoiled_bin;
};

G_DEFINE_FINAL_TYPE (MskRoomPage, msk_room_page, MSK_TYPE_PAGE)

/* Each part reads for itself. */
static void
msk_room_page_refresh (MskPage *page)
{
}

/* A scan goes to the part that is seen: what it comes to must not depend on one that is not. */
static gboolean
msk_room_page_take_scan (MskPage *page, const char *code)
{
  GtkWidget *child =
      adw_bin_get_child (ADW_BIN (gtk_stack_get_visible_child (MSK_ROOM_PAGE (page)->stack)));

  return MSK_IS_PAGE (child) && msk_page_take_scan (MSK_PAGE (child), code);
}

static void
msk_room_page_constructed (GObject *object)
{
  MskRoomPage *self = MSK_ROOM_PAGE (object);
  MskSession *session = msk_page_get_session (MSK_PAGE (object));

  G_OBJECT_CLASS (msk_room_page_parent_class)->constructed (object);

  adw_bin_set_child (self->visits_bin,
                     g_object_new (MSK_TYPE_VISITS_VIEW, "session", session, NULL));
  adw_bin_set_child (self->runs_bin, g_object_new (MSK_TYPE_RUNS_VIEW, "session", session, NULL));
  adw_bin_set_child (self->spoiled_bin,
                     g_object_new (MSK_TYPE_SPOILED_VIEW, "session", session, NULL));
}

static void
msk_room_page_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MSK_TYPE_ROOM_PAGE);

  G_OBJECT_CLASS (msk_room_page_parent_class)->dispose (object);
}

static void
msk_room_page_class_init (MskRoomPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  MskPageClass *page_class = MSK_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = msk_room_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = msk_room_page_dispose;
  page_class->refresh = msk_room_page_refresh;
  page_class->take_scan = msk_room_page_take_scan;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/meetingsecrecy/Kit/room/msk-room-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MskRoomPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MskRoomPage, visits_bin);
  gtk_widget_class_bind_template_child (widget_class, MskRoomPage, runs_bin);
  gtk_widget_class_bind_template_child (widget_class, MskRoomPage, spoiled_bin);
}

static void
msk_room_page_init (MskRoomPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
