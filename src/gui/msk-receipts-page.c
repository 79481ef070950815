/* Receipts (R1): what is not signed for, the receipts, and who signs for whom.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-receipts-page.h"

#include "msk-designations-view.h"
#include "msk-receipts-view.h"
#include "msk-unsigned-view.h"

struct _MskReceiptsPage
{
  MskPage parent_instance;

  AdwBin *unsigned_bin;
  AdwBin *receipts_bin;
  AdwBin *designations_bin;
};

G_DEFINE_FINAL_TYPE (MskReceiptsPage, msk_receipts_page, MSK_TYPE_PAGE)

static void
msk_receipts_page_constructed (GObject *object)
{
  MskReceiptsPage *self = MSK_RECEIPTS_PAGE (object);
  MskSession *session = msk_page_get_session (MSK_PAGE (object));

  G_OBJECT_CLASS (msk_receipts_page_parent_class)->constructed (object);

  adw_bin_set_child (self->unsigned_bin,
                     g_object_new (MSK_TYPE_UNSIGNED_VIEW, "session", session, NULL));
  adw_bin_set_child (self->receipts_bin,
                     g_object_new (MSK_TYPE_RECEIPTS_VIEW, "session", session, NULL));
  adw_bin_set_child (self->designations_bin,
                     g_object_new (MSK_TYPE_DESIGNATIONS_VIEW, "session", session, NULL));
}

/* Each part reads for itself. */
static void
msk_receipts_page_refresh (MskPage *page)
{
}

static void
msk_receipts_page_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MSK_TYPE_RECEIPTS_PAGE);

  G_OBJECT_CLASS (msk_receipts_page_parent_class)->dispose (object);
}

static void
msk_receipts_page_class_init (MskReceiptsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = msk_receipts_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = msk_receipts_page_dispose;
  MSK_PAGE_CLASS (klass)->refresh = msk_receipts_page_refresh;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/meetingsecrecy/Kit/receipts/"
                                                             "msk-receipts-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MskReceiptsPage, unsigned_bin);
  gtk_widget_class_bind_template_child (widget_class, MskReceiptsPage, receipts_bin);
  gtk_widget_class_bind_template_child (widget_class, MskReceiptsPage, designations_bin);
}

static void
msk_receipts_page_init (MskReceiptsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
