/* The copies of one run, in the order in which they are printed, each with what stamps it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-copy.h"
#include "msk-database.h"
#include "msk-session.h"
#include "msk-stamper.h"

G_BEGIN_DECLS

typedef struct _MskPrintOrder MskPrintOrder;

/* What one copy is stamped with, by the register at this moment. */
typedef struct
{
  MskCopy *copy;
  MskStamper *stamper;
  guint ordinal;   /* of the copy among those of its paper, or of the one at the top of its tree */
  gint64 named_id; /* attendee whose name the sheets will carry, 0 for nobody's */
} MskPrintItem;

/* All copies that wait and may be made at the place: of one paper by number, or for paper_id 0 of
 * all papers, person by person in the order of seats, so that packs come out ready; what is planned
 * for nobody comes last. Fails with MSK_RULE_ERROR_NOTHING_TO_PRINT,
 * MSK_RULE_ERROR_PLACE_NOT_APPROVED, and as msk_stamper_new(). The caller owns it. */
MskPrintOrder *msk_print_order_new (MskSession *session,
                                    MskDatabase *database,
                                    gint64 paper_id,
                                    const char *place,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
void msk_print_order_free (MskPrintOrder *self);

guint msk_print_order_get_length (MskPrintOrder *self);

/* The first that still waits; item->copy is NULL when none is left. The caller clears the item. */
gboolean msk_print_order_peek (MskPrintOrder *self,
                               MskDatabase *database,
                               MskPrintItem *item,
                               GError **error);

void msk_print_item_clear (MskPrintItem *item);

/* Whether the copy still waits and would be stamped the same: it was stamped while the one before
 * was printing, and somebody may have given it up, or planned it for another person. */
gboolean msk_print_item_is_current (const MskPrintItem *item, MskDatabase *database);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MskPrintOrder, msk_print_order_free)

G_END_DECLS
