/* The tables of the page of the handover.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-handover-columns.h"

#include <glib/gi18n-lib.h>

#include "msk-cells.h"
#include "msk-handover-desk.h"
#include "msk-time-text.h"

static char *
dup_line_what (gpointer item)
{
  return msk_stock_line_dup_what (MSK_STOCK_LINE (item));
}

static char *
dup_line_scanned (gpointer item)
{
  return g_strdup_printf ("%u", MSK_STOCK_LINE (item)->scanned);
}

static char *
dup_line_figure (gpointer item)
{
  MskStockLine *line = MSK_STOCK_LINE (item);

  return line->has_figure ? g_strdup_printf ("%u", line->figure) : g_strdup ("");
}

static char *
dup_line_expected (gpointer item)
{
  MskStockLine *line = MSK_STOCK_LINE (item);

  return line->compared ? g_strdup_printf ("%u", line->expected) : g_strdup (_ ("not told yet"));
}

static const MskColumn stock_columns[] = {
  { N_ ("What"), dup_line_what, NULL, TRUE, FALSE },
  { N_ ("Scanned"), dup_line_scanned, NULL, FALSE, TRUE },
  { N_ ("Figure"), dup_line_figure, NULL, FALSE, TRUE },
  { N_ ("Expected"), dup_line_expected, NULL, FALSE, TRUE },
};

static char *
dup_found_kind (gpointer item)
{
  return g_strdup (msk_discrepancy_kind_get_label (MSK_DISCREPANCY (item)->kind));
}

static MskLook
get_found_look (gpointer item)
{
  return MSK_DISCREPANCY (item)->explained_at != 0
             ? (MskLook){ "emblem-ok-symbolic", "success" }
             : (MskLook){ "dialog-warning-symbolic", "error" };
}

static char *
dup_found_what (gpointer item)
{
  return msk_discrepancy_dup_what (MSK_DISCREPANCY (item));
}

static char *
dup_found_last (gpointer item)
{
  return msk_handover_desk_dup_last (MSK_DISCREPANCY (item));
}

static char *
dup_found_explanation (gpointer item)
{
  return g_strdup (MSK_DISCREPANCY (item)->explanation);
}

static const MskColumn found_columns[] = {
  { N_ ("Finding"), dup_found_kind, get_found_look, FALSE, FALSE },
  { N_ ("What"), dup_found_what, NULL, TRUE, FALSE },
  { N_ ("Last known"), dup_found_last, NULL, TRUE, FALSE },
  { N_ ("Explanation"), dup_found_explanation, NULL, TRUE, FALSE },
};

static char *
dup_past_number (gpointer item)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, MSK_HANDOVER (item)->id);
}

static char *
dup_past_place (gpointer item)
{
  return g_strdup (msk_handover_place_get_label (MSK_HANDOVER (item)->place));
}

static char *
dup_past_from (gpointer item)
{
  MskHandover *handover = MSK_HANDOVER (item);

  return g_strdup (handover->place == MSK_HANDOVER_CUSTODY ? handover->attendee
                                                           : handover->outgoing);
}

static char *
dup_past_to (gpointer item)
{
  MskHandover *handover = MSK_HANDOVER (item);

  return g_strdup (handover->place == MSK_HANDOVER_CUSTODY ? handover->successor
                                                           : handover->incoming);
}

static char *
dup_past_ended (gpointer item)
{
  return msk_time_text_format (MSK_HANDOVER (item)->ended_at);
}

static char *
dup_past_stage (gpointer item)
{
  return g_strdup (msk_handover_stage_get_label (MSK_HANDOVER (item)->stage));
}

static char *
dup_past_reason (gpointer item)
{
  return g_strdup (MSK_HANDOVER (item)->reason);
}

static const MskColumn past_columns[] = {
  { N_ ("No."), dup_past_number, NULL, FALSE, TRUE },
  { N_ ("Place"), dup_past_place, NULL, FALSE, FALSE },
  { N_ ("Handed over by"), dup_past_from, NULL, TRUE, FALSE },
  { N_ ("Taken over by"), dup_past_to, NULL, TRUE, FALSE },
  { N_ ("Ended"), dup_past_ended, NULL, FALSE, FALSE },
  { N_ ("Standing"), dup_past_stage, NULL, FALSE, FALSE },
  { N_ ("Reason"), dup_past_reason, NULL, TRUE, FALSE },
};

void
msk_handover_columns_add_stock (GtkColumnView *view)
{
  msk_cells_add_columns (view, stock_columns, G_N_ELEMENTS (stock_columns));
}

void
msk_handover_columns_add_found (GtkColumnView *view)
{
  msk_cells_add_columns (view, found_columns, G_N_ELEMENTS (found_columns));
}

void
msk_handover_columns_add_past (GtkColumnView *view)
{
  msk_cells_add_columns (view, past_columns, G_N_ELEMENTS (past_columns));
}
