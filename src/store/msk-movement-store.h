/* Copies and carriers given out and taken back, read for the registers.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-custody-line.h"
#include "msk-database.h"

G_BEGIN_DECLS

typedef enum
{
  MSK_MOVEMENTS_OUT, /* given out: issues, turns, permits, custody passed on, and what undid them */
  MSK_MOVEMENTS_IN,  /* taken back, and what undid that */
} MskMovements;

/* Of MskCustodyLine, in the order in which it happened. */
GPtrArray *msk_movement_store_list (MskDatabase *database,
                                    MskMovements which,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Of MskCustodyLine: what is out now, with who holds it and since when. */
GPtrArray *msk_movement_store_list_out (MskDatabase *database,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The same for what is missing, with who had it last and since when it is. */
GPtrArray *msk_movement_store_list_missing (MskDatabase *database,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
