/* The tables of the page of destruction.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-destruction-columns.h"

#include <glib/gi18n-lib.h>

#include "msk-cells.h"
#include "msk-destruction-state.h"
#include "msk-time-text.h"

static char *
dup_number (gpointer item)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, MSK_DESTRUCTION (item)->id);
}

static char *
dup_stage (gpointer item)
{
  return g_strdup (msk_destruction_get_standing (MSK_DESTRUCTION (item)));
}

static MskLook
get_stage_look (gpointer item)
{
  return msk_destruction_state_look_of (MSK_DESTRUCTION (item)->stage);
}

static char *
dup_reason (gpointer item)
{
  return g_strdup (MSK_DESTRUCTION (item)->reason);
}

static char *
dup_count (gpointer item)
{
  return g_strdup_printf ("%u", MSK_DESTRUCTION (item)->items);
}

static char *
dup_destroyed (gpointer item)
{
  MskDestruction *batch = MSK_DESTRUCTION (item);

  return g_strdup_printf ("%u", batch->stage == MSK_DESTRUCTION_DONE ? batch->scanned : 0);
}

static char *
dup_proposed (gpointer item)
{
  return g_strdup (MSK_DESTRUCTION (item)->proposed_by);
}

static char *
dup_approved (gpointer item)
{
  return g_strdup (MSK_DESTRUCTION (item)->decided_by);
}

static char *
dup_destroyer (gpointer item)
{
  return g_strdup (MSK_DESTRUCTION (item)->destroyer);
}

static char *
dup_witness (gpointer item)
{
  return g_strdup (MSK_DESTRUCTION (item)->witness);
}

static char *
dup_remark (gpointer item)
{
  return g_strdup (MSK_DESTRUCTION (item)->remark);
}

static const MskColumn batch_columns[] = {
  { N_ ("Batch"), dup_number, NULL, FALSE, TRUE },
  { N_ ("Standing"), dup_stage, get_stage_look, FALSE, FALSE },
  { N_ ("Reason"), dup_reason, NULL, TRUE, FALSE },
  { N_ ("Items"), dup_count, NULL, FALSE, TRUE },
  { N_ ("Destroyed"), dup_destroyed, NULL, FALSE, TRUE },
  { N_ ("Proposed by"), dup_proposed, NULL, FALSE, FALSE },
  { N_ ("Approved by"), dup_approved, NULL, FALSE, FALSE },
  { N_ ("Destroyed by"), dup_destroyer, NULL, FALSE, FALSE },
  { N_ ("Witnessed by"), dup_witness, NULL, FALSE, FALSE },
  { N_ ("Remark"), dup_remark, NULL, TRUE, FALSE },
};

static char *
dup_item_number (gpointer item)
{
  return msk_destruction_item_dup_number (MSK_DESTRUCTION_ITEM (item));
}

static char *
dup_item_kind (gpointer item)
{
  return g_strdup (msk_destruction_item_get_kind_label (MSK_DESTRUCTION_ITEM (item)));
}

static char *
dup_item_what (gpointer item)
{
  MskDestructionItem *thing = MSK_DESTRUCTION_ITEM (item);

  return g_strdup (*thing->document_number == '\0' ? thing->what : thing->document_number);
}

static char *
dup_item_level (gpointer item)
{
  return g_strdup (msk_level_get_label (MSK_DESTRUCTION_ITEM (item)->level));
}

static char *
dup_item_before (gpointer item)
{
  return msk_time_text_format (MSK_DESTRUCTION_ITEM (item)->added_at);
}

static char *
dup_item_machine (gpointer item)
{
  MskDestructionItem *thing = MSK_DESTRUCTION_ITEM (item);

  return thing->scanned_at == 0 ? g_strdup (_ ("not yet"))
                                : msk_time_text_format (thing->scanned_at);
}

static MskLook
get_machine_look (gpointer item)
{
  static const MskLook waits = { "content-loading-symbolic", "dim-label", NULL };
  static const MskLook fed = { "emblem-ok-symbolic", "success", NULL };

  return MSK_DESTRUCTION_ITEM (item)->scanned_at == 0 ? waits : fed;
}

static char *
dup_item_state (gpointer item)
{
  return g_strdup (msk_copy_state_get_label (MSK_DESTRUCTION_ITEM (item)->state));
}

static const MskColumn item_columns[] = {
  { N_ ("Number"), dup_item_number, NULL, TRUE, FALSE },
  { N_ ("Kind"), dup_item_kind, NULL, FALSE, FALSE },
  { N_ ("What it is"), dup_item_what, NULL, TRUE, FALSE },
  { N_ ("Level"), dup_item_level, NULL, FALSE, FALSE },
  { N_ ("Before"), dup_item_before, NULL, FALSE, FALSE },
  { N_ ("At the machine"), dup_item_machine, get_machine_look, FALSE, FALSE },
  { N_ ("State"), dup_item_state, NULL, FALSE, FALSE },
};

static char *
dup_return_number (gpointer item)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, MSK_ORIGINATOR_RETURN (item)->id);
}

static char *
dup_organ (gpointer item)
{
  return g_strdup (MSK_ORIGINATOR_RETURN (item)->organ);
}

static char *
dup_receipt (gpointer item)
{
  return g_strdup (MSK_ORIGINATOR_RETURN (item)->receipt);
}

static char *
dup_bearers (gpointer item)
{
  MskOriginatorReturn *back = MSK_ORIGINATOR_RETURN (item);

  return *back->second == '\0' ? g_strdup (back->bearer)
                               : g_strdup_printf (_ ("%s and %s"), back->bearer, back->second);
}

static char *
dup_return_time (gpointer item)
{
  return msk_time_text_format (MSK_ORIGINATOR_RETURN (item)->at);
}

static char *
dup_return_witness (gpointer item)
{
  return g_strdup (MSK_ORIGINATOR_RETURN (item)->witness);
}

static char *
dup_return_items (gpointer item)
{
  return g_strdup_printf ("%u", MSK_ORIGINATOR_RETURN (item)->items);
}

static const MskColumn return_columns[] = {
  { N_ ("No."), dup_return_number, NULL, FALSE, TRUE },
  { N_ ("Originator"), dup_organ, NULL, TRUE, FALSE },
  { N_ ("Receipt"), dup_receipt, NULL, TRUE, FALSE },
  { N_ ("Taken there by"), dup_bearers, NULL, TRUE, FALSE },
  { N_ ("When"), dup_return_time, NULL, FALSE, FALSE },
  { N_ ("Witnessed by"), dup_return_witness, NULL, FALSE, FALSE },
  { N_ ("Items"), dup_return_items, NULL, FALSE, TRUE },
};

void
msk_destruction_columns_add_batches (GtkColumnView *view)
{
  msk_cells_add_columns (view, batch_columns, G_N_ELEMENTS (batch_columns));
}

void
msk_destruction_columns_add_items (GtkColumnView *view)
{
  msk_cells_add_columns (view, item_columns, G_N_ELEMENTS (item_columns));
}

void
msk_destruction_columns_add_returns (GtkColumnView *view)
{
  msk_cells_add_columns (view, return_columns, G_N_ELEMENTS (return_columns));
}
