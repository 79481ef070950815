/* The issue plan (M7): who is to get which copy, and where everybody sits.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-plan-page.h"

#include "msk-plan-view.h"
#include "msk-seats-view.h"

struct _MskPlanPage
{
  MskPage parent_instance;

  AdwBin *plan_bin;
  AdwBin *seats_bin;
};

G_DEFINE_FINAL_TYPE (MskPlanPage, msk_plan_page, MSK_TYPE_PAGE)

/* Each part reads for itself. */
static void
msk_plan_page_refresh (MskPage *page)
{
}

static void
msk_plan_page_constructed (GObject *object)
{
  MskPlanPage *self = MSK_PLAN_PAGE (object);
  MskSession *session = msk_page_get_session (MSK_PAGE (object));

  G_OBJECT_CLASS (msk_plan_page_parent_class)->constructed (object);

  adw_bin_set_child (self->plan_bin, g_object_new (MSK_TYPE_PLAN_VIEW, "session", session, NULL));
  adw_bin_set_child (self->seats_bin, g_object_new (MSK_TYPE_SEATS_VIEW, "session", session, NULL));
}

static void
msk_plan_page_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MSK_TYPE_PLAN_PAGE);

  G_OBJECT_CLASS (msk_plan_page_parent_class)->dispose (object);
}

static void
msk_plan_page_class_init (MskPlanPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = msk_plan_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = msk_plan_page_dispose;
  MSK_PAGE_CLASS (klass)->refresh = msk_plan_page_refresh;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/meetingsecrecy/Kit/plan/msk-plan-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MskPlanPage, plan_bin);
  gtk_widget_class_bind_template_child (widget_class, MskPlanPage, seats_bin);
}

static void
msk_plan_page_init (MskPlanPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
