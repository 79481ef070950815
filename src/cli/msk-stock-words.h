/* Things that are named by a word and a number: “copy 14”, “set 3”, “carrier 2”, “device 5”.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-handover.h"

G_BEGIN_DECLS

/* Reads the name of a kind of things: “copies”, “sets”, “carriers” or “devices”. Fails with
 * MSK_INPUT_ERROR_USAGE. */
gboolean msk_stock_words_parse_many (const char *word, MskStockKind *kind, GError **error);

/* Reads one thing in two words. Fails with MSK_INPUT_ERROR_USAGE. */
gboolean msk_stock_words_parse_one (const char *word,
                                    const char *number_text,
                                    MskStockKind *kind,
                                    gint64 *number,
                                    GError **error);

/* Whether a line is one thing, in two words with a blank between. */
gboolean msk_stock_words_read (const char *line, MskStockKind *kind, gint64 *number);

G_END_DECLS
