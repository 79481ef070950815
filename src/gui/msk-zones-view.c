/* How far the sweep is, by zones of the venue and by papers (M9).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-zones-view.h"

#include <glib/gi18n-lib.h>

#include "msk-ask.h"
#include "msk-cells.h"
#include "msk-listing.h"
#include "msk-sweep-zone-desk.h"
#include "msk-time-text.h"

struct _MskZonesView
{
  MskPage parent_instance;

  GtkColumnView *zones_view;
  GtkColumnView *papers_view;

  GListStore *zones;
  GListStore *papers;
};

G_DEFINE_FINAL_TYPE (MskZonesView, msk_zones_view, MSK_TYPE_PAGE)

static char *
dup_number (guint number)
{
  return g_strdup_printf ("%u", number);
}

static char *
dup_zone (gpointer item)
{
  return g_strdup (msk_measure_area_get_label (MSK_SWEEP_ZONE (item)->area));
}

static char *
dup_zone_seen (gpointer item)
{
  return dup_number (MSK_SWEEP_ZONE (item)->seen);
}

static char *
dup_again (gpointer item)
{
  return dup_number (MSK_SWEEP_ZONE (item)->again);
}

static char *
dup_strange (gpointer item)
{
  return dup_number (MSK_SWEEP_ZONE (item)->strange);
}

static char *
dup_zone_damaged (gpointer item)
{
  return dup_number (MSK_SWEEP_ZONE (item)->damaged);
}

static char *
dup_left (gpointer item)
{
  return dup_number (MSK_SWEEP_ZONE (item)->left);
}

static char *
dup_open (gpointer item)
{
  return dup_number (MSK_SWEEP_ZONE (item)->open);
}

static char *
dup_newest (gpointer item)
{
  return msk_time_text_format (MSK_SWEEP_ZONE (item)->newest_at);
}

static const MskColumn zone_columns[] = {
  { N_ ("Zone"), dup_zone, NULL, TRUE, FALSE },
  { N_ ("Seen"), dup_zone_seen, NULL, FALSE, TRUE },
  { N_ ("Seen again"), dup_again, NULL, FALSE, TRUE },
  { N_ ("Strange codes"), dup_strange, NULL, FALSE, TRUE },
  { N_ ("Damaged"), dup_zone_damaged, NULL, FALSE, TRUE },
  { N_ ("Left behind"), dup_left, NULL, FALSE, TRUE },
  { N_ ("Checks open"), dup_open, NULL, FALSE, TRUE },
  { N_ ("Newest"), dup_newest, NULL, FALSE, FALSE },
};

static char *
dup_paper (gpointer item)
{
  return g_strdup (msk_sweep_tally_get_what (MSK_SWEEP_TALLY (item)));
}

static char *
dup_expected (gpointer item)
{
  return dup_number (MSK_SWEEP_TALLY (item)->expected);
}

static char *
dup_seen (gpointer item)
{
  return dup_number (MSK_SWEEP_TALLY (item)->seen);
}

static char *
dup_unexplained (gpointer item)
{
  return dup_number (MSK_SWEEP_TALLY (item)->unexplained);
}

static char *
dup_missing (gpointer item)
{
  return dup_number (MSK_SWEEP_TALLY (item)->missing);
}

static char *
dup_damaged (gpointer item)
{
  return dup_number (MSK_SWEEP_TALLY (item)->damaged);
}

static const MskColumn paper_columns[] = {
  { N_ ("Paper or carrier"), dup_paper, NULL, TRUE, FALSE },
  { N_ ("Expected"), dup_expected, NULL, FALSE, TRUE },
  { N_ ("Seen"), dup_seen, NULL, FALSE, TRUE },
  { N_ ("Unexplained"), dup_unexplained, NULL, FALSE, TRUE },
  { N_ ("Missing"), dup_missing, NULL, FALSE, TRUE },
  { N_ ("Damaged"), dup_damaged, NULL, FALSE, TRUE },
};

static gboolean
is_same_zone (gconstpointer a, gconstpointer b)
{
  const MskSweepZone *one = a;
  const MskSweepZone *other = b;

  return one->area == other->area && one->seen == other->seen && one->again == other->again &&
         one->strange == other->strange && one->left == other->left &&
         one->damaged == other->damaged && one->open == other->open;
}

static gboolean
is_same_paper (gconstpointer a, gconstpointer b)
{
  const MskSweepTally *one = a;
  const MskSweepTally *other = b;

  return one->paper_id == other->paper_id && one->expected == other->expected &&
         one->seen == other->seen && one->unexplained == other->unexplained &&
         one->missing == other->missing && one->damaged == other->damaged;
}

static void
msk_zones_view_refresh (MskPage *page)
{
  MskZonesView *self = MSK_ZONES_VIEW (page);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) zones = msk_sweep_zone_desk_list (msk_page_get_session (page), &error);
  g_autoptr(GPtrArray) papers =
                 zones == NULL
                     ? NULL
                     : msk_sweep_zone_desk_list_papers (msk_page_get_session (page), &error);

  if (papers == NULL)
    {
      msk_ask_tell_error (GTK_WIDGET (self), _ ("Zones Not Read"), error);
      return;
    }

  msk_listing_update (self->zones, zones, is_same_zone);
  msk_listing_update (self->papers, papers, is_same_paper);
}

static void
msk_zones_view_dispose (GObject *object)
{
  MskZonesView *self = MSK_ZONES_VIEW (object);

  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MSK_TYPE_ZONES_VIEW);
  g_clear_object (&self->zones);
  g_clear_object (&self->papers);

  G_OBJECT_CLASS (msk_zones_view_parent_class)->dispose (object);
}

static void
msk_zones_view_class_init (MskZonesViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = msk_zones_view_dispose;
  MSK_PAGE_CLASS (klass)->refresh = msk_zones_view_refresh;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/meetingsecrecy/Kit/sweep/msk-zones-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MskZonesView, zones_view);
  gtk_widget_class_bind_template_child (widget_class, MskZonesView, papers_view);
}

/* Nothing is done with a row, so none is chosen. */
static void
fill (GtkColumnView *view, GListStore *store)
{
  g_autoptr(GtkNoSelection) model = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (store)));

  gtk_column_view_set_model (view, GTK_SELECTION_MODEL (model));
}

static void
msk_zones_view_init (MskZonesView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->zones = g_list_store_new (MSK_TYPE_SWEEP_ZONE);
  self->papers = g_list_store_new (MSK_TYPE_SWEEP_TALLY);
  msk_cells_add_columns (self->zones_view, zone_columns, G_N_ELEMENTS (zone_columns));
  msk_cells_add_columns (self->papers_view, paper_columns, G_N_ELEMENTS (paper_columns));
  fill (self->zones_view, self->zones);
  fill (self->papers_view, self->papers);
}
