/* A line of the security officer's page: a user or a printer, in words.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "msk-print-desk.h"
#include "msk-user-desk.h"

G_BEGIN_DECLS

#define MSK_TYPE_ACCOUNT_ITEM (msk_account_item_get_type ())
G_DECLARE_FINAL_TYPE (MskAccountItem, msk_account_item, MSK, ACCOUNT_ITEM, GObject)

MskAccountItem *msk_account_item_new_for_user (const MskUser *user) G_GNUC_WARN_UNUSED_RESULT;
MskAccountItem *msk_account_item_new_for_printer (const MskDesignatedPrinter *printer)
    G_GNUC_WARN_UNUSED_RESULT;

const char *msk_account_item_get_name (MskAccountItem *self);
const char *msk_account_item_get_facts (MskAccountItem *self);

/* Whether it can still be taken away. */
gboolean msk_account_item_is_live (MskAccountItem *self);

/* A GEqualFunc. */
gboolean msk_account_item_is_same (gconstpointer a, gconstpointer b);

G_END_DECLS
