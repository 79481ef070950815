/* What a role sees that has no work in this window.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-empty-page.h"

struct _MskEmptyPage
{
  MskPage parent_instance;
};

G_DEFINE_FINAL_TYPE (MskEmptyPage, msk_empty_page, MSK_TYPE_PAGE)

/* It shows nothing that could change. */
static void
msk_empty_page_refresh (MskPage *page)
{
}

static void
msk_empty_page_class_init (MskEmptyPageClass *klass)
{
  MSK_PAGE_CLASS (klass)->refresh = msk_empty_page_refresh;
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/org/meetingsecrecy/Kit/window/msk-empty-page.ui");
}

static void
msk_empty_page_init (MskEmptyPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
